import ts from '../typescript.ts';

/** The expressions of the returns in a piece of code, nested functions left out. */
export function returnsIn(body: ts.Node | undefined): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const stack = body === undefined ? [] : [body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      if (!ts.isFunctionLike(child) && !ts.isClassLike(child)) children.push(child);
    });
    for (const child of children.reverse()) stack.push(child);
  }
  return found;
}
