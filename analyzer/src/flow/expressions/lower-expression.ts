import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, type Use, awaited, failureOf, lowerValue } from '../scope.ts';
import { isAccess, lowerAccess } from './access.ts';
import { lowerCall, lowerNew, lowerTaggedTemplate } from './calls.ts';
import { lowerArrayLiteral, lowerClass, lowerObjectLiteral, lowerTemplate } from './literals.ts';
import { lowerConditional, lowerLogical } from './logical.ts';
import { lowerOperator } from './operators.ts';
import { endsOptionalChain, unwrap } from './unwrap.ts';

/** Nothing happens where these are evaluated. */
const LEAVES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.PrivateIdentifier,
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.ImportKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.MetaProperty,
  ts.SyntaxKind.OmittedExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
]);

export function lowerExpression(scope: Scope, expression: ts.Expression, use: Use, next: NodeId, skip = next): NodeId {
  if (scope.nodes.isFull()) return next;
  const inner = unwrap(expression);
  const exit = endsOptionalChain(expression) ? next : skip;
  return (
    lowerForwarding(scope, inner, use, next, exit) ?? lowerPlain(scope, inner, settle(scope, inner, use, next), exit)
  );
}

/** Expressions that hand the use on to the calls in them, so that these are the ones awaited, returned or dropped. */
function lowerForwarding(scope: Scope, node: ts.Expression, use: Use, next: NodeId, skip: NodeId): NodeId | undefined {
  if (ts.isCallExpression(node)) return lowerCall(scope, node, use, next, skip);
  if (ts.isNewExpression(node)) return lowerNew(scope, node, use, next);
  if (ts.isTaggedTemplateExpression(node)) return lowerTaggedTemplate(scope, node, use, next);
  if (ts.isConditionalExpression(node)) return lowerConditional(scope, node, use, next);
  if (ts.isBinaryExpression(node)) return lowerLogical(scope, node, use, next);
  return undefined;
}

/** A promise that is no call's: it is waited for, or settles at a time that is not known. */
function settle(scope: Scope, node: ts.Expression, use: Use, next: NodeId): NodeId {
  switch (use.completion) {
    case 'awaited':
    case 'collected':
      return scope.nodes.add({ kind: 'await', of: node, next, error: failureOf(scope, use) });
    case 'returned':
      return use.rejected === undefined
        ? next
        : scope.nodes.add({ kind: 'await', of: node, next, error: use.rejected });
    case 'stored':
    case 'floating':
      return use.rejected === undefined ? next : scope.nodes.choose(node, [next, use.rejected]);
  }
}

function lowerPlain(scope: Scope, node: ts.Expression, next: NodeId, skip: NodeId): NodeId {
  if (isAccess(node)) return lowerAccess(scope, node, next, skip);
  if (ts.isAwaitExpression(node)) return scope.lower.expression(scope, node.expression, awaited, next);
  if (ts.isArrayLiteralExpression(node)) return lowerArrayLiteral(scope, node, next);
  if (ts.isObjectLiteralExpression(node)) return lowerObjectLiteral(scope, node, next);
  if (ts.isTemplateExpression(node)) return lowerTemplate(scope, node, next);
  if (ts.isSpreadElement(node)) return lowerValue(scope, node.expression, next);
  if (ts.isClassExpression(node)) return lowerClass(scope, node, next);
  if (LEAVES.has(node.kind) || ts.isLiteralExpression(node)) return next;
  return lowerOperator(scope, node, next) ?? lowerOpaque(scope, node, next);
}

/** A `yield` hands the control to somebody else; what is yielded is evaluated before. */
function lowerOpaque(scope: Scope, node: ts.Expression, next: NodeId): NodeId {
  const opaque = scope.nodes.add({ kind: 'opaque', of: node, next, error: scope.error });
  return ts.isYieldExpression(node) && node.expression ? lowerValue(scope, node.expression, opaque) : opaque;
}
