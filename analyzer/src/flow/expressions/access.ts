import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, lowerValue } from '../scope.ts';
import { branch } from './conditions.ts';

export type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

export function isAccess(node: ts.Node): node is Access {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Reads a property (no node: only elements are of interest) or an element. */
export function lowerAccess(scope: Scope, node: Access, next: NodeId, skip: NodeId): NodeId {
  const read = ts.isElementAccessExpression(node) ? scope.nodes.add({ kind: 'access', node, next }) : next;
  return lowerReference(scope, node, read, skip);
}

/** Evaluates the object and the key, and stops there. */
export function lowerReference(scope: Scope, node: Access, next: NodeId, skip = next): NodeId {
  const keyed = ts.isElementAccessExpression(node) ? lowerValue(scope, node.argumentExpression, next) : next;
  return lowerLink(scope, node, keyed, skip);
}

/** Evaluates what an access or a call is made on; `?.` goes to `skip` when that is nullish. */
export function lowerLink(scope: Scope, link: Access | ts.CallExpression, next: NodeId, skip: NodeId): NodeId {
  const { expression } = link;
  const entered = link.questionDotToken ? branch(scope, expression, 'nullish', skip, next) : next;
  return lowerValue(scope, expression, entered, ts.isOptionalChain(link) ? skip : entered);
}
