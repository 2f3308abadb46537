import ts from '../../typescript.ts';

type Wrapper =
  | ts.ParenthesizedExpression
  | ts.AsExpression
  | ts.SatisfiesExpression
  | ts.TypeAssertion
  | ts.NonNullExpression
  | ts.ExpressionWithTypeArguments
  | ts.PartiallyEmittedExpression;

export function isWrapper(node: ts.Node): node is Wrapper {
  switch (node.kind) {
    case ts.SyntaxKind.ParenthesizedExpression:
    case ts.SyntaxKind.AsExpression:
    case ts.SyntaxKind.SatisfiesExpression:
    case ts.SyntaxKind.TypeAssertionExpression:
    case ts.SyntaxKind.NonNullExpression:
    case ts.SyntaxKind.ExpressionWithTypeArguments:
    case ts.SyntaxKind.PartiallyEmittedExpression:
      return true;
    default:
      return false;
  }
}

/** The expression without parentheses and type syntax, none of which do anything at run time. */
export function unwrap(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** Whether a short circuit inside the expression also skips what is around it: parentheses end an optional chain. */
export function endsOptionalChain(expression: ts.Expression): boolean {
  let inner = expression;
  while (ts.isNonNullExpression(inner)) inner = inner.expression;
  return !ts.isOptionalChain(inner);
}

/** Calls in the wide sense: what a call node can stand for. */
export function isCallLike(node: ts.Node): node is ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
}
