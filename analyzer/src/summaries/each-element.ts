import type ts from 'typescript';
import { oneOf, type Builder } from './builder.ts';
import type { CallSite } from './inline-call.ts';
import { isBatch } from './loop-kind.ts';
import type { StepId } from './unit-graph.ts';

/** A callback that runs once per element of what it is called on. */
export function eachElement(
  builder: Builder,
  site: CallSite,
  over: ts.Expression,
  body: (head: StepId) => StepId,
): StepId {
  const { call, env, next } = site;
  const batch = isBatch(builder.knowledge, over, env);
  const together = isStartedTogether(site) ? { together: true as const } : {};
  return builder.loop(call, env, (head) => ({ kind: 'each', over, batch, ...together, body: body(head), next }), '*');
}

/**
 * Where a failed element leads. `Promise.all(messages.map(…))` has started with all messages of a batch by then: those
 * behind the one that fails may be done, and resolved, before the join is rejected.
 */
export function failingElement(
  builder: Builder,
  site: CallSite,
  over: ts.Expression,
  run: (to: { readonly next: StepId; readonly error: StepId }) => StepId,
): StepId {
  const { call, env, error } = site;
  if (!isStartedTogether(site) || !isBatch(builder.knowledge, over, env)) return error;
  const others = builder.loop(
    call,
    env,
    (head) => ({ kind: 'each', over, batch: true, together: true, body: run({ next: head, error }), next: error }),
    '*!',
  );
  return oneOf(builder, call, env, [error, others]);
}

/** `Promise.all(items.map(…))` */
function isStartedTogether({ completion }: CallSite): boolean {
  return completion === 'collected';
}
