import ts from '../../typescript.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, type Use, failureOf, lowerValue } from '../scope.ts';
import { holderIn } from './holder.ts';
import { isCallLike, unwrap } from './unwrap.ts';

/** A call of `Promise.all` or one of its siblings, told by the names alone. */
export interface PromiseJoin {
  readonly call: ts.CallExpression;
  readonly kind: 'all' | 'allSettled' | 'race' | 'any';
  readonly elements: readonly JoinElement[];
}

interface JoinElement {
  readonly value: ts.Expression;
  /** True for a value that holds any number of promises: the argument as a whole, or a spread. */
  readonly many: boolean;
}

/** More elements than this are not copied for the case that an earlier one fails. */
const MAX_COPIED_ELEMENTS = 6;

export function promiseJoin(call: ts.CallExpression): PromiseJoin | undefined {
  const callee = unwrap(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
  const [argument] = call.arguments;
  const kind = joinKind(callee.name.text);
  if (callee.expression.text !== 'Promise' || kind === undefined || argument === undefined) return undefined;
  return { call, kind, elements: elementsOf(argument) };
}

function elementsOf(argument: ts.Expression): readonly JoinElement[] {
  const list = unwrap(argument);
  if (!ts.isArrayLiteralExpression(list)) return [{ value: argument, many: true }];
  return list.elements.map((each) =>
    ts.isSpreadElement(each) ? { value: each.expression, many: true } : { value: each, many: false },
  );
}

function joinKind(name: string): PromiseJoin['kind'] | undefined {
  return name === 'all' || name === 'allSettled' || name === 'race' || name === 'any' ? name : undefined;
}

export function lowerPromiseJoin(scope: Scope, join: PromiseJoin, use: Use, next: NodeId): NodeId {
  const end = lowerEnd(scope, join, use, next);
  if (use.completion === 'floating') return lowerInOrder(scope, join, use, end);
  switch (join.kind) {
    case 'all':
      return lowerAll(scope, join, failureOf(scope, use), end);
    case 'allSettled':
      return lowerAllSettled(scope, join, end);
    case 'race':
      return lowerRace(scope, join, failureOf(scope, use), end);
    case 'any':
      return lowerAny(scope, join, failureOf(scope, use), end);
  }
}

/** The join itself: waits, and fails with those elements that have no error edge of their own. */
function lowerEnd(scope: Scope, { call, kind, elements }: PromiseJoin, use: Use, next: NodeId): NodeId {
  const failure = kind !== 'allSettled' && elements.some(isHeldElsewhere) ? failureOf(scope, use) : next;
  if (use.completion === 'awaited') return scope.nodes.add({ kind: 'await', of: call, next, error: failure });
  return use.rejected === undefined ? next : scope.nodes.choose(call, [next, failure]);
}

/** The promises in a variable that holds many: they belong to no call that is lowered here. */
function isHeldElsewhere({ value, many }: JoinElement): boolean {
  return many && (!isCallLike(unwrap(value)) || holderIn(value) !== undefined);
}

function lowerElement(scope: Scope, element: JoinElement, next: NodeId, rejected: NodeId): NodeId {
  if (isHeldElsewhere(element)) return lowerValue(scope, element.value, next);
  return scope.lower.expression(scope, element.value, { completion: 'collected', rejected }, next);
}

function lowerInOrder(scope: Scope, { elements }: PromiseJoin, use: Use, next: NodeId): NodeId {
  return elements.reduceRight((after, { value }) => scope.lower.expression(scope, value, use, after), next);
}

/** Goes on when all are fulfilled. */
function lowerAll(scope: Scope, join: PromiseJoin, error: NodeId, next: NodeId): NodeId {
  const failures = lowerFailures(scope, join, error);
  return join.elements.reduceRight(
    (after, element, index) => lowerElement(scope, element, after, failures[index] ?? error),
    next,
  );
}

/**
 * Where each element goes when it fails: those after it have been started and may have run, or not. The copies end one
 * in the other, so there is one of each element.
 */
function lowerFailures(scope: Scope, { call, elements }: PromiseJoin, error: NodeId): readonly NodeId[] {
  const inner: Scope = { ...scope, copy: true };
  let remaining = error;
  return elements
    .toReversed()
    .map((element, behind) => {
      if (scope.copy || behind > MAX_COPIED_ELEMENTS) return error;
      const failure = scope.nodes.choose(call, [error, remaining]);
      const isFirst = behind === elements.length - 1;
      if (!isFirst && behind < MAX_COPIED_ELEMENTS) remaining = lowerElement(inner, element, remaining, error);
      return failure;
    })
    .reverse();
}

/** A failed element does not keep the join from waiting for the others. */
function lowerAllSettled(scope: Scope, { elements }: PromiseJoin, next: NodeId): NodeId {
  return elements.reduceRight((after, element) => lowerElement(scope, element, after, after), next);
}

/** Goes on, or fails, with the first that settles; the others may have run by then, or not. */
function lowerRace(scope: Scope, join: PromiseJoin, error: NodeId, next: NodeId): NodeId {
  const failures = lowerFailures(scope, join, error);
  return join.elements.reduceRight((rest, element, index) => {
    const after = scope.nodes.choose(join.call, [next, rest]);
    return lowerElement(scope, element, after, failures[index] ?? error);
  }, next);
}

/** Goes on with the first that is fulfilled, and fails when none is. */
function lowerAny(scope: Scope, { call, elements }: PromiseJoin, error: NodeId, next: NodeId): NodeId {
  // The last one may also fail after another was fulfilled.
  const allFailed = elements.length > 1 ? scope.nodes.choose(call, [error, next]) : error;
  return elements.reduceRight((rest, element, index) => {
    const isLast = index === elements.length - 1;
    const after = isLast ? next : scope.nodes.choose(call, [next, rest]);
    return lowerElement(scope, element, after, isLast ? allFailed : rest);
  }, next);
}
