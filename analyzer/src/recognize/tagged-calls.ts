import ts from '../typescript.ts';
import { eachNode } from '../program/nodes-in.ts';
import { nameText } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { tagsOf } from './tags-of.ts';

type NamesByVerb = ReadonlyMap<string, ReadonlySet<string>>;

const tables = new WeakMap<ts.Program, NamesByVerb>();
/** Stubs are the same files in every program. */
const files = new WeakMap<ts.SourceFile, NamesByVerb>();

/**
 * The calls of the slice that may reach a member tagged with a verb: those spelt like one. Asking every call what it
 * reaches would type-check the slice.
 */
export function callsTagged(
  { slice, index }: Pick<Knowledge, 'slice' | 'index'>,
  verb: string,
): readonly (ts.CallExpression | ts.NewExpression)[] {
  const table = tables.get(slice.program) ?? namesByVerb(slice.program);
  tables.set(slice.program, table);
  return [...(table.get(verb) ?? [])].sort().flatMap((name) => index.callsNamed(name));
}

function namesByVerb(program: ts.Program): NamesByVerb {
  const names = new Map<string, Set<string>>();
  // The user's own declarations may carry the same tags.
  for (const file of program.getSourceFiles()) {
    for (const [verb, own] of namesIn(file)) names.set(verb, new Set([...(names.get(verb) ?? []), ...own]));
  }
  return names;
}

function namesIn(file: ts.SourceFile): NamesByVerb {
  const known = files.get(file);
  if (known !== undefined) return known;
  const names = new Map<string, Set<string>>();
  if (file.text.includes('@eos')) readFile(file, names);
  files.set(file, names);
  return names;
}

function readFile(file: ts.SourceFile, names: Map<string, Set<string>>): void {
  eachNode(file, (node) => {
    const name = taggedName(node);
    for (const { verb } of name === undefined ? [] : tagsOf(node)) {
      names.set(verb, (names.get(verb) ?? new Set<string>()).add(name ?? ''));
    }
  });
}

function taggedName(node: ts.Node): string | undefined {
  if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node) || ts.isPropertySignature(node))
    return nameText(node.name);
  if (ts.isFunctionDeclaration(node)) return nameText(node.name);
  // The tags of a constructor say what `new` does with the class.
  if (ts.isConstructorDeclaration(node)) return nameText(node.parent.name);
  if (!ts.isVariableStatement(node)) return undefined;
  const [declaration] = node.declarationList.declarations;
  return declaration === undefined ? undefined : nameText(declaration.name);
}
