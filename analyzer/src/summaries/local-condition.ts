import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';

/** A `let`, or the size of a collection made in the same function. */
export function asksForLocal(knowledge: Knowledge, condition: ts.Expression): boolean {
  return someNode(condition, (node) => {
    const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
    const isKept = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0 || isEmptyCollection(declaration);
    return isKept && enclosingFunction(declaration) !== undefined;
  });
}

function isEmptyCollection({ initializer }: ts.VariableDeclaration): boolean {
  if (initializer === undefined) return false;
  const node = stripExpression(initializer);
  return ts.isNewExpression(node) || (ts.isArrayLiteralExpression(node) && node.elements.length === 0);
}
