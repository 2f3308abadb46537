import ts from '../typescript.ts';
import { initialOf } from '../recognize/initial-value.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import { symbolAt } from '../recognize/symbol-at.ts';

const DEPTH = 6;

/** Whether an expression is made of what a function is handed by its callers: `topic`, `event.topic`, `topic + '.dlq'`. */
export function isGiven(knowledge: Knowledge, node: ts.Expression, depth = DEPTH): boolean {
  const at = stripExpression(initialOf(knowledge, stripExpression(node)));
  const next = (part: ts.Expression): boolean => depth > 0 && isGiven(knowledge, part, depth - 1);
  if (ts.isIdentifier(at)) return isParameter(knowledge, at) || forOf(knowledge, at).some(next);
  if (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) return next(at.expression);
  if (ts.isTemplateExpression(at)) return at.templateSpans.some(({ expression }) => next(expression));
  if (ts.isBinaryExpression(at)) return next(at.left) || next(at.right);
  return ts.isCallExpression(at) && at.arguments.some(next);
}

function isParameter(knowledge: Knowledge, name: ts.Identifier): boolean {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  return declaration !== undefined && ts.isParameter(rootOf(declaration));
}

/** What a destructured name is taken out of. */
function rootOf(declaration: ts.Declaration): ts.Declaration {
  return ts.isBindingElement(declaration) ? rootOf(declaration.parent.parent) : declaration;
}

/** The list that a loop takes a name from. */
function forOf(knowledge: Knowledge, name: ts.Identifier): readonly ts.Expression[] {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  const root = declaration && rootOf(declaration);
  if (root === undefined || !ts.isVariableDeclaration(root)) return [];
  const loop = root.parent.parent;
  if (ts.isForOfStatement(loop)) return [loop.expression];
  return root !== declaration && root.initializer !== undefined ? [root.initializer] : [];
}
