import ts from '../typescript.ts';
import { parentOf } from '../program/parent-of.ts';
import { openCalledTable, type Called } from './called-table.ts';
import type { Checker } from './checker.ts';
import type { FileTables, LiteralMember, MemberWrite } from './file-tables.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import type { ResolvedTable } from './resolved-table.ts';
import type { DirectoryTable, TableDirectory } from './table-directory.ts';
import type { AnyCall } from './knowledge.ts';
import type { FunctionNode } from './value.ts';

/** Who assigns, calls, constructs and extends what, over all files of the slice. */
export interface SourceIndex {
  /** Right-hand sides assigned to a variable or a field. */
  assignmentsTo(symbol: ts.Symbol): readonly ts.Expression[];
  /** Calls whose declared callee is this function or signature. */
  callsOf(declaration: ts.Node): readonly ts.CallExpression[];
  /** The declaration of the signature that a call resolves to. */
  calledBy(call: AnyCall): Called;
  creationsOf(declaration: ts.ClassLikeDeclaration): readonly ts.NewExpression[];
  /** Classes that extend or implement the declaration, directly or not. */
  descendantsOf(declaration: ts.Node): readonly ts.ClassLikeDeclaration[];
  /** Method calls on a variable or field, by the name of the method. */
  methodCallsOn(symbol: ts.Symbol, name: string): readonly ts.CallExpression[];
  /** `object.name = value` and `object[key] = value`, by the variable or field that holds the object; `*` for a key that varies. */
  memberWritesOn(symbol: ts.Symbol): readonly MemberWrite[];
  /** Where a variable or field is counted: by `++`, `--`, `+=` and its kin. */
  countsOf(symbol: ts.Symbol): readonly ts.Expression[];
  /** Calls whose callee is spelt so, as a method, a function, or under the name it was destructured from. */
  callsNamed(name: string): readonly (ts.CallExpression | ts.NewExpression)[];
  /** Members of the object literals of a file that only name something, by that name. */
  holdersIn(file: ts.SourceFile, name: string): readonly LiteralMember[];
  /** Calls of a method named `push`. */
  readonly pushes: readonly ts.CallExpression[];
  /** Every `for await`. */
  readonly streamLoops: readonly ts.ForOfStatement[];
}

/** Answers are in the order of the slice. */
export function openIndex(directory: TableDirectory, checker: Checker): SourceIndex {
  const meant = <Target, Named extends ts.Node, Thing>(
    name: DirectoryTable,
    tableOf: (tables: FileTables) => ResolvedTable<Target, Named, Thing>,
  ): ((spelling: string, target: Target) => readonly Thing[]) =>
    merged((spelling) =>
      directory.files(name, spelling).flatMap((tables) => tableOf(tables).resolve(spelling, checker)),
    );
  const assignments = meant('assignments', (tables) => tables.assignments);
  const counters = meant('counters', (tables) => tables.counters);
  const writes = meant('writes', (tables) => tables.writes);
  const methods = meant('methods', (tables) => tables.methods);
  const members = meant('members', (tables) => tables.members);
  const children = (node: ts.Node): readonly ts.ClassLikeDeclaration[] =>
    directory.files('children', node).flatMap((tables) => tables.children.get(node) ?? []);
  const elsewhere = openCalledTable();
  return {
    assignmentsTo: (symbol) => assignments(ts.symbolName(symbol), symbol),
    callsOf(declaration) {
      const bare = directory.files('bare', declaration).flatMap((tables) => tables.bare.get(declaration) ?? []);
      const name = memberName(declaration);
      return name === undefined ? bare : [...bare, ...members(name, declaration)];
    },
    calledBy: (call) => (directory.of(call.getSourceFile())?.called ?? elsewhere).resolve(call, checker),
    creationsOf: (node) => directory.files('creations', node).flatMap((tables) => tables.creations.get(node) ?? []),
    descendantsOf: (declaration) => descendants(declaration, children),
    methodCallsOn: (symbol, name) => methods(`${name} ${ts.symbolName(symbol)}`, symbol),
    memberWritesOn: (symbol) => writes(ts.symbolName(symbol), symbol),
    countsOf: (symbol) => counters(ts.symbolName(symbol), symbol),
    callsNamed: (name) => directory.files('named', name).flatMap((tables) => tables.named.get(name) ?? []),
    holdersIn: (file, name) => directory.of(file)?.holders.get(name) ?? none,
    get pushes() {
      return directory.all().flatMap(({ pushes }) => pushes);
    },
    get streamLoops() {
      return directory.all().flatMap(({ streamLoops }) => streamLoops);
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

/** What a member call of a function is spelt like: its own name, or that of the property or variable that holds it. */
export function memberName(declaration: ts.Node): string | undefined {
  if (ts.isFunctionLike(declaration)) {
    const own = nameText(declaration.name);
    if (own !== undefined) return own;
  }
  const holder = declaration.parent;
  if (isNaming(holder)) return nameText(holder.name);
  if (!ts.isBinaryExpression(holder)) return undefined;
  return ts.isPropertyAccessExpression(holder.left) ? holder.left.name.text : undefined;
}

function isNaming(node: ts.Node): node is ts.NamedDeclaration {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isVariableDeclaration(node)
  );
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
