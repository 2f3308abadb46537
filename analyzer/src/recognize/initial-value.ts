import ts from '../typescript.ts';
import type { Knowledge } from './knowledge.ts';
import { symbolAt } from './symbol-at.ts';
import { stripExpression } from './strip.ts';

/** What a variable is that holds one thing only. */
export function initialOf(knowledge: Knowledge, node: ts.Expression): ts.Expression {
  const symbol = ts.isIdentifier(node) ? symbolAt(knowledge, node) : undefined;
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return node;
  const { initializer } = declaration;
  const isOne = initializer !== undefined && knowledge.index.assignmentsTo(symbol).length === 0;
  return isOne ? stripExpression(initializer) : node;
}
