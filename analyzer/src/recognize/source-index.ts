import ts from '../typescript.ts';
import type { Checker } from './checker.ts';
import type { FileTables, MemberWrite, SymbolTable } from './file-tables.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import type { ResolvedTable } from './resolved-table.ts';
import type { FunctionNode } from './value.ts';

/** Who assigns, calls, constructs and extends what, over all files of the slice. */
export interface SourceIndex {
  /** Right-hand sides assigned to a variable or a field. */
  assignmentsTo(symbol: ts.Symbol): readonly ts.Expression[];
  /** Calls whose declared callee is this function or signature. */
  callsOf(declaration: ts.Node): readonly ts.CallExpression[];
  creationsOf(declaration: ts.ClassLikeDeclaration): readonly ts.NewExpression[];
  /** Classes that extend or implement the declaration, directly or not. */
  descendantsOf(declaration: ts.Node): readonly ts.ClassLikeDeclaration[];
  /** Method calls on a variable or field, by the name of the method. */
  methodCallsOn(symbol: ts.Symbol, name: string): readonly ts.CallExpression[];
  /** `object.name = value` and `object[key] = value`, by the variable or field that holds the object; `*` for a key that varies. */
  memberWritesOn(symbol: ts.Symbol): readonly MemberWrite[];
  /** True for a variable or field that `++` or `--` counts. */
  isCounter(symbol: ts.Symbol): boolean;
  readonly calls: readonly (ts.CallExpression | ts.NewExpression)[];
  /** Calls whose callee is spelt so, as a method, a function, or under the name it was destructured from. */
  callsNamed(name: string): readonly (ts.CallExpression | ts.NewExpression)[];
  /** Calls of a method named `push`. */
  readonly pushes: readonly ts.CallExpression[];
}

/** `files` are in the order of the slice, which is that of every answer. */
export function openIndex(files: readonly FileTables[], checker: Checker): SourceIndex {
  const meant = <Target, Named extends ts.Node, Thing>(
    tableOf: (tables: FileTables) => ResolvedTable<Target, Named, Thing>,
  ): ((spelling: string, target: Target) => readonly Thing[]) =>
    merged((spelling) => files.flatMap((tables) => tableOf(tables).resolve(spelling, checker)));
  const about = <Thing>(tableOf: (tables: FileTables) => SymbolTable<Thing>): ((symbol: ts.Symbol) => readonly Thing[]) => {
    const find = meant(tableOf);
    return (symbol) => find(ts.symbolName(symbol), symbol);
  };
  const counted = about(({ counters }) => counters);
  const methods = meant(({ methods: table }) => table);
  const members = meant(({ members: table }) => table);
  const bare = keyed(files, (tables) => tables.bare);
  const children = keyed(files, (tables) => tables.children);
  const named = keyed(files, (tables) => tables.named);
  return {
    assignmentsTo: about(({ assignments }) => assignments),
    callsOf(declaration) {
      const name = memberName(declaration);
      return [...bare(declaration), ...(name === undefined ? [] : members(name, declaration))];
    },
    creationsOf: keyed(files, (tables) => tables.creations),
    descendantsOf: (declaration) => descendants(declaration, children),
    methodCallsOn: (symbol, name) => methods(`${name} ${ts.symbolName(symbol)}`, symbol),
    memberWritesOn: about(({ writes }) => writes),
    isCounter: (symbol) => counted(symbol).length > 0,
    get calls() {
      return files.flatMap(({ calls }) => calls);
    },
    callsNamed: named,
    get pushes() {
      return files.flatMap(({ pushes }) => pushes);
    },
  };
}

const none: readonly never[] = [];

/** Groups by target what is known of a spelling, on the first question about it. */
function merged<Target, Thing>(
  read: (spelling: string) => readonly { readonly target: Target; readonly thing: Thing }[],
): (spelling: string, target: Target) => readonly Thing[] {
  const known = new Map<string, ReadonlyMap<Target, readonly Thing[]>>();
  return (spelling, target) => {
    const groups = known.get(spelling) ?? grouped(read(spelling));
    known.set(spelling, groups);
    return groups.get(target) ?? none;
  };
}

function grouped<Target, Thing>(
  entries: readonly { readonly target: Target; readonly thing: Thing }[],
): ReadonlyMap<Target, readonly Thing[]> {
  const groups = new Map<Target, Thing[]>();
  for (const { target, thing } of entries) {
    const group = groups.get(target);
    if (group) group.push(thing);
    else groups.set(target, [thing]);
  }
  return groups;
}

function keyed<Key, Thing>(
  files: readonly FileTables[],
  tableOf: (tables: FileTables) => ReadonlyMap<Key, readonly Thing[]>,
): (key: Key) => readonly Thing[] {
  const known = new Map<Key, readonly Thing[]>();
  return (key) => {
    const answer = known.get(key) ?? files.flatMap((tables) => tableOf(tables).get(key) ?? none);
    known.set(key, answer);
    return answer;
  };
}

/** What a member call of a function is spelt like: its own name, or that of the property or variable that holds it. */
export function memberName(declaration: ts.Node): string | undefined {
  if (ts.isFunctionLike(declaration)) {
    const own = nameText(declaration.name);
    if (own !== undefined) return own;
  }
  const holder = declaration.parent;
  if (ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder) || ts.isVariableDeclaration(holder)) {
    return nameText(holder.name);
  }
  if (!ts.isBinaryExpression(holder)) return undefined;
  return ts.isPropertyAccessExpression(holder.left) ? holder.left.name.text : undefined;
}

function descendants(
  declaration: ts.Node,
  childrenOf: (node: ts.Node) => readonly ts.ClassLikeDeclaration[],
): readonly ts.ClassLikeDeclaration[] {
  const found = new Set<ts.ClassLikeDeclaration>();
  const pending: ts.Node[] = [declaration];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const child of childrenOf(next)) {
      if (found.has(child)) continue;
      found.add(child);
      pending.push(child);
    }
  }
  return [...found];
}

/** The innermost function around a node, or undefined at the top level. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = parentOf(at)) {
    if (isFunctionNode(at)) return at;
  }
  return undefined;
}

/** The compiler types `parent` as always present; a source file has none. */
function parentOf(node: ts.Node): ts.Node | undefined {
  return node.parent;
}
