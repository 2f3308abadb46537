import ts from '../../typescript.ts';
import { isAsync } from '../../recognize/async-function.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, type Use, detachedFailureOf, failureOf, lowerValues } from '../scope.ts';
import { unwrap } from './unwrap.ts';

type FunctionValue = ts.FunctionExpression | ts.ArrowFunction;

/** The function that is called where it is written: `(() => { … })()`, also through `.call` and `.apply`. */
export function calledFunction(call: ts.CallExpression): FunctionValue | undefined {
  const callee = unwrap(call.expression);
  const direct = functionValue(callee);
  if (direct !== undefined) return direct;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  return name === 'call' || name === 'apply' ? functionValue(unwrap(callee.expression)) : undefined;
}

/** A generator's body does not run where the function is called. */
function functionValue(node: ts.Expression): FunctionValue | undefined {
  if (ts.isArrowFunction(node)) return node;
  return ts.isFunctionExpression(node) && node.asteriskToken === undefined ? node : undefined;
}

export function lowerCalledFunction(
  scope: Scope,
  call: ts.CallExpression,
  callee: FunctionValue,
  use: Use,
  next: NodeId,
): NodeId {
  const error = isAsync(callee) ? detachedFailureOf(scope, use, next) : failureOf(scope, use);
  const run = scope.nodes.add({ kind: 'callback', callee, of: call, next, error });
  return lowerValues(scope, call.arguments, run);
}
