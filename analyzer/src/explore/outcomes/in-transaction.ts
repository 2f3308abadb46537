import type { Step } from '../../summaries/unit-graph.ts';
import { momentKey, type Moment, type Walk } from './walk.ts';

/** What a commit settles; one that has failed is tried again by another call. */
export function isSettledBy(step: Step): boolean {
  return isInTransaction(step) || (step.kind === 'control' && step.verb === 'commit');
}

function isInTransaction(step: Step): boolean {
  if (step.kind === 'produce') return step.produce.transactional || step.produce.whenOpen;
  return step.kind === 'control' && step.verb === 'send-offsets';
}

/** Whether a step of a transaction is undone even if it succeeds: every way on from there comes to an abort first. */
export function isAbortedAnyway(walk: Walk, moment: Moment, effect: Step): boolean {
  if (!isInTransaction(effect) && !(effect.kind === 'control' && effect.verb === 'begin')) return false;
  const seen = new Set<string>();
  const pending = [...walk.onwards(moment)];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const step = walk.stepAt(at);
    const known = momentKey(at);
    if (step === undefined || seen.has(known)) continue;
    seen.add(known);
    if (isLeft(step)) return false;
    if (step.kind !== 'control' || step.verb !== 'abort') pending.push(...walk.onwards(at));
  }
  return true;
}

/** It ends otherwise, or may do so. */
function isLeft(step: Step): boolean {
  if (step.kind === 'control') return step.verb === 'commit' || step.verb === 'escape';
  return step.kind === 'exit' || step.kind === 'failure' || step.kind === 'settled';
}
