import ts from '../typescript.ts';
import { isAssignment, spineOf } from './module-syntax.ts';
import { eachNode } from './nodes-in.ts';

/**
 * The names that a top-level statement calls into or assigns to when the module is loaded: `schema` in
 * `schema.index({ … })`. Such a statement belongs to what it changes. What functions in it do later does not count.
 */
export function touchedNames(statement: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: ts.Node[] = [statement];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) continue;
    if (ts.isCallExpression(node)) pending.push(...touchedByCall(node, names));
    else {
      addAssigned(node, names);
      ts.forEachChild(node, (child) => void pending.push(child));
    }
  }
  return names;
}

/** A chain of calls is taken apart once, not again for each of its links. */
function touchedByCall(call: ts.CallExpression, names: Set<string>): readonly ts.Node[] {
  const { root, sides } = spineOf(call);
  const isMethod = ts.isPropertyAccessExpression(call.expression) || ts.isElementAccessExpression(call.expression);
  // `Object.assign(target, …)`, `Object.defineProperty(target, …)`
  const [target] = call.arguments;
  const touched = root === 'Object' && target ? spineOf(target).root : root;
  if (isMethod && touched !== undefined) names.add(touched);
  return sides;
}

/** The names that code assigns to, whenever it runs: `bus` in `bus = new EventBus()` and in `bus.ready = true`. */
export function assignedNames(start: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  eachNode(start, (node) => {
    addAssigned(node, names);
  });
  return names;
}

function addAssigned(node: ts.Node, names: Set<string>): void {
  const assigned = isAssignment(node) ? spineOf(node.left).root : undefined;
  if (assigned !== undefined) names.add(assigned);
}
