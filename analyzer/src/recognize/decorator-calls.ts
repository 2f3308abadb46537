import ts from '../typescript.ts';

/** The calls by which decorators mark a class, one of its members or a parameter. */
export function decoratorCalls(node: ts.Node): readonly ts.CallExpression[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.flatMap(({ expression }) => (ts.isCallExpression(expression) ? [expression] : []));
}
