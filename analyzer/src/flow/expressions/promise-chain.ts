import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, type Use, detachedFailureOf, lowerValue } from '../scope.ts';
import { branch } from './conditions.ts';
import { unwrap } from './unwrap.ts';

/** One link of a chain of promises: `receiver.then(onFulfilled, onRejected)`. */
export interface PromiseLink {
  readonly call: ts.CallExpression;
  readonly method: ts.PropertyAccessExpression;
  readonly onFulfilled?: ts.Expression;
  readonly onRejected?: ts.Expression;
  readonly onFinally?: ts.Expression;
}

/** A call of `.then`, `.catch` or `.finally` with a handler, told by the name alone. */
export function promiseLink(call: ts.CallExpression): PromiseLink | undefined {
  const method = unwrap(call.expression);
  if (!ts.isPropertyAccessExpression(method) || call.questionDotToken !== undefined) return undefined;
  const [first, second] = call.arguments.map((argument) => (mayBeFunction(argument) ? argument : undefined));
  if (first === undefined && second === undefined) return undefined;
  switch (method.name.text) {
    case 'then':
      return {
        call,
        method,
        ...(first === undefined ? {} : { onFulfilled: first }),
        ...(second === undefined ? {} : { onRejected: second }),
      };
    case 'catch':
      return first === undefined ? undefined : { call, method, onRejected: first };
    case 'finally':
      return first === undefined ? undefined : { call, method, onFinally: first };
    default:
      return undefined;
  }
}

/** A value that is written out and no function is no handler: `then` and `catch` exist outside promises, too. */
function mayBeFunction(argument: ts.Expression): boolean {
  const value = unwrap(argument);
  if (ts.isIdentifier(value)) return value.text !== 'undefined';
  return !(
    ts.isLiteralExpression(value) ||
    ts.isTemplateExpression(value) ||
    ts.isObjectLiteralExpression(value) ||
    ts.isArrayLiteralExpression(value) ||
    ts.isSpreadElement(value) ||
    ts.isVoidExpression(value) ||
    value.kind === ts.SyntaxKind.NullKeyword ||
    value.kind === ts.SyntaxKind.TrueKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword
  );
}

export function lowerPromiseChain(scope: Scope, link: PromiseLink, use: Use, next: NodeId, skip: NodeId): NodeId {
  const failure = detachedFailureOf(scope, use, next);
  const { fulfilled, rejected } = lowerHandlers(scope, link, next, failure);
  const receiver = link.method.expression;
  const entered = link.method.questionDotToken ? branch(scope, receiver, 'nullish', skip, fulfilled) : fulfilled;
  const receiverUse: Use = { completion: use.completion, rejected };
  const inChain = ts.isOptionalChain(link.method);
  return scope.lower.expression(scope, receiver, receiverUse, entered, inChain ? skip : entered);
}

/** Where the receiver goes on when it is fulfilled, and when it is rejected. */
function lowerHandlers(
  scope: Scope,
  { call, onFulfilled, onRejected, onFinally }: PromiseLink,
  next: NodeId,
  error: NodeId,
): { readonly fulfilled: NodeId; readonly rejected: NodeId } {
  const run = (callee: ts.Expression, after: NodeId): NodeId =>
    scope.nodes.add({ kind: 'callback', callee, of: call, next: after, error });
  if (onFinally !== undefined) {
    // The handler's expression is lowered on one path only, or nested chains would double at every level.
    return { fulfilled: lowerValue(scope, onFinally, run(onFinally, next)), rejected: run(onFinally, error) };
  }
  const caught = (handler: ts.Expression): NodeId =>
    scope.nodes.add({ kind: 'catch', clause: handler, next: lowerValue(scope, handler, run(handler, next)) });
  return {
    fulfilled: onFulfilled === undefined ? next : lowerValue(scope, onFulfilled, run(onFulfilled, next)),
    rejected: onRejected === undefined ? error : caught(onRejected),
  };
}
