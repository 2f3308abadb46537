import ts from '../typescript.ts';
import { isAssignment } from '../program/module-syntax.ts';
import { childrenOf } from '../program/nodes-in.ts';
import type { Checker } from './checker.ts';
import { resolved, spelling } from './by-symbol.ts';
import { openCalledTable, type CalledTable } from './called-table.ts';
import { signatureTable, symbolTable, type ResolvedTable } from './resolved-table.ts';
import { stripExpression } from './strip.ts';

/** Things said about variables and fields, by spelling. */
export type SymbolTable<Thing> = ResolvedTable<ts.Symbol, ts.Expression, Thing>;

export interface MemberWrite {
  readonly name: string;
  readonly value: ts.Expression;
}

/** Who assigns, calls, constructs and extends what in one file, or in a part of it. What a member is takes types: that is found out on demand. */
export interface FileTables {
  readonly file: ts.SourceFile;
  /** By how the callee is spelt: as a method, a function, or under the name it was destructured from. */
  readonly named: ReadonlyMap<string, readonly (ts.CallExpression | ts.NewExpression)[]>;
  /** Calls of a bare name, by the function that it was declared as. */
  readonly bare: ReadonlyMap<ts.Node, readonly ts.CallExpression[]>;
  readonly creations: ReadonlyMap<ts.Node, readonly ts.NewExpression[]>;
  /** Classes by what they extend or implement. */
  readonly children: ReadonlyMap<ts.Node, readonly ts.ClassLikeDeclaration[]>;
  /** Members of object literals that only name something, by that name: `{ subscribe }`, `{ on: subscribe }`. */
  readonly holders: ReadonlyMap<string, readonly LiteralMember[]>;
  readonly pushes: readonly ts.CallExpression[];
  /** Every `for await`. */
  readonly streamLoops: readonly ts.ForOfStatement[];
  /** By the spelling of the variable or field. */
  readonly assignments: SymbolTable<ts.Expression>;
  readonly counters: SymbolTable<ts.Expression>;
  readonly writes: SymbolTable<MemberWrite>;
  /** By the name of the method, a blank, and the spelling of the receiver. */
  readonly methods: SymbolTable<ts.CallExpression>;
  /** Calls of members, by the name of the member. */
  readonly members: ResolvedTable<ts.Node, ts.CallExpression, ts.CallExpression>;
  /** What its calls resolve to. */
  readonly called: CalledTable;
  /** Files with declarations that some table is keyed by. */
  readonly targets: ReadonlySet<ts.SourceFile>;
}

export type LiteralMember = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

interface Draft {
  readonly checker: Checker;
  readonly named: Map<string, (ts.CallExpression | ts.NewExpression)[]>;
  readonly bare: Map<ts.Node, ts.CallExpression[]>;
  readonly creations: Map<ts.Node, ts.NewExpression[]>;
  readonly children: Map<ts.Node, ts.ClassLikeDeclaration[]>;
  readonly holders: Map<string, LiteralMember[]>;
  readonly pushes: ts.CallExpression[];
  readonly streamLoops: ts.ForOfStatement[];
  readonly assignments: SymbolTable<ts.Expression>;
  readonly counters: SymbolTable<ts.Expression>;
  readonly writes: SymbolTable<MemberWrite>;
  readonly methods: SymbolTable<ts.CallExpression>;
  /** Calls of members, by the name of the member. */
  readonly members: ResolvedTable<ts.Node, ts.CallExpression, ts.CallExpression>;
}

export function tablesOf(file: ts.SourceFile, checker: Checker, part: ts.Node = file): FileTables {
  const called = openCalledTable();
  const draft: Draft = {
    checker,
    named: new Map(),
    bare: new Map(),
    creations: new Map(),
    children: new Map(),
    holders: new Map(),
    pushes: [],
    streamLoops: [],
    assignments: symbolTable(),
    counters: symbolTable(),
    writes: symbolTable(),
    methods: symbolTable(),
    members: signatureTable(called),
  };
  visitAll(part, draft);
  const keyed = [...draft.bare.keys(), ...draft.creations.keys(), ...draft.children.keys()];
  // The checker stays out: tables outlive it.
  const { checker: _, ...tables } = draft;
  return { ...tables, file, called, targets: new Set(keyed.map((node) => node.getSourceFile())) };
}

/** An explicit stack: a file may nest deeper than the call stack allows. */
function visitAll(part: ts.Node, draft: Draft): void {
  const stack: ts.Node[] = [part];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visitNode(node, draft);
    for (const child of childrenOf(node).toReversed()) stack.push(child);
  }
}

function visitNode(node: ts.Node, draft: Draft): void {
  if (ts.isBinaryExpression(node)) visitAssignment(node, draft);
  else if (ts.isCallExpression(node)) visitCall(node, draft);
  else if (ts.isNewExpression(node)) visitCreation(node, draft);
  else if (ts.isClassLike(node)) visitClass(node, draft);
  else if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) draft.streamLoops.push(node);
  else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) visitMember(node, draft);
  else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) visitCount(node, draft);
}

