import type { Guarantee } from '@kafka-eos/analyzer/facts/guarantee';

export type Promised = 'no repeat' | 'no loss' | 'one step with the offset';

/** What a guarantee promises; the weaker of two is the one that lacks a promise of the other. */
const promises: Readonly<Record<Guarantee, readonly Promised[]>> = {
  'exactly-once': ['no repeat', 'no loss', 'one step with the offset'],
  'effectively-once': ['no repeat', 'no loss'],
  'at-least-once': ['no loss'],
  'at-most-once': ['no repeat'],
  none: [],
  unknown: [],
};

/** `revealed`: what was not known before is known now, and it is not good. */
export type Shift = 'same' | 'raised' | 'downgraded' | 'revealed' | 'obscured';

/** What became of a guarantee. A repeat in exchange for a loss is a downgrade in both directions. */
export function shiftOf(before: Guarantee, after: Guarantee): Shift {
  if (before === after) return 'same';
  if (before === 'unknown') return isSound(after) ? 'raised' : 'revealed';
  if (promises[before].some((promised) => !promises[after].includes(promised))) return 'downgraded';
  // Nothing was promised, and nothing is.
  return after === 'unknown' ? 'obscured' : 'raised';
}

/** What was promised, and is not any more; of what was not known, all that is not. */
export function lostPromises(before: Guarantee, after: Guarantee): readonly Promised[] {
  const known = before === 'unknown' ? promises['exactly-once'] : promises[before];
  return known.filter((promised) => !promises[after].includes(promised));
}

/** One end state, whatever happens. */
export function isSound(guarantee: Guarantee): boolean {
  return guarantee === 'exactly-once' || guarantee === 'effectively-once';
}
