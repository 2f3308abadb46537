import ts from '../typescript.ts';
import { eachNode } from '../program/nodes-in.ts';
import { bodyOf } from '../recognize/function-node.ts';
import { outermostFunction } from './outermost-function.ts';

/** The methods that put a value into a collection of this language. */
export const PUTS: ReadonlySet<string> = new Set(['add', 'push']);

/** By the body of the function. */
const tables = new WeakMap<ts.Node, ReadonlySet<string>>();

/**
 * Whether a variable may hold a promise that somebody waits for later on: it is awaited, stands in the argument of a call,
 * or is looped over. By name, within the outermost function, because one name too many costs no more than a step.
 */
export function isKept(name: ts.Identifier): boolean {
  const home = outermostFunction(name);
  if (home === undefined) return false;
  const known = tables.get(bodyOf(home)) ?? keptIn(home);
  tables.set(bodyOf(home), known);
  return known.has(name.text);
}

function keptIn(home: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  eachNode(home, (node) => {
    if (!ts.isIdentifier(node)) return;
    const { parent } = node;
    const isAwaited = ts.isAwaitExpression(parent);
    const isJoined = ts.isSpreadElement(parent) || ts.isArrayLiteralExpression(parent) || isJoin(parent, node);
    if (isAwaited || isJoined || isPut(parent, node)) names.add(node.text);
  });
  return names;
}

function isJoin(call: ts.Node, argument: ts.Expression): boolean {
  return ts.isCallExpression(call) && call.arguments[0] === argument && /^Promise\.all/.test(call.expression.getText());
}

/** The call that puts a value into a collection: `pending.add(job)`. */
export function isPut(call: ts.Node, value: ts.Expression): call is ts.CallExpression {
  if (!ts.isCallExpression(call) || call.arguments.length !== 1 || call.arguments[0] !== value) return false;
  return ts.isPropertyAccessExpression(call.expression) && PUTS.has(call.expression.name.text);
}