function visitMember(node: LiteralMember, { holders }: Draft): void {
  const held = ts.isPropertyAssignment(node) ? node.initializer : node.name;
  if (ts.isIdentifier(held)) append(holders, held.text, node);
}

function visitCount(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, draft: Draft): void {
  const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  if (counts) add(draft, draft.counters, node.operand, node.operand);
}

const ASSIGNMENTS = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

function visitAssignment(node: ts.BinaryExpression, draft: Draft): void {
  const { left, operatorToken, right } = node;
  if (!ASSIGNMENTS.has(operatorToken.kind)) {
    // `+=` and its kin: what the variable holds depends on how often.
    if (isAssignment(node)) add(draft, draft.counters, left, left);
    return;
  }
  add(draft, draft.assignments, left, right);
  if (ts.isPropertyAccessExpression(left)) {
    add(draft, draft.writes, left.expression, { name: left.name.text, value: right });
  }
  if (ts.isElementAccessExpression(left)) {
    const name = literalText(left.argumentExpression) ?? '*';
    add(draft, draft.writes, left.expression, { name, value: right });
  }
}

function add<T>({ checker }: Draft, table: SymbolTable<T>, target: ts.Expression, thing: T, prefix = ''): void {
  const name = spelling(target, checker);
  if (name !== undefined) table.add(prefix + name, target, thing);
}

function literalText(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Signatures are resolved when somebody asks: resolving all of them would type-check the slice. */
function visitCall(node: ts.CallExpression, draft: Draft): void {
  const callee = node.expression;
  if (ts.isIdentifier(callee)) visitBareCall(node, callee, draft);
  if (!ts.isPropertyAccessExpression(callee)) return;
  append(draft.named, callee.name.text, node);
  draft.members.add(callee.name.text, node, node);
  if (callee.name.text === 'push') draft.pushes.push(node);
  add(draft, draft.methods, callee.expression, node, `${callee.name.text} `);
}

function visitBareCall(node: ts.CallExpression, callee: ts.Identifier, draft: Draft): void {
  const symbol = resolved(draft.checker.getSymbolAtLocation(callee), draft.checker);
  addSpelling(node, callee, symbol, draft);
  for (const declaration of symbol?.declarations ?? []) {
    append(draft.bare, declaredFunction(declaration, draft.checker), node);
    const original = ts.isBindingElement(declaration) ? declaration.propertyName : undefined;
    if (original !== undefined && ts.isIdentifier(original) && original.text !== callee.text) {
      append(draft.named, original.text, node);
    }
  }
}

/** Under its own name, and under that of what it was imported from: `import { Consumer as Group }`. */
function addSpelling(
  node: ts.CallExpression | ts.NewExpression,
  callee: ts.Identifier,
  symbol: ts.Symbol | undefined,
  { named }: Draft,
): void {
  append(named, callee.text, node);
  if (symbol !== undefined && symbol.name !== callee.text) append(named, symbol.name, node);
}

/** `const charge = async () => …`, `exports.charge = async () => …`: the function is what the name is given. */
function declaredFunction(declaration: ts.Declaration, checker: Checker): ts.Node {
  if (ts.isShorthandPropertyAssignment(declaration)) {
    const named = resolved(checker.getShorthandAssignmentValueSymbol(declaration), checker)?.declarations?.[0];
    return named === undefined || ts.isShorthandPropertyAssignment(named)
      ? declaration
      : declaredFunction(named, checker);
  }
  const value = givenValue(declaration);
  return value === undefined ? declaration : stripExpression(value);
}

function givenValue(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)) return declaration.initializer;
  if (ts.isExportAssignment(declaration)) return declaration.expression;
  // The compiler declares `exports.charge = …` by the assignment or by what it assigns to.
  const assignment = ts.isPropertyAccessExpression(declaration) ? declaration.parent : declaration;
  return ts.isBinaryExpression(assignment) ? assignment.right : undefined;
}

function visitCreation(node: ts.NewExpression, draft: Draft): void {
  const { checker } = draft;
  const callee = node.expression;
  if (ts.isPropertyAccessExpression(callee)) append(draft.named, callee.name.text, node);
  if (ts.isIdentifier(callee)) {
    addSpelling(node, callee, resolved(checker.getSymbolAtLocation(callee), checker), draft);
  }
  const declaration = classOf(callee, checker);
  if (declaration !== undefined) append(draft.creations, declaration, node);
}

/** The class that an expression names, through imports. */
export function classOf(node: ts.Expression, checker: Checker): ts.ClassLikeDeclaration | undefined {
  const symbol = resolved(checker.getSymbolAtLocation(node), checker);
  return symbol?.declarations?.find(ts.isClassLike);
}

function visitClass(node: ts.ClassLikeDeclaration, { checker, children }: Draft): void {
  for (const clause of node.heritageClauses ?? []) {
    for (const base of clause.types) {
      const symbol = resolved(checker.getSymbolAtLocation(base.expression), checker);
      for (const declaration of symbol?.declarations ?? []) append(children, declaration, node);
    }
  }
}

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
