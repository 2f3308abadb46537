import ts from '../../typescript.ts';
import { isAsync } from '../../recognize/async-function.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';
import { calledFunction } from './called-function.ts';
import { promiseLink } from './promise-chain.ts';
import { unwrap } from './unwrap.ts';

/** A value that is kept: should it be the promise of a call, its rejection shows where somebody waits for it. */
export function lowerKept(scope: Scope, value: ts.Expression, next: NodeId): NodeId {
  const call = unwrap(value);
  if (!ts.isCallExpression(call)) return lowerValue(scope, value, next);
  const error = isDetached(call) ? next : scope.error;
  const rejected = scope.nodes.add({ kind: 'rejection', of: call, next, error });
  return scope.lower.expression(scope, value, { completion: 'stored', rejected }, next);
}

/** What certainly gives a promise disturbs nobody who does not wait for it. */
function isDetached(call: ts.CallExpression): boolean {
  const called = calledFunction(call);
  return promiseLink(call) !== undefined || (called !== undefined && isAsync(called));
}
