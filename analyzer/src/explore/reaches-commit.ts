import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';
import type { EffectStep } from './effect-step.ts';

const SETTLING = {
  kafka: { commit: 'commit', undo: 'abort' },
  database: { commit: 'db-commit', undo: 'db-rollback' },
} as const;

/** The steps from which, exceptions left aside, a way leads to the commit of what is pending; undefined without one. */
export function thatReachCommit({ steps }: UnitGraph, into: EffectStep['into']): ReadonlySet<StepId> | undefined {
  if (into === 'outside') return undefined;
  const { commit, undo } = SETTLING[into];
  const found = new Set(steps.flatMap((step) => (isVerb(step, commit) ? [step.id] : [])));
  if (found.size === 0) return undefined;
  const before = new Map<StepId, StepId[]>();
  for (const step of steps) {
    if (isVerb(step, undo)) continue;
    for (const next of regular(step)) before.set(next, [...(before.get(next) ?? []), step.id]);
  }
  const pending = [...found];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const previous of before.get(id) ?? []) {
      if (found.has(previous)) continue;
      found.add(previous);
      pending.push(previous);
    }
  }
  return found;
}

function isVerb(step: Step, verb: string): boolean {
  return step.kind === 'control' && step.verb === verb;
}

function regular(step: Step): readonly StepId[] {
  return 'error' in step ? [step.next] : successorsOf(step);
}
