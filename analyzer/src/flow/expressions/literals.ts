import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue, lowerValues } from '../scope.ts';

export function lowerArrayLiteral(scope: Scope, node: ts.ArrayLiteralExpression, next: NodeId): NodeId {
  return lowerValues(scope, node.elements, next);
}

export function lowerObjectLiteral(scope: Scope, node: ts.ObjectLiteralExpression, next: NodeId): NodeId {
  return node.properties.reduceRight((after, property) => lowerProperty(scope, property, after), next);
}

function lowerProperty(scope: Scope, property: ts.ObjectLiteralElementLike, next: NodeId): NodeId {
  if (ts.isSpreadAssignment(property)) return lowerValue(scope, property.expression, next);
  if (ts.isShorthandPropertyAssignment(property)) return next;
  const value = ts.isPropertyAssignment(property) ? lowerValue(scope, property.initializer, next) : next;
  return lowerName(scope, property.name, value);
}

/** A computed name is evaluated, any other is not. */
export function lowerName(scope: Scope, name: ts.PropertyName | undefined, next: NodeId): NodeId {
  return name !== undefined && ts.isComputedPropertyName(name) ? lowerValue(scope, name.expression, next) : next;
}

export function lowerTemplate(scope: Scope, node: ts.TemplateExpression, next: NodeId): NodeId {
  return node.templateSpans.reduceRight((after, span) => lowerValue(scope, span.expression, after), next);
}

/** The class that is extended is evaluated; the members are functions of their own. */
export function lowerClass(scope: Scope, node: ts.ClassLikeDeclaration, next: NodeId): NodeId {
  const parents = node.heritageClauses?.filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword) ?? [];
  return lowerValues(
    scope,
    parents.flatMap(({ types }) => [...types]),
    next,
  );
}
