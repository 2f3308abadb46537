import ts from '../typescript.ts';
import { findNode, someNode } from '../program/nodes-in.ts';
import { EQUAL, UNEQUAL } from '../recognize/equality.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { callerOf, type Spot } from '../recognize/spot.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Step } from '../summaries/unit-graph.ts';

/**
 * Whether a condition asks if there is the very thing that a step asks about: `id` for `seen.has(id)`, in one function. A
 * condition on anything else lets other messages pass by the guard, which is no mistake about what the message has.
 */
export function asksAbout(condition: ts.Expression, ask: Step): boolean {
  const subject = subjectOf(condition);
  const fn = enclosingFunction(condition);
  if (subject === undefined) return false;
  // The step, and the calls that lead to it.
  for (let at: Spot | undefined = ask; at !== undefined; at = callerOf(at)) {
    if (enclosingFunction(at.node) === fn && mentions(at.node, subject, fn)) return true;
  }
  return false;
}

/** What is asked to be there: of `!id`, `id !== undefined` and `id != null` the id. */
function subjectOf(condition: ts.Expression): string | undefined {
  const node = stripExpression(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return subjectOf(node.operand);
  if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
    if (isNothing(node.right)) return subjectOf(node.left);
    return isNothing(node.left) ? subjectOf(node.right) : undefined;
  }
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) ? node.getText() : undefined;
}

function isEquality(operator: ts.SyntaxKind): boolean {
  return EQUAL.has(operator) || UNEQUAL.has(operator);
}

function isNothing(node: ts.Expression): boolean {
  const at = stripExpression(node);
  if (ts.isIdentifier(at)) return at.text === 'undefined';
  return at.kind === ts.SyntaxKind.NullKeyword || (ts.isStringLiteral(at) && at.text === '');
}

/** In the text, or in that of a variable of the function that stands there: `const key = keyOf(event.id)`. */
function mentions(node: ts.Node, subject: string, fn: ts.Node | undefined, depth = 2): boolean {
  return someNode(node, (at) => {
    if ((ts.isIdentifier(at) || ts.isPropertyAccessExpression(at)) && at.getText() === subject) return true;
    const made = ts.isIdentifier(at) && depth > 0 ? initializerIn(fn, at.text) : undefined;
    return made !== undefined && mentions(made, subject, fn, depth - 1);
  });
}

function initializerIn(fn: ts.Node | undefined, name: string): ts.Expression | undefined {
  const isMeant = (at: ts.Node): at is ts.VariableDeclaration =>
    ts.isVariableDeclaration(at) && ts.isIdentifier(at.name) && at.name.text === name;
  return fn && findNode(fn, isMeant)?.initializer;
}
