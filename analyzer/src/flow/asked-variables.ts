import ts from '../typescript.ts';
import { eachNode } from '../program/nodes-in.ts';
import { EQUAL, UNEQUAL } from '../recognize/equality.ts';
import { bodyOf } from '../recognize/function-node.ts';
import { unwrap } from './expressions/unwrap.ts';
import { outermostFunction } from './outermost-function.ts';

/** By the body of the function. */
const tables = new WeakMap<ts.Node, ReadonlySet<string>>();

/**
 * The names of variables that are given values on the way and that some condition asks for: flags, also those that are
 * returned, handles that may not be there yet, numbers of attempts. By name, because a name that means two things costs no
 * more than a step or two; and within the outermost function, because a variable of the module outlives every call.
 */
export function isAsked(name: ts.Identifier): boolean {
  const home = outermostFunction(name);
  if (home === undefined) return false;
  const known = tables.get(bodyOf(home)) ?? askedIn(home);
  tables.set(bodyOf(home), known);
  return known.has(name.text);
}

function askedIn(home: ts.Node): ReadonlySet<string> {
  const declared = new Set<string>();
  const asked = new Set<string>();
  const flags = new Set<string>();
  const returned = new Set<string>();
  const patterns = new Set<string>();
  eachNode(home, (node) => {
    if (ts.isVariableDeclaration(node) && isVariable(node) && ts.isIdentifier(node.name)) {
      declared.add(node.name.text);
      if (isFlag(node)) flags.add(node.name.text);
    }
    if (!ts.isIdentifier(node)) return;
    if (isInCondition(node)) asked.add(node.text);
    if (isReturned(node)) returned.add(node.text);
    if (isInPattern(node)) patterns.add(node.text);
  });
  const isTold = (name: string): boolean => asked.has(name) || (flags.has(name) && returned.has(name));
  return new Set([...declared].filter((name) => isTold(name) && !patterns.has(name)));
}

/** One of several constants, which of them is asked where it is given: `failed ? 'failed' : 'stored'`. */
export function isWrittenOut(node: ts.Expression): node is ts.ConditionalExpression {
  const isConstant = (side: ts.Expression): boolean =>
    ts.isLiteralExpression(side) || CONSTANTS.has(side.kind) || isWrittenOut(side);
  return ts.isConditionalExpression(node) && [node.whenTrue, node.whenFalse].map(unwrap).every(isConstant);
}

const CONSTANTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
]);

/** It is given several values, one of them at a time. */
function isVariable({ parent, initializer }: ts.VariableDeclaration): boolean {
  if (initializer !== undefined && isWrittenOut(unwrap(initializer))) return true;
  const isLoop = ts.isForOfStatement(parent.parent) || ts.isForInStatement(parent.parent);
  return ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Const) === 0 && !isLoop;
}

function isFlag({ initializer }: ts.VariableDeclaration): boolean {
  return initializer?.kind === ts.SyntaxKind.TrueKeyword || initializer?.kind === ts.SyntaxKind.FalseKeyword;
}

/** `return stored`: the condition is the caller's. */
function isReturned(name: ts.Identifier): boolean {
  let at: ts.Node = name;
  while (isConditionPart(at.parent)) at = at.parent;
  return ts.isReturnStatement(at.parent);
}

/** By itself, negated, compared, in a `switch`, or as a part of a larger condition. */
function isInCondition(name: ts.Identifier): boolean {
  let at: ts.Node = name;
  while (isConditionPart(at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isPropertyAccessExpression(parent)) return parent.questionDotToken !== undefined && parent.expression === at;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
    return parent.expression === at;
  }
  if (ts.isSwitchStatement(parent)) return parent.expression === at;
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) return parent.condition === at;
  return at !== name && ts.isBinaryExpression(at) && CONNECTIVES.has(at.operatorToken.kind);
}

function isConditionPart(parent: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (!ts.isBinaryExpression(parent)) return false;
  return CONNECTIVES.has(parent.operatorToken.kind) || COMPARISONS.has(parent.operatorToken.kind);
}

const CONNECTIVES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ...EQUAL,
  ...UNEQUAL,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

/** A target in a destructuring assignment is given something that no expression names. */
function isInPattern(name: ts.Identifier): boolean {
  let at: ts.Node = name;
  while (ts.isArrayLiteralExpression(at.parent) || isObjectPart(at.parent)) at = at.parent;
  const { parent } = at;
  if (at === name || !ts.isBinaryExpression(parent)) return false;
  return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && unwrap(parent.left) === at;
}

function isObjectPart(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
}
