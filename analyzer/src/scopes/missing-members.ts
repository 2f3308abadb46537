import ts from '../typescript.ts';
import type { MisusedCall } from '../facts/misused-call.ts';
import { calleeNode, callName } from '../recognize/call-name.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { tagsOf } from '../recognize/tags-of.ts';
import { declarationsOf } from '../recognize/typed-value.ts';
import type { Value } from '../recognize/value.ts';
import { contextsOf } from './find-contexts.ts';

/** Calls of methods that people expect of a library's object, and that its type `lacks`. */
export function callsOfMissing(knowledge: Knowledge): readonly MisusedCall[] {
  return [...lackedNames(knowledge)].sort().flatMap((name) =>
    knowledge.index.callsNamed(name).flatMap((call) => {
      const library = ts.isCallExpression(call) ? lackedBy(knowledge, call, name) : undefined;
      if (library === undefined) return [];
      const place = knowledge.slice.placeOf(calleeNode(call));
      return [{ misuse: 'no-such-method' as const, place, library, label: callName(call), because: [] }];
    }),
  );
}

function lackedNames({ slice }: Knowledge): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of slice.program.getSourceFiles()) {
    if (slice.stubOf(file) === undefined || !file.text.includes('@eos lacks')) continue;
    for (const statement of file.statements) for (const word of lackedOf(statement)) names.add(word);
  }
  return names;
}

function lackedOf(declaration: ts.Node): readonly string[] {
  return tagsOf(declaration).flatMap(({ verb, words }) => (verb === 'lacks' ? words : []));
}

/** The package of the object it is called on, in every way of getting there. */
function lackedBy(knowledge: Knowledge, call: ts.CallExpression, name: string): string | undefined {
  const receiver = receiverOf(call);
  if (receiver === undefined) return undefined;
  const values = contextsOf(knowledge, call).flatMap((env) => knowledge.valuesOf({ node: receiver, env }));
  const packages = new Set(values.map((value) => lackingPackage(knowledge, value, name)));
  const [only] = packages;
  return packages.size === 1 ? only : undefined;
}

function lackingPackage(knowledge: Knowledge, value: Value, name: string): string | undefined {
  if (value.kind !== 'library') return undefined;
  const lacking = declarationsOf(value.type).find((declaration) => lackedOf(declaration).includes(name));
  return lacking && knowledge.slice.stubOf(lacking.getSourceFile())?.packageName;
}
