import ts from '../typescript.ts';
import type { Slice } from '../program/slice.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import { openBySymbol, resolved, type BySymbol } from './by-symbol.ts';
import { stripExpression } from './strip.ts';
import type { FunctionNode } from './value.ts';

/** Who assigns, calls, constructs and extends what, over all files of the slice; read once. */
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
  /** Calls whose callee is spelt so, as a method, a function, a class, or under the name it was taken from. */
  callsNamed(name: string): readonly (ts.CallExpression | ts.NewExpression)[];
  /** Calls of a method named `push`. */
  readonly pushes: readonly ts.CallExpression[];
  /** Every `for await`. */
  readonly streamLoops: readonly ts.ForOfStatement[];
}

export interface MemberWrite {
  readonly name: string;
  readonly value: ts.Expression;
}

interface Tables {
  readonly writes: BySymbol<MemberWrite>;
  readonly counters: BySymbol<ts.Expression>;
  readonly assignments: BySymbol<ts.Expression>;
  readonly calls: Map<ts.Node, ts.CallExpression[]>;
  readonly resolved: Map<ts.Node, readonly ts.CallExpression[]>;
  readonly creations: Map<ts.Node, ts.NewExpression[]>;
  readonly children: Map<ts.Node, ts.ClassLikeDeclaration[]>;
  /** By the name of the method, then by its receiver. */
  readonly methods: Map<string, BySymbol<ts.CallExpression>>;
  readonly pushes: ts.CallExpression[];
  readonly streamLoops: ts.ForOfStatement[];
  readonly all: (ts.CallExpression | ts.NewExpression)[];
  readonly named: Map<string, (ts.CallExpression | ts.NewExpression)[]>;
}

export function indexSources(slice: Slice): SourceIndex {
  const { checker } = slice;
  const tables: Tables = {
    assignments: openBySymbol(checker),
    calls: new Map(),
    resolved: new Map(),
    creations: new Map(),
    children: new Map(),
    methods: new Map(),
    writes: openBySymbol(checker),
    counters: openBySymbol(checker),
    all: [],
    named: new Map(),
    pushes: [],
    streamLoops: [],
  };
  for (const file of slice.files) visitFile(file, checker, tables);
  return {
    assignmentsTo: tables.assignments.of,
    callsOf: (declaration) => callsOf(declaration, checker, tables),
    creationsOf: (declaration) => [...(tables.creations.get(declaration) ?? [])],
    descendantsOf: (declaration) => descendants(declaration, tables.children),
    methodCallsOn: (symbol, name) => tables.methods.get(name)?.of(symbol) ?? [],
    memberWritesOn: tables.writes.of,
    isCounter: (symbol) => tables.counters.of(symbol).length > 0,
    calls: tables.all,
    callsNamed: (name) => tables.named.get(name) ?? [],
    pushes: tables.pushes,
    streamLoops: tables.streamLoops,
  };
}

/** An explicit stack: a file may nest deeper than the call stack allows. */
function visitFile(file: ts.SourceFile, checker: ts.TypeChecker, tables: Tables): void {
  const stack: ts.Node[] = [file];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visitNode(node, checker, tables);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (const child of children.reverse()) stack.push(child);
  }
}

function visitNode(node: ts.Node, checker: ts.TypeChecker, tables: Tables): void {
  if (ts.isBinaryExpression(node)) visitAssignment(node, tables);
  else if (ts.isCallExpression(node)) visitCall(node, checker, tables);
  else if (ts.isNewExpression(node)) visitCreation(node, checker, tables);
  else if (ts.isClassLike(node)) visitClass(node, checker, tables);
  else if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) tables.streamLoops.push(node);
  else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) visitCount(node, tables);
}

function visitCount(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, { counters }: Tables): void {
  const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  if (counts) counters.add(node.operand, node.operand);
}

const ASSIGNMENTS = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

function visitAssignment(node: ts.BinaryExpression, tables: Tables): void {
  const { left, operatorToken, right } = node;
  if (!ASSIGNMENTS.has(operatorToken.kind)) {
    // `+=` and its kin: what the variable holds depends on how often.
    if (isAssignment(operatorToken.kind)) tables.counters.add(left, left);
    return;
  }
  tables.assignments.add(left, right);
  if (ts.isPropertyAccessExpression(left)) tables.writes.add(left.expression, { name: left.name.text, value: right });
  if (ts.isElementAccessExpression(left)) {
    tables.writes.add(left.expression, { name: literalText(left.argumentExpression) ?? '*', value: right });
  }
}

