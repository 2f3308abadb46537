import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';
import { isAccess, lowerReference } from './access.ts';
import { lowerName } from './literals.ts';
import { unwrap } from './unwrap.ts';

/** Takes a value apart into new variables: defaults and computed names in it are evaluated. */
export function lowerBinding(scope: Scope, name: ts.BindingName, next: NodeId): NodeId {
  if (ts.isIdentifier(name)) return next;
  return name.elements.reduceRight<NodeId>((after, element) => lowerBindingElement(scope, element, after), next);
}

function lowerBindingElement(scope: Scope, element: ts.ArrayBindingElement, next: NodeId): NodeId {
  if (ts.isOmittedExpression(element)) return next;
  const bound = lowerBinding(scope, element.name, next);
  return lowerName(scope, element.propertyName, lowerDefault(scope, element, element.initializer, bound));
}

/** A default is evaluated when there is no value, which the syntax does not tell. */
export function lowerDefault(scope: Scope, of: ts.Node, value: ts.Expression | undefined, next: NodeId): NodeId {
  return value === undefined ? next : scope.nodes.choose(of, [lowerValue(scope, value, next), next]);
}

/** The target of a destructuring assignment, or of a loop. */
export function lowerTargetPattern(scope: Scope, target: ts.Expression, next: NodeId): NodeId {
  const node = unwrap(target);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.reduceRight((after, element) => lowerTargetElement(scope, element, after), next);
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.reduceRight((after, property) => lowerTargetProperty(scope, property, after), next);
  }
  if (!isAccess(node)) return lowerValue(scope, node, next);
  const write = ts.isElementAccessExpression(node) ? scope.nodes.add({ kind: 'access', node, next }) : next;
  return lowerReference(scope, node, write);
}

function lowerTargetElement(scope: Scope, element: ts.Expression, next: NodeId): NodeId {
  if (ts.isSpreadElement(element)) return lowerTargetPattern(scope, element.expression, next);
  if (!ts.isBinaryExpression(element)) return lowerTargetPattern(scope, element, next);
  return lowerDefault(scope, element, element.right, lowerTargetPattern(scope, element.left, next));
}

function lowerTargetProperty(scope: Scope, property: ts.ObjectLiteralElementLike, next: NodeId): NodeId {
  if (ts.isSpreadAssignment(property)) return lowerTargetPattern(scope, property.expression, next);
  if (ts.isShorthandPropertyAssignment(property)) {
    return lowerDefault(scope, property, property.objectAssignmentInitializer, next);
  }
  const bound = ts.isPropertyAssignment(property) ? lowerTargetElement(scope, property.initializer, next) : next;
  return lowerName(scope, property.name, bound);
}
