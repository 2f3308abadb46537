import ts from '../typescript.ts';

/** The calls chained onto a call, inside out. */
export function chainedCalls(call: ts.Node): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  let at: ts.Node = call;
  for (;;) {
    const access: ts.Node = at.parent;
    if (!ts.isPropertyAccessExpression(access) || access.expression !== at) return found;
    const next: ts.Node = access.parent;
    if (!ts.isCallExpression(next) || next.expression !== access) return found;
    found.push(next);
    at = next;
  }
}
