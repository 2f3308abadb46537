import ts from '../typescript.ts';
import type { Step } from '../summaries/unit-graph.ts';

/** Of what is not known, only what is waited for is taken to fail: a call that logs or counts is harmless. */
export function mayThrow({ node }: Step & { readonly kind: 'opaque' }): boolean {
  return !(ts.isCallExpression(node) || ts.isNewExpression(node)) || ts.isAwaitExpression(node.parent);
}
