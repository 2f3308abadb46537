import ts from '../typescript.ts';

/** The variable that is declared to hold what a begin gives. */
export function handleName(begin: ts.Node): ts.Identifier | undefined {
  const holder = outermost(begin).parent;
  return ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name : undefined;
}

/** An expression with the `await`, the parentheses and the assertions around it. */
export function outermost(node: ts.Node): ts.Node {
  let at = node;
  while (
    ts.isAwaitExpression(at.parent) ||
    ts.isParenthesizedExpression(at.parent) ||
    ts.isAsExpression(at.parent) ||
    ts.isNonNullExpression(at.parent) ||
    ts.isSatisfiesExpression(at.parent)
  )
    at = at.parent;
  return at;
}
