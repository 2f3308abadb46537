import ts from '../typescript.ts';
import { holderIn, type Holder } from '../flow/expressions/holder.ts';
import { promiseJoin } from '../flow/expressions/promise-join.ts';
import type { FlowNode, NodeId } from '../flow/flow-graph.ts';
import type { Env } from '../recognize/env.ts';
import { oneOf, type Builder } from './builder.ts';
import { hasFailedBefore } from './failed-before.ts';
import type { Frame } from './frame.ts';
import type { AwaitedSlot } from './held-promises.ts';
import type { StepId } from './unit-graph.ts';

type NodeOf<Kind extends FlowNode['kind']> = FlowNode & { readonly kind: Kind };
type At = (next: NodeId) => StepId;

/** A rejection is remembered for whoever waits for the promise, or goes where it goes when nobody is known to. */
export function rejectionStep(builder: Builder, { env }: Frame, node: NodeOf<'rejection'>, at: At): StepId {
  const slot = builder.held.slotOf(node.of, env);
  if (slot === undefined) return at(node.error);
  const step = builder.add(node.of, env, { kind: 'result', slot, value: true, next: at(node.next) }, '!');
  builder.held.reject(step, slot, at(node.error));
  return step;
}

/** What is made anew holds nothing that was rejected. */
export function holderStep(builder: Builder, { env }: Frame, { name, next }: NodeOf<'holder'>, at: At): StepId {
  const slot = builder.held.slotOfNew(name, env);
  return slot === undefined
    ? at(next)
    : builder.add(name, env, { kind: 'result', slot, value: false, next: at(next) }, '0');
}

/** Waiting fails where a promise was rejected that is followed; other promises may be rejected at any time. */
export function awaitStep(builder: Builder, { env }: Frame, { of, next, error }: NodeOf<'await'>, at: At): StepId {
  const { slots, others } = builder.held.awaitedIn(of, env);
  if (error === next) return slots.reduce((to, slot) => forgotten(builder, of, env, slot, to), at(next));
  const mayFail = (others || slots.length === 0) && !hasFailedBefore(builder.knowledge, of, env);
  const after = mayFail ? builder.add(of, env, { kind: 'opaque', next: at(next), error: at(error) }) : at(next);
  const isRace = ts.isCallExpression(of) && promiseJoin(of)?.kind === 'race';
  // The first one to settle may be another one.
  const rejected = isRace ? oneOf(builder, of, env, [at(error), after]) : at(error);
  return asking(builder, of, env, slots, rejected, after);
}

/** `await Promise.all(pending).catch(log)`: which of the two it is follows from what is remembered. */
export function choiceStep(builder: Builder, { env }: Frame, node: NodeOf<'choice'>, at: At): StepId {
  const [next, error, ...more] = node.next;
  const awaited = ts.isCallExpression(node.of) ? builder.held.awaitedIn(node.of, env) : undefined;
  const isKnown = awaited !== undefined && awaited.slots.length > 0 && !awaited.others && more.length === 0;
  return isKnown && next !== undefined && error !== undefined && ts.isCallExpression(node.of)
    ? asking(builder, node.of, env, awaited.slots, at(error), at(next))
    : builder.add(node.of, env, { kind: 'choice', next: node.next.map(at) });
}

/** `if (pending.length > 0)`: what was rejected is there. */
export function filledStep(
  builder: Builder,
  { env }: Frame,
  condition: ts.Expression,
  { whenTrue, whenFalse }: { readonly whenTrue: StepId; readonly whenFalse: StepId },
  otherwise: StepId,
): StepId {
  const asked = askedForContents(condition);
  if (asked === undefined) return otherwise;
  const filled = asked.whenFilled ? whenTrue : whenFalse;
  return whereFilled(builder, { condition, of: asked.of, env }, filled, otherwise);
}

/** `for (const job of pending) await job` does not end before it has come to the one that was rejected. */
export function workedOff(
  builder: Builder,
  { env }: Frame,
  over: ts.Expression,
  { body, next }: { readonly body: StepId; readonly next: StepId },
): StepId {
  const of = holderIn(over);
  return of === undefined ? next : whereFilled(builder, { condition: over, of, env }, body, next);
}

interface Asked {
  readonly condition: ts.Expression;
  readonly of: Holder;
  readonly env: Env | undefined;
}

function whereFilled(builder: Builder, { condition, of, env }: Asked, filled: StepId, otherwise: StepId): StepId {
  const slot = builder.held.slotIn(of, env);
  if (slot === undefined) return otherwise;
  const kind = { kind: 'branch', condition, test: 'rejected', slot, whenTrue: filled, whenFalse: otherwise } as const;
  return builder.add(condition, env, kind, slot);
}

function asking(
  builder: Builder,
  of: ts.Expression,
  env: Env | undefined,
  slots: readonly AwaitedSlot[],
  rejected: StepId,
  fulfilled: StepId,
): StepId {
  return slots.reduce((next, awaited) => {
    const whenTrue = forgotten(builder, of, env, awaited, rejected);
    const { slot } = awaited;
    return builder.add(
      of,
      env,
      { kind: 'branch', condition: of, test: 'rejected', slot, whenTrue, whenFalse: next },
      slot,
    );
  }, fulfilled);
}

/** What is waited for once does not fail another time. */
function forgotten(
  builder: Builder,
  of: ts.Expression,
  env: Env | undefined,
  { slot, once }: AwaitedSlot,
  next: StepId,
): StepId {
  return once ? builder.add(of, env, { kind: 'result', slot, value: false, next }, slot) : next;
}

/** `pending.length`, `pending.size > 0`, `pending.length === 0`: whether anything is in there. */
function askedForContents(condition: ts.Expression): { readonly of: Holder; readonly whenFilled: boolean } | undefined {
  if (!ts.isBinaryExpression(condition)) {
    const of = countedIn(condition);
    return of && { of, whenFilled: true };
  }
  const of = countedIn(condition.left);
  const whenFilled = WHEN_FILLED.get(`${condition.operatorToken.getText()} ${condition.right.getText()}`);
  return of === undefined || whenFilled === undefined ? undefined : { of, whenFilled };
}

const WHEN_FILLED: ReadonlyMap<string, boolean> = new Map([
  ['> 0', true],
  ['>= 1', true],
  ['!== 0', true],
  ['!= 0', true],
  ['=== 0', false],
  ['== 0', false],
  ['< 1', false],
]);

function countedIn(node: ts.Expression): Holder | undefined {
  const isCount = ts.isPropertyAccessExpression(node) && (node.name.text === 'length' || node.name.text === 'size');
  return isCount ? holderIn(node.expression) : undefined;
}
