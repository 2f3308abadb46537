import { normalSuccessors } from '../scopes/reach.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import type { EffectStep } from './effect-step.ts';
import type { Loops } from './loops.ts';

const SETTLING = {
  kafka: { begin: 'begin', commit: 'commit', undo: 'abort' },
  database: { begin: 'db-begin', commit: 'db-commit', undo: 'db-rollback' },
} as const;

/**
 * The steps from which, exceptions left aside, a way leads to the commit of what is pending; undefined without one. The
 * next turn of a loop that begins a transaction commits what is pending then.
 */
export function thatReachCommit(
  { steps }: UnitGraph,
  loops: Loops,
  into: EffectStep['into'],
): ReadonlySet<StepId> | undefined {
  if (into === 'outside') return undefined;
  const { begin, commit, undo } = SETTLING[into];
  const begins = steps.filter((step) => isVerb(step, begin));
  const bodies = new Map(begins.flatMap(({ id }) => (loops.around[id] ?? []).map(({ head, body }) => [head, body])));
  const found = new Set(steps.flatMap((step) => (isVerb(step, commit) ? [step.id] : [])));
  if (found.size === 0) return undefined;
  const before = new Map<StepId, StepId[]>();
  for (const step of steps) {
    if (isVerb(step, undo)) continue;
    const onwards = normalSuccessors(step).filter((next) => next !== bodies.get(step.id));
    for (const next of onwards) before.set(next, [...(before.get(next) ?? []), step.id]);
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
