import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step } from '../summaries/unit-graph.ts';
import type { Action } from './machine.ts';
import { recordsBeside } from './records-beside.ts';

/** What a write does to the records that guards ask for; undefined for one that does nothing to them. */
export function recordAction(
  guards: readonly UnitGuard[],
  step: Step & { readonly kind: 'write' | 'produce' },
): Action | undefined {
  const { id, next, error } = step;
  const guard = guards.findIndex(({ asks }) => asks.has(id));
  const asked = guards[guard];
  const recording = guards.findIndex(({ records, asks }) => records.has(id) && !asks.has(id));
  if (asked !== undefined) {
    const taken = asked.throws ? { taken: error } : {};
    // What is claimed under a unique key may be what a look-up asks for.
    const also = recording < 0 ? {} : { records: recording };
    return { kind: 'claim', guard, ...also, ...taken, ...recordsBeside(guards, step, [guard, recording]), next, error };
  }
  if (recording >= 0)
    return {
      kind: 'record',
      guard: recording,
      durable: true,
      ...recordsBeside(guards, step, [recording]),
      next,
      error,
    };
  const forgetting = guards.findIndex(({ forgets }) => forgets.has(id));
  if (forgetting < 0) return undefined;
  return {
    kind: 'forget',
    guard: forgetting,
    durable: true,
    ...recordsBeside(guards, step, [forgetting]),
    next,
    error,
  };
}