function literalText(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Signatures are resolved when somebody asks: resolving all of them would type-check the slice. */
function visitCall(node: ts.CallExpression, checker: ts.TypeChecker, tables: Tables): void {
  tables.all.push(node);
  const callee = node.expression;
  if (ts.isIdentifier(callee)) visitBareCall(node, callee, checker, tables);
  if (!ts.isPropertyAccessExpression(callee)) return;
  append(tables.named, callee.name.text, node);
  if (callee.name.text === 'push') tables.pushes.push(node);
  const byReceiver = tables.methods.get(callee.name.text) ?? openBySymbol(checker);
  tables.methods.set(callee.name.text, byReceiver);
  byReceiver.add(callee.expression, node);
}

function visitBareCall(node: ts.CallExpression, callee: ts.Identifier, checker: ts.TypeChecker, tables: Tables): void {
  const symbol = resolved(checker.getSymbolAtLocation(callee), checker);
  addSpelling(node, callee, symbol, tables);
  for (const declaration of symbol?.declarations ?? []) {
    append(tables.calls, declaredFunction(declaration), node);
    const original = ts.isBindingElement(declaration) ? declaration.propertyName : undefined;
    if (original !== undefined && ts.isIdentifier(original) && original.text !== callee.text) {
      append(tables.named, original.text, node);
    }
  }
}

/** Under its own name, and under that of what it was imported from: `import { Consumer as Group }`. */
function addSpelling(
  node: ts.CallExpression | ts.NewExpression,
  callee: ts.Identifier,
  symbol: ts.Symbol | undefined,
  tables: Tables,
): void {
  append(tables.named, callee.text, node);
  if (symbol !== undefined && symbol.name !== callee.text) append(tables.named, symbol.name, node);
}

/** `const charge = async () => …`: the function is the variable's value. */
function declaredFunction(declaration: ts.Declaration): ts.Node {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return declaration;
  return stripExpression(declaration.initializer);
}

/** By symbol where the callee is a name; by signature where it is a member of that name. */
function callsOf(declaration: ts.Node, checker: ts.TypeChecker, tables: Tables): readonly ts.CallExpression[] {
  const known = tables.resolved.get(declaration);
  if (known !== undefined) return known;
  const name = memberName(declaration);
  const spelt = name === undefined ? [] : (tables.named.get(name) ?? []);
  const members = spelt.filter(
    (call): call is ts.CallExpression =>
      ts.isCallExpression(call) &&
      ts.isPropertyAccessExpression(call.expression) &&
      checker.getResolvedSignature(call)?.declaration === declaration,
  );
  const found = [...(tables.calls.get(declaration) ?? []), ...members];
  tables.resolved.set(declaration, found);
  return found;
}

/** What a member call of a function is spelt like: its own name, or that of the property or variable that holds it. */
function memberName(declaration: ts.Node): string | undefined {
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

function visitCreation(node: ts.NewExpression, checker: ts.TypeChecker, tables: Tables): void {
  tables.all.push(node);
  const callee = node.expression;
  if (ts.isPropertyAccessExpression(callee)) append(tables.named, callee.name.text, node);
  if (ts.isIdentifier(callee))
    addSpelling(node, callee, resolved(checker.getSymbolAtLocation(callee), checker), tables);
  const declaration = classOf(callee, checker);
  if (declaration !== undefined) append(tables.creations, declaration, node);
}

/** The class that an expression names, through imports. */
export function classOf(node: ts.Expression, checker: ts.TypeChecker): ts.ClassLikeDeclaration | undefined {
  const symbol = resolved(checker.getSymbolAtLocation(node), checker);
  return symbol?.declarations?.find(ts.isClassLike);
}

function visitClass(node: ts.ClassLikeDeclaration, checker: ts.TypeChecker, tables: Tables): void {
  for (const clause of node.heritageClauses ?? []) {
    for (const base of clause.types) {
      const symbol = resolved(checker.getSymbolAtLocation(base.expression), checker);
      for (const declaration of symbol?.declarations ?? []) append(tables.children, declaration, node);
    }
  }
}

function descendants(
  declaration: ts.Node,
  children: ReadonlyMap<ts.Node, readonly ts.ClassLikeDeclaration[]>,
): readonly ts.ClassLikeDeclaration[] {
  const found = new Set<ts.ClassLikeDeclaration>();
  const pending: ts.Node[] = [declaration];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const child of children.get(next) ?? []) {
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

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
