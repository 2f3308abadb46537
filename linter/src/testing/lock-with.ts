import type { Lock, LockedEffect, LockedUnit } from '../guarantees/lock-schema.ts';

export const sound: LockedEffect = { guarantee: 'effectively-once', transaction: 'outside', repeat: 'keyed' };
export const weak: LockedEffect = { guarantee: 'at-least-once', transaction: 'outside', repeat: 'non-idempotent' };
/** A lock of one unit. */
export function lockWith(
  effects: LockedUnit['effects'],
  facts: Partial<LockedUnit> = {},
  symbol = 'start',
  file = 'a.ts',
): Lock {
  const usual = { delivery: 'each-message', autoCommit: true, reads: 'read_committed', transaction: 'none' } as const;
  return { version: 1, units: { [file]: { [symbol]: { ...usual, offsetCommits: 'none', ...facts, effects } } } };
}
