import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { resolved } from '../recognize/by-symbol.ts';
import { EQUAL, UNEQUAL } from '../recognize/equality.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import type { Value } from '../recognize/value.ts';

/**
 * `if (producer)`, `if (this.producer === null) return`: a handle of a library that a module or an object keeps, and that
 * its start gives it in any case, is there by the time that messages arrive. Where one is made when it is missing, it may
 * be missing. A flag that is set once a client is connected says the same of the client.
 */
export function whetherKept(knowledge: Knowledge, condition: ts.Expression, env: Env | undefined): boolean | undefined {
  const asked = askedFor(condition);
  return asked !== undefined && isKept(knowledge, asked, condition, env) ? isPositive(condition) : undefined;
}

/** The variable or field of which a condition asks only whether there is something in it. */
function askedFor(condition: ts.Expression): ts.Identifier | ts.PropertyAccessExpression | undefined {
  const node = stripExpression(condition);
  if (isNot(node)) return askedFor(node.operand);
  if (ts.isBinaryExpression(node)) return isNothing(node.right) && isEquality(node) ? askedFor(node.left) : undefined;
  if (ts.isIdentifier(node)) return node;
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword ? node : undefined;
}

function isPositive(condition: ts.Expression): boolean {
  const node = stripExpression(condition);
  if (isNot(node)) return !isPositive(node.operand);
  return !ts.isBinaryExpression(node) || UNEQUAL.has(node.operatorToken.kind);
}

function isNot(node: ts.Expression): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function isEquality({ operatorToken }: ts.BinaryExpression): boolean {
  return EQUAL.has(operatorToken.kind) || UNEQUAL.has(operatorToken.kind);
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

function isKept(
  knowledge: Knowledge,
  asked: ts.Identifier | ts.PropertyAccessExpression,
  condition: ts.Expression,
  env: Env | undefined,
): boolean {
  const symbol = symbolOf(knowledge, asked);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || !isLasting(declaration)) return false;
  const sources = knowledge.index.assignmentsTo(symbol);
  const isThere =
    isSetWhenConnected(knowledge, sources) ||
    isGivenHandle(knowledge, sources, knowledge.valuesOf({ node: asked, env }));
  return isThere && !isMadeBeside(knowledge, condition, symbol);
}

function isGivenHandle(
  knowledge: Knowledge,
  sources: readonly ts.Expression[],
  values: ReturnType<Knowledge['valuesOf']>,
): boolean {
  if (!values.some(isHandle) || !values.every((value) => isHandle(value) || isEmpty(value))) return false;
  const given = sources.filter((source) => !knowledge.valuesOf({ node: source, env: undefined }).every(isEmpty));
  return given.length > 0 && given.every(isUnconditional);
}

/** `await producer.connect(); this.connected = true;` */
function isSetWhenConnected(knowledge: Knowledge, sources: readonly ts.Expression[]): boolean {
  const set = sources.filter(({ kind }) => kind !== ts.SyntaxKind.FalseKeyword);
  return set.length > 0 && set.every((source) => isUnconditional(source) && isBehindConnect(knowledge, source));
}

function isBehindConnect(knowledge: Knowledge, source: ts.Expression): boolean {
  const statement = source.parent.parent;
  if (source.kind !== ts.SyntaxKind.TrueKeyword || !ts.isExpressionStatement(statement)) return false;
  if (!ts.isBlock(statement.parent)) return false;
  const { statements } = statement.parent;
  const before = statements[statements.indexOf(statement) - 1];
  return before !== undefined && someNode(before, (node) => isConnect(knowledge, node));
}

function isConnect(knowledge: Knowledge, node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return node.expression.name.text === 'connect' && knowledge.calleesOf(node, undefined).library.length > 0;
}

/** A variable of a module, or a field that only the class itself fills. */
function isLasting(declaration: ts.Declaration): boolean {
  return (
    (ts.isVariableDeclaration(declaration) && enclosingFunction(declaration) === undefined) || isField(declaration)
  );
}

function isField(declaration: ts.Declaration): boolean {
  return ts.isPropertyDeclaration(declaration) || ts.isBinaryExpression(declaration.parent);
}

function isHandle({ kind }: Value): boolean {
  return kind === 'library';
}

function isEmpty(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

/** Whoever runs the function around it gives it; what a setting switches on may stay off. */
function isUnconditional(source: ts.Node): boolean {
  for (let at = source.parent; !isFunctionNode(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIfStatement(at) || ts.isConditionalExpression(at) || ts.isCaseOrDefaultClause(at)) return false;
  }
  return true;
}

/** One side of the branch waits for something or fills the variable: it may be there to make up for what is missing. */
function isMadeBeside(knowledge: Knowledge, condition: ts.Expression, symbol: ts.Symbol): boolean {
  let at: ts.Node = condition;
  while (ts.isExpression(at.parent)) at = at.parent;
  if (!ts.isIfStatement(at.parent)) return false;
  const { thenStatement, elseStatement } = at.parent;
  const missing = isPositive(condition) ? elseStatement : thenStatement;
  if (missing === undefined) return false;
  return someNode(
    missing,
    (node) =>
      ts.isAwaitExpression(node) ||
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        symbolOf(knowledge, node.left) === symbol),
  );
}

function symbolOf({ checker }: Knowledge, node: ts.Expression): ts.Symbol | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  return resolved(checker.getSymbolAtLocation(name), checker);
}
