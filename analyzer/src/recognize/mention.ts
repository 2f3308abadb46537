import ts from '../typescript.ts';
import { targetSymbol } from './by-symbol.ts';
import type { Knowledge } from './knowledge.ts';

/** Whether a node names a variable or a field, elsewhere than where it is declared. */
export function isMention(knowledge: Knowledge, node: ts.Node, symbol: ts.Symbol): node is ts.Expression {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === symbol.name && targetSymbol(node, knowledge.checker) === symbol;
  }
  if (!ts.isIdentifier(node) || node.text !== symbol.name) return false;
  const isDeclared = ts.isVariableDeclaration(node.parent) && node.parent.name === node;
  const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  return !isDeclared && !isMember && targetSymbol(node, knowledge.checker) === symbol;
}
