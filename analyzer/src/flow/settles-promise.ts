import ts from '../typescript.ts';
import { parentOf } from '../program/parent-of.ts';

/**
 * Whether an expression that stands alone settles a promise made around it, and so is waited for by whoever waits for
 * that promise: `new Promise((resolve, reject) => { save().then(resolve, reject); })`. Told by the names alone.
 */
export function settlesPromise(expression: ts.Expression): boolean {
  const executor = executorAround(expression);
  return executor !== undefined && namesOf(executor).some((name) => speaksOf(expression, name));
}

/** Whether something else in the executor may settle the promise first: an answer, where the expression is a timeout. */
export function isSettledElsewhere(expression: ts.Expression): boolean {
  const executor = executorAround(expression);
  return executor !== undefined && namesOf(executor).some((name) => speaksOf(executor.body, name, expression));
}

type Executor = ts.ArrowFunction | ts.FunctionExpression;

function executorAround(node: ts.Node): Executor | undefined {
  for (let at: ts.Node | undefined = node; at !== undefined; at = parentOf(at)) if (isExecutor(at)) return at;
  return undefined;
}

function namesOf({ parameters }: Executor): readonly string[] {
  return parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}

function isExecutor(node: ts.Node): node is Executor {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  const parent = parentOf(node);
  return (
    parent !== undefined &&
    ts.isNewExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    parent.expression.text === 'Promise' &&
    parent.arguments?.[0] === node
  );
}

function speaksOf(node: ts.Node, name: string, except?: ts.Node): boolean {
  if (node === except) return false;
  if (ts.isIdentifier(node)) return node.text === name && !isMemberName(node);
  return ts.forEachChild(node, (child) => speaksOf(child, name, except) || undefined) ?? false;
}

function isMemberName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}
