import ts from '../typescript.ts';
import { nodesIn } from '../program/nodes-in.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { callerOf, type Spot } from '../recognize/spot.ts';
import { handleName, outermost } from '../scopes/handle-name.ts';
import { handsOut, mentions } from '../scopes/hands-out.ts';

/**
 * Where the code that has to settle a transaction receives its handle: the begin, or behind wrappers that return it the
 * call of the outermost one. Undefined where the handle is kept for longer than the unit, so that somebody else may
 * settle it.
 */
export function ownerOf(knowledge: Knowledge, begin: Spot): Spot | undefined {
  // Where the producer is the transaction there is no handle: what a function around it returns says nothing.
  if (givesNothing(knowledge, begin.node)) return begin;
  let at = begin;
  for (;;) {
    if (isKept(knowledge, at.node)) return undefined;
    const fn = enclosingFunction(at.node);
    if (fn === undefined || !handsOut(knowledge, fn, at.node)) return at;
    const caller = callerOf(at);
    if (caller?.env === undefined || !ts.isCallExpression(caller.node)) return undefined;
    at = caller;
  }
}

function givesNothing({ checker }: Knowledge, begin: ts.Node): boolean {
  return (checker.getTypeAtLocation(begin).flags & ts.TypeFlags.Void) !== 0;
}

/** Assigned to a field or to a variable that outlives the function. */
function isKept(knowledge: Knowledge, begin: ts.Node): boolean {
  const whole = outermost(begin);
  const { parent } = whole;
  if (isAssignment(parent) && parent.right === whole) return isOuter(knowledge, parent.left, begin);
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return true;
  const name = handleName(begin);
  const fn = enclosingFunction(begin);
  if (name === undefined || fn === undefined) return false;
  // In the function's own text: to ask for calls anywhere would make the answer depend on every change of the slice.
  return (
    nodesIn(fn, ts.isCallExpression).some((call) => keeps(knowledge, call, name)) ||
    nodesIn(fn, isAssignment).some(
      ({ left, right }) => mentions(knowledge, right, name) && isOuter(knowledge, left, begin),
    )
  );
}

const KEEPING = new Set(['set', 'push', 'add', 'unshift']);

/** `open.set(key, txn)`. */
function keeps(knowledge: Knowledge, call: ts.CallExpression, name: ts.Identifier): boolean {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression) || !KEEPING.has(expression.name.text)) return false;
  return call.arguments.some((argument) => isSame(knowledge, argument, name) || mentions(knowledge, argument, name));
}

function isSame({ checker }: Knowledge, node: ts.Expression, name: ts.Identifier): boolean {
  return ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === checker.getSymbolAtLocation(name);
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function isOuter({ checker }: Knowledge, target: ts.Expression, begin: ts.Node): boolean {
  if (!ts.isIdentifier(target)) return true;
  const declaration = checker.getSymbolAtLocation(target)?.declarations?.[0];
  return declaration === undefined || enclosingFunction(declaration) !== enclosingFunction(begin);
}
