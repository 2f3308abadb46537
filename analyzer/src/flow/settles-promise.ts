import ts from '../typescript.ts';

/**
 * Whether an expression that stands alone settles a promise made around it, and so is waited for by whoever waits for
 * that promise: `new Promise((resolve, reject) => { save().then(resolve, reject); })`. Told by the names alone.
 */
export function settlesPromise(expression: ts.Expression): boolean {
  for (let at: ts.Node = expression; !ts.isSourceFile(at); at = at.parent) {
    if (isExecutor(at))
      return at.parameters.some(({ name }) => ts.isIdentifier(name) && speaksOf(expression, name.text));
  }
  return false;
}

function isExecutor(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  const { parent } = node;
  return (
    ts.isNewExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    parent.expression.text === 'Promise' &&
    parent.arguments?.[0] === node
  );
}

function speaksOf(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name && !isMemberName(node);
  return ts.forEachChild(node, (child) => speaksOf(child, name) || undefined) ?? false;
}

function isMemberName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}
