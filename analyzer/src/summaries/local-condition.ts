import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';

/** A `let`, or the size of a collection made in the same function. */
export function asksForLocal(knowledge: Knowledge, condition: ts.Expression): boolean {
  const stack: ts.Node[] = [condition];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
    if (declaration !== undefined && ts.isVariableDeclaration(declaration)) {
      const isKept =
        (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0 || isEmptyCollection(declaration);
      if (isKept && enclosingFunction(declaration) !== undefined) return true;
    }
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return false;
}

function isEmptyCollection({ initializer }: ts.VariableDeclaration): boolean {
  if (initializer === undefined) return false;
  const node = stripExpression(initializer);
  return ts.isNewExpression(node) || (ts.isArrayLiteralExpression(node) && node.elements.length === 0);
}
