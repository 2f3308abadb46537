import type { Step } from '../summaries/unit-graph.ts';

/** What is taken out of a cache would be gone by itself: a lock that is not given back expires, as does a stale entry. */
export function isGivenBack(step: Step): boolean {
  return step.kind === 'write' && step.write.category === 'cache' && step.write.removes;
}
