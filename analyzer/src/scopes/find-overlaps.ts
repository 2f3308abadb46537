import ts from '../typescript.ts';
import type { Overlap } from '../facts/overlap.ts';
import { comparePlaces } from '../facts/place.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { optionOf } from '../recognize/read-options.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Entry } from './entry.ts';
import { isSerialised } from './serialised.ts';
import { isShared } from './shared-producer.ts';
import { overlappingFunctions } from './overlapping-functions.ts';
import { waysUp, type WayUp } from './ways-up.ts';

/** Begins that one producer can come to twice at once. */
export function findOverlaps(knowledge: Knowledge, handlers: readonly Entry[]): readonly Overlap[] {
  const found = callsTagged(knowledge, 'begin').flatMap((call) =>
    isBegin(knowledge, call) ? overlapsAt(knowledge, call, handlers) : [],
  );
  return found.sort((a, b) => comparePlaces(a.begin, b.begin));
}

function isBegin(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): call is ts.CallExpression {
  if (!ts.isCallExpression(call)) return false;
  return knowledge.calleesOf(call, undefined).library.some(({ tags }) => tags.some(({ verb }) => verb === 'begin'));
}

function overlapsAt(knowledge: Knowledge, begin: ts.CallExpression, handlers: readonly Entry[]): readonly Overlap[] {
  const roots = new Set<ts.Node>([...handlers.map(({ fn }) => fn.fn), ...overlappingFunctions(knowledge)]);
  for (const way of waysUp(knowledge, begin, roots)) {
    const started = startedAt(knowledge, way, handlers);
    if (started === undefined) continue;
    const { how, runs } = started;
    if (!isShared(knowledge, begin, way.through) || isSerialised(knowledge, way.through)) continue;
    const { slice } = knowledge;
    return [{ begin: slice.placeOf(begin.expression), how, runs: slice.placeOf(calleeNode(runs)) }];
  }
  return [];
}

interface Started {
  readonly how: Overlap['how'];
  readonly runs: ts.Node;
}

function startedAt(knowledge: Knowledge, way: WayUp, handlers: readonly Entry[]): Started | undefined {
  const { fn } = way;
  if (isPerElement(fn)) return { how: 'elements', runs: fn.parent };
  const beside = joinedBeside(knowledge, way);
  if (beside !== undefined) return { how: 'elements', runs: beside };
  for (const entry of handlers) {
    if (entry.fn.fn !== fn) continue;
    if (isListener(entry)) return { how: 'listener', runs: entry.call ?? fn };
    const option = concurrencyOf(knowledge, entry);
    if (option !== undefined) return { how: 'partitions', runs: option };
  }
  return overlappingFunctions(knowledge).has(fn)
    ? { how: 'requests', runs: ts.isCallExpression(fn.parent) ? fn.parent : fn }
    : undefined;
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

function isAsync(fn: ts.Node): boolean {
  return ts.canHaveModifiers(fn) && (ts.getModifiers(fn) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
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

/** An event is not waited for: the next one comes while an async listener is busy. */
function isListener({ call, fn }: Entry): boolean {
  if (call === undefined || !ts.isPropertyAccessExpression(call.expression)) return false;
  const name = call.expression.name.text;
  return (name === 'on' || name === 'addListener') && isAsync(fn.fn);
}

/** The option that lets the handler run for several partitions at once. */
function concurrencyOf(knowledge: Knowledge, entry: Entry): ts.Node | undefined {
  const calls = entry.call === undefined ? entry.consumers : [entry.call];
  for (const call of calls) {
    if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) continue;
    const env = entry.call === undefined ? undefined : entry.caller;
    const [member] = knowledge.calleesOf(call, env).library;
    const option = member && optionOf(knowledge, member, call, env, 'concurrency');
    const ref = option?.refs.find((each) =>
      knowledge
        .valuesOf(each)
        .some((value) => value.kind === 'constant' && typeof value.value === 'number' && value.value > 1),
    );
    if (ref !== undefined) return ref.node;
  }
  return undefined;
}
