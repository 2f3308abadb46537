import ts from '../../typescript.ts';
import type { Overlap } from '../../facts/overlap.ts';
import { isAsync } from '../../recognize/async-function.ts';
import { calleeNode } from '../../recognize/call-name.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { isTagged } from '../../recognize/tags-of-call.ts';
import { isSerialised } from './serialised.ts';
import { isShared } from './shared-producer.ts';
import { isStarted, type Starts } from './starts.ts';
import { waysUp, type WayUp } from '../ways-up.ts';

/** A begin that one producer can come to twice at once. */
export function overlapAt(
  knowledge: Knowledge,
  begin: ts.CallExpression | ts.NewExpression,
  starts: Starts,
): Overlap | undefined {
  if (!isBegin(knowledge, begin)) return undefined;
  for (const way of waysUp(knowledge, begin, (fn) => isStarted(starts, fn))) {
    const started = startedAt(knowledge, way, starts);
    if (started === undefined) continue;
    const { how, runs } = started;
    if (!isShared(knowledge, begin, way.through) || isSerialised(knowledge, way.through)) continue;
    const { slice } = knowledge;
    return { begin: slice.placeOf(begin.expression), how, runs: slice.placeOf(calleeNode(runs)) };
  }
  return undefined;
}

function isBegin(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): call is ts.CallExpression {
  if (!ts.isCallExpression(call)) return false;
  return isTagged(knowledge, call, undefined, 'begin');
}

interface Started {
  readonly how: Overlap['how'];
  readonly runs: ts.Node;
}

function startedAt(knowledge: Knowledge, way: WayUp, starts: Starts): Started | undefined {
  const { fn } = way;
  if (isPerElement(fn)) return { how: 'elements', runs: fn.parent };
  const beside = joinedBeside(knowledge, way);
  if (beside !== undefined) return { how: 'elements', runs: beside };
  for (const { listening, concurrency } of starts.handlersAt(fn)) {
    if (listening !== undefined) return { how: 'listener', runs: listening };
    if (concurrency !== undefined) return { how: 'partitions', runs: concurrency };
  }
  if (!starts.overlaps(fn)) return undefined;
  return { how: 'requests', runs: ts.isCallExpression(fn.parent) ? fn.parent : fn };
}

const PER_ELEMENT = new Set(['map', 'forEach', 'flatMap']);

/** `items.map(async (item) => …)`: all elements are begun before the first one ends. */
function isPerElement(fn: ts.Node): boolean {
  const call = fn.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== fn || !ts.isPropertyAccessExpression(call.expression))
    return false;
  // `items.map((item) => this.issue(item))` gives the promises just as well.
  return (
    PER_ELEMENT.has(call.expression.name.text) &&
    (isAsync(fn) || isJoined(call) || call.expression.name.text === 'forEach')
  );
}

function isJoined({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    JOINS.has(parent.expression.name.text)
  );
}

const JOINS = new Set(['all', 'allSettled']);

/** `Promise.all([publish(a), publish(b)])`: another element of the array calls the same function. */
function joinedBeside(knowledge: Knowledge, { spot }: WayUp): ts.Node | undefined {
  const list = spot.parent;
  if (!ts.isCallExpression(spot) || !ts.isArrayLiteralExpression(list) || !isJoined(list)) return undefined;
  const called = new Set(knowledge.calleesOf(spot, undefined).functions.map(({ fn }) => fn));
  const others = list.elements.filter(
    (other) =>
      other !== spot &&
      ts.isCallExpression(other) &&
      knowledge.calleesOf(other, undefined).functions.some(({ fn }) => called.has(fn)),
  );
  return others.length > 0 ? list.parent : undefined;
}
