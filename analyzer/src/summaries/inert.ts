import ts from '../typescript.ts';
import { holderIn } from '../flow/expressions/holder.ts';
import { promiseJoin } from '../flow/expressions/promise-join.ts';
import { isCallLike } from '../flow/expressions/unwrap.ts';
import { eachNode } from '../program/nodes-in.ts';
import { bodyOf } from '../recognize/function-node.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { mayMatter } from '../recognize/meanings-of.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { isWorkedOff } from './promise-uses.ts';

/**
 * True for a function that, through everything it calls, does nothing that a verdict could rest on, whoever calls it:
 * its callers see nothing of it, for what it throws depends on the message and comes again with the message; what only
 * throws decides how its callers end. A function inside its own answer counts as inert, so that cycles end.
 */
export function isInert(knowledge: Knowledge, fn: FunctionNode): boolean {
  const known = tableOf(knowledge).get(fn);
  if (known !== undefined) return known;
  const table = tableOf(knowledge);
  table.set(fn, true);
  const inert = callsIn(fn).every((call) => isInertCall(knowledge, call));
  // Within a cycle the provisional answer was used; only a negative answer is final for the others.
  table.set(fn, inert && !isTelling(fn) && !onlyThrows(fn));
  return table.get(fn) ?? false;
}

const tables = new WeakMap<Knowledge, Map<FunctionNode, boolean>>();

function tableOf(knowledge: Knowledge): Map<FunctionNode, boolean> {
  const table = tables.get(knowledge) ?? new Map<FunctionNode, boolean>();
  tables.set(knowledge, table);
  return table;
}

/** The compiler marks functions that some way leads back from. */
function onlyThrows(fn: FunctionNode): boolean {
  if (fn.body === undefined || !ts.isBlock(fn.body)) return false;
  return (fn.flags & (ts.NodeFlags.HasImplicitReturn | ts.NodeFlags.HasExplicitReturn)) === 0;
}

function isInertCall(knowledge: Knowledge, call: AnyCall): boolean {
  const { functions, library, complete } = knowledge.calleesOf(call, undefined);
  if (library.length > 0) return !mayMatter(call, library);
  if (!complete && mayBeOurs(knowledge, call)) return false;
  return functions.every((callee) => isInert(knowledge, callee.fn));
}

/** A callee that a caller may supply: a parameter, a field, a member of an interface of the workspace. */
function mayBeOurs(knowledge: Knowledge, call: AnyCall): boolean {
  if (ts.isNewExpression(call)) return false;
  const { declaration } = knowledge.index.calledBy(call);
  // An untyped callee may be a parameter of an untyped function.
  if (declaration === undefined) return true;
  return knowledge.slice.stubOf(declaration.getSourceFile()) === undefined;
}

/** By the body of the function. */
const calls = new WeakMap<ts.Node, readonly AnyCall[]>();
const telling = new WeakMap<ts.Node, boolean>();

/** Every call below a function, nested functions included: they may be called from anywhere. */
function callsIn(fn: FunctionNode): readonly AnyCall[] {
  const known = calls.get(bodyOf(fn));
  if (known !== undefined) return known;
  const found: AnyCall[] = [];
  let tells = false;
  eachNode(fn, (node) => {
    if (isCallLike(node)) found.push(node);
    tells ||= isElementWrite(node) || isWait(node);
  });
  calls.set(bodyOf(fn), found);
  telling.set(bodyOf(fn), tells);
  return found;
}

/** Besides calls: it may fill a guard, or wait for what others have begun. */
function isTelling(fn: FunctionNode): boolean {
  return telling.get(bodyOf(fn)) ?? false;
}

function isElementWrite(node: ts.Node): boolean {
  return ts.isElementAccessExpression(node) && ts.isBinaryExpression(node.parent) && node.parent.left === node;
}

/** `Promise.all([...pending])`, `for (const job of pending) await job` */
function isWait(node: ts.Node): boolean {
  if (ts.isForOfStatement(node)) return isWorkedOff(node) && holderIn(node.expression) !== undefined;
  if (!ts.isCallExpression(node)) return false;
  return promiseJoin(node)?.elements.some(({ value, many }) => many && holderIn(value) !== undefined) === true;
}
