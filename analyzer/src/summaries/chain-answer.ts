import ts from '../typescript.ts';
import { promiseLink, type PromiseLink } from '../flow/expressions/promise-chain.ts';
import type { AnyCall } from '../recognize/knowledge.ts';

/** The call that ends a chain of promises, where what `call` gives, or its handlers give, is what the whole chain gives. */
export function chainEnd(call: AnyCall): AnyCall | undefined {
  let at = call;
  for (let link = linkBehind(at); link !== undefined; link = linkBehind(at)) {
    if (link.onFulfilled !== undefined) return undefined;
    at = link.call;
  }
  return at;
}

/** The handlers of a chain that answer when what it begins with has failed. */
export function rescuersOf(call: AnyCall): readonly ts.Expression[] {
  const link = linkBehind(call);
  if (link === undefined) return [];
  return [...(link.onRejected === undefined ? [] : [link.onRejected]), ...rescuersOf(link.call)];
}

/** `.then(f)` in `save().then(f)`. */
function linkBehind({ parent }: AnyCall): PromiseLink | undefined {
  const isMethod = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent);
  return isMethod && parent.parent.expression === parent ? promiseLink(parent.parent) : undefined;
}
