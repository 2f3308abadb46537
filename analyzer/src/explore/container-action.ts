import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step } from '../summaries/unit-graph.ts';
import type { Action } from './machine.ts';

/** What a step does that asks or fills a collection in memory. */
export function containerAction(
  guards: readonly UnitGuard[],
  { id, next }: Step & { readonly kind: 'container' },
): Action {
  const inMemory = { durable: false, next, error: next } as const;
  const asked = guards.findIndex(({ asks }) => asks.has(id));
  if (asked >= 0) return { kind: 'sample', guard: asked, ...inMemory };
  const recording = guards.findIndex(({ records }) => records.has(id));
  if (recording >= 0) return { kind: 'record', guard: recording, ...inMemory };
  const forgetting = guards.findIndex(({ forgets }) => forgets.has(id));
  return forgetting >= 0 ? { kind: 'forget', guard: forgetting, ...inMemory } : { kind: 'go', next: [next] };
}
