import ts from '../../typescript.ts';
import type { Slice } from '../../program/slice.ts';
import { calleeNode, callName } from '../../recognize/call-name.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { receiverOf } from '../../recognize/path-refs.ts';
import { tagsOf } from '../../recognize/tags-of.ts';
import { declarationsOf } from '../../recognize/typed-value.ts';
import type { Value } from '../../recognize/value.ts';
import { contextsOf } from '../find-contexts.ts';
import type { SeenMisuse } from './misused-calls.ts';

/** The calls that are spelt like a method which people expect of a library's object, and which its type `lacks`. */
export function callsSpeltLikeMissing({
  slice,
  index,
}: Pick<Knowledge, 'slice' | 'index'>): readonly (ts.CallExpression | ts.NewExpression)[] {
  const names = new Set(slice.program.getSourceFiles().flatMap((file) => [...lackedIn(slice, file)]));
  return [...names].sort().flatMap((name) => index.callsNamed(name));
}

/** A call of a method that the object does not have, whatever people expect. */
export function missingMemberAt(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
): readonly SeenMisuse[] {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return [];
  const library = lackedBy(knowledge, call, call.expression.name.text);
  if (library === undefined) return [];
  const place = knowledge.slice.placeOf(calleeNode(call));
  return [{ call: { misuse: 'no-such-method', place, library, label: callName(call), because: [] } }];
}

/** Stubs are the same files in every program. */
const lacked = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

function lackedIn(slice: Slice, file: ts.SourceFile): ReadonlySet<string> {
  const known = lacked.get(file);
  if (known !== undefined) return known;
  const isTagged = slice.stubOf(file) !== undefined && file.text.includes('@eos lacks');
  const names = new Set(isTagged ? file.statements.flatMap(lackedOf) : []);
  lacked.set(file, names);
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
