import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { isPut } from '../kept-names.ts';
import { type Scope, type Use, failureOf, lowerValue, lowerValues } from '../scope.ts';
import { lowerLink } from './access.ts';
import { calledFunction, lowerCalledFunction } from './called-function.ts';
import { lowerKept } from './kept.ts';
import { lowerTemplate } from './literals.ts';
import { lowerPromiseChain, promiseLink } from './promise-chain.ts';
import { lowerPromiseJoin, promiseJoin } from './promise-join.ts';

export function lowerCall(scope: Scope, call: ts.CallExpression, use: Use, next: NodeId, skip: NodeId): NodeId {
  const join = use.completion === 'stored' ? undefined : promiseJoin(call);
  if (join !== undefined) return lowerPromiseJoin(scope, join, use, next);
  const link = promiseLink(call);
  if (link !== undefined) return lowerPromiseChain(scope, link, use, next, skip);
  const called = calledFunction(call);
  if (called !== undefined) return lowerCalledFunction(scope, call, called, use, next);
  const invoke = scope.nodes.add({
    kind: 'call',
    call,
    completion: use.completion,
    next,
    error: failureOf(scope, use),
  });
  return lowerLink(scope, call, lowerArguments(scope, call, invoke), skip);
}

function lowerArguments(scope: Scope, call: ts.CallExpression, next: NodeId): NodeId {
  const [value] = call.arguments;
  const isHeld = value !== undefined && isPut(call, value);
  return isHeld ? lowerKept(scope, value, next) : lowerValues(scope, call.arguments, next);
}

export function lowerNew(scope: Scope, call: ts.NewExpression, use: Use, next: NodeId): NodeId {
  const error = failureOf(scope, use);
  const invoke = scope.nodes.add({ kind: 'call', call, completion: use.completion, next, error });
  return lowerValue(scope, call.expression, lowerValues(scope, call.arguments ?? [], invoke));
}

export function lowerTaggedTemplate(scope: Scope, call: ts.TaggedTemplateExpression, use: Use, next: NodeId): NodeId {
  const error = failureOf(scope, use);
  const invoke = scope.nodes.add({ kind: 'call', call, completion: use.completion, next, error });
  const filled = ts.isTemplateExpression(call.template) ? lowerTemplate(scope, call.template, invoke) : invoke;
  return lowerValue(scope, call.tag, filled);
}
