import ts from '../typescript.ts';
import { stripExpression } from '../recognize/strip.ts';

/** The text of a condition made of names alone, which calls nothing and so cannot change by itself: `order.express`. */
export function fixedName(condition: ts.Expression): string | undefined {
  const node = stripExpression(condition);
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const owner = fixedName(node.expression);
  return owner === undefined ? undefined : `${owner}.${node.name.text}`;
}
