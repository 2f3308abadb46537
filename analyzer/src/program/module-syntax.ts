import ts from '../typescript.ts';

/** The specifier of `require('…')` or `import('…')`, also awaited or in parentheses. */
export function importedInPlace(node: ts.Node): string | undefined {
  const call = unwrap(node);
  if (!ts.isCallExpression(call)) return undefined;
  const isRequire = ts.isIdentifier(call.expression) && call.expression.text === 'require';
  if (!isRequire && call.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const [argument] = call.arguments;
  return argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}

/** Without parentheses, `await`, `as`, `!` and `satisfies`. */
export function unwrap(node: ts.Node): ts.Node {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAwaitExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isVoidExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** `a.b().c[0]` taken apart: the identifier that it starts with, and what else stands in it. */
export interface Spine {
  readonly root: string | undefined;
  /** Arguments and keys, and the start if it is no identifier. */
  readonly sides: readonly ts.Node[];
}

export function spineOf(node: ts.Node): Spine {
  const sides: ts.Node[] = [];
  let inner = unwrap(node);
  for (;;) {
    if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) sides.push(...(inner.arguments ?? []));
    else if (ts.isElementAccessExpression(inner)) sides.push(inner.argumentExpression);
    else if (!ts.isPropertyAccessExpression(inner)) break;
    inner = unwrap(inner.expression);
  }
  if (ts.isIdentifier(inner)) return { root: inner.text, sides };
  return { root: undefined, sides: [...sides, inner] };
}

/** `['a', 'b']` of `{ a, b: c }`; `*` where it takes everything or something unknown. */
export function takenMembers(pattern: ts.ObjectBindingPattern): readonly string[] {
  return pattern.elements.map((element) => {
    const key = element.propertyName ?? element.name;
    if (element.dotDotDotToken) return '*';
    return ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : '*';
  });
}

/** The identifiers that a binding name introduces, however deep. */
export function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  const names: string[] = [];
  const pending: ts.BindingName[] = [name];
  for (let each = pending.pop(); each; each = pending.pop()) {
    if (ts.isIdentifier(each)) names.push(each.text);
    else each.elements.forEach((element) => ts.isBindingElement(element) && pending.push(element.name));
  }
  return names;
}

/** `x` of `exports.x` and `module.exports.x`; `export=` for `module.exports` itself. */
export function exportTarget(node: ts.Node): string | undefined {
  if (isModuleExports(node)) return 'export=';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const isExports = ts.isIdentifier(node.expression) && node.expression.text === 'exports';
  return isExports || isModuleExports(node.expression) ? node.name.text : undefined;
}

function isModuleExports(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'exports' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'module'
  );
}

export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** The JSDoc comments of a node. The compiler keeps them on the node, outside of what `forEachChild` visits. */
export function commentsOf(node: ts.Node): readonly ts.Node[] {
  return (node as { readonly jsDoc?: readonly ts.Node[] }).jsDoc ?? [];
}
