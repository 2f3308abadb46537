import ts from '../typescript.ts';
import { isCopy, PASSING } from '../flow/expressions/holder.ts';
import { promiseJoin } from '../flow/expressions/promise-join.ts';
import { isWrapper } from '../flow/expressions/unwrap.ts';
import { isPut } from '../flow/kept-names.ts';
import { nodesIn } from '../program/nodes-in.ts';
import { chainAround } from './detached.ts';

/** What code does with promises that a variable, or a collection, holds: only `waited` asks how all of them came out. */
export type PromiseUse = 'waited' | 'put' | 'aside' | 'other';

/** How a mention of what holds promises is used. */
export function promiseUse(mention: ts.Expression): PromiseUse {
  let at = mention;
  for (let outer = aroundValue(at); outer !== undefined; outer = aroundValue(at)) at = outer;
  const { parent } = at;
  if (ts.isAwaitExpression(parent)) return 'waited';
  // `pending.splice(pending.indexOf(job), 1);`
  if (ts.isExpressionStatement(parent)) return 'aside';
  if (ts.isForOfStatement(parent)) return parent.expression === at && isWorkedOff(parent) ? 'waited' : 'other';
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === at ? memberUse(parent) : 'other';
  return ts.isCallExpression(parent) ? argumentUse(parent, at, mention) : 'other';
}

/** The same promises, or all of them and others: `[...pending]`, `pending.splice(0)`, `Array.from(pending)`. */
function aroundValue(node: ts.Expression): ts.Expression | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return isCopy(parent) ? parent : undefined;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node ? passedBy(parent) : undefined;
  return isWrapper(parent) || ts.isSpreadElement(parent) || ts.isArrayLiteralExpression(parent) ? parent : undefined;
}

function passedBy(member: ts.PropertyAccessExpression): ts.Expression | undefined {
  const { parent } = member;
  const isCalled = ts.isCallExpression(parent) && parent.expression === member;
  return isCalled && PASSING.has(member.name.text) ? parent : undefined;
}

/** `for (const job of pending) await job;` */
export function isWorkedOff({ initializer, statement }: ts.ForOfStatement): boolean {
  const name = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined;
  if (name === undefined || !ts.isIdentifier(name)) return false;
  const uses = nodesIn(statement, ts.isIdentifier).filter(({ text }) => text === name.text);
  return uses.length > 0 && uses.every(({ parent }) => ts.isAwaitExpression(parent));
}

function memberUse(member: ts.PropertyAccessExpression): PromiseUse {
  if (ASIDE.has(member.name.text)) return 'aside';
  // Whoever watches a promise has another one, and does not change how this one comes out.
  const { parent } = chainAround(member.expression);
  const isWatched = LINKS.has(member.name.text) && (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent));
  return isWatched ? 'aside' : 'other';
}

const ASIDE: ReadonlySet<string> = new Set(['add', 'push', 'delete', 'clear', 'has', 'indexOf', 'length', 'size']);
const FORGETS: ReadonlySet<string> = new Set(['delete', 'indexOf']);
const LINKS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

function argumentUse(call: ts.CallExpression, value: ts.Expression, mention: ts.Expression): PromiseUse {
  const join = promiseJoin(call);
  if (join?.kind === 'race') return ts.isAwaitExpression(call.parent) ? 'aside' : 'other';
  if (join !== undefined) return isWaitedFor(call, join.kind) ? 'waited' : 'other';
  if (value !== mention) return 'other';
  const { expression } = call;
  if (isPut(call, value)) return 'put';
  return ts.isPropertyAccessExpression(expression) && FORGETS.has(expression.name.text) ? 'aside' : 'other';
}

/** `await Promise.all(…)`, also in a chain; results of `Promise.allSettled` that somebody reads tell of failures. */
function isWaitedFor(call: ts.CallExpression, kind: 'all' | 'allSettled' | 'race' | 'any'): boolean {
  if (kind === 'all') return ts.isAwaitExpression(chainAround(call).parent);
  return kind === 'allSettled' && ts.isAwaitExpression(call.parent) && ts.isExpressionStatement(call.parent.parent);
}
