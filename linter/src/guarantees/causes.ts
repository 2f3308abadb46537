import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { LockedEffect, LockedUnit } from './lock-schema.ts';

/** Which fact moved a guarantee; the place of it is looked up in the code by this name. */
export type CauseKind =
  | 'left-transaction'
  | 'transaction-gone'
  | 'offsets-left'
  | 'offset-commit'
  | 'auto-commit'
  | 'guard-gone'
  | 'guard-new'
  | 'guard-weaker'
  | 'repeat'
  | 'out-of-sight';

export interface Cause {
  readonly kind: CauseKind;
  readonly message: string;
  /** For a guard: its label. */
  readonly guard?: string;
  /** Where it is, if no lock is needed to say so. */
  readonly place?: Place;
}

interface Difference {
  readonly units: readonly [LockedUnit, LockedUnit];
  readonly effects: readonly [LockedEffect, LockedEffect];
}

/** The facts under an effect that are other ones now, what is nearest to the effect first. */
export function causesOf({ units: [oldUnit, unit], effects: [oldEffect, effect] }: Difference): readonly Cause[] {
  return [
    ...repeatCauses(oldEffect, effect),
    ...guardCauses(oldEffect, effect),
    ...transactionCauses(oldUnit, unit, oldEffect, effect),
    ...positionCauses(oldUnit, unit),
  ];
}

function repeatCauses({ repeat: before }: LockedEffect, { repeat: after }: LockedEffect): readonly Cause[] {
  if (before === after || after === undefined) return [];
  return [{ kind: 'repeat', message: repeatMessage(before, after) }];
}

function repeatMessage(before: LockedEffect['repeat'], after: NonNullable<LockedEffect['repeat']>): string {
  switch (after) {
    case 'unstable-key':
      return 'its key is another one at each delivery now';
    case 'non-idempotent':
      return before === 'keyed' || before === 'unstable-key'
        ? 'its idempotency key is gone'
        : 'doing it again leaves another end state now';
    case 'unknown':
      return 'what doing it again does cannot be seen any more';
    case 'keyed':
      return 'it has a stable idempotency key now';
    case 'idempotent':
      return 'doing it again leaves the same end state now';
  }
}

function guardCauses({ guards: before = {} }: LockedEffect, { guards: after = {} }: LockedEffect): readonly Cause[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const gone = [...old].filter(([label]) => !now.has(label));
  const added = [...now].filter(([label]) => !old.has(label));
  // One of the same kind under another name is the same guard.
  const renamed = new Set(gone.map(([, kind]) => kind).filter((kind) => added.some((each) => each[1] === kind)));
  const notRenamed = ([, kind]: readonly [string, string]): boolean => !renamed.has(kind);
  return [
    ...gone
      .filter(notRenamed)
      .map(([guard]): Cause => ({ kind: 'guard-gone', guard, message: `guard \`${guard}\` is gone` })),
    ...[...now].flatMap(([guard, kind]) => weakened(guard, old.get(guard), kind)),
    ...added
      .filter(notRenamed)
      .map(([guard]): Cause => ({ kind: 'guard-new', guard, message: `guard \`${guard}\` is new` })),
  ];
}

function weakened(guard: string, before: string | undefined, after: string): readonly Cause[] {
  if (before === undefined || before === after) return [];
  const how =
    before.startsWith('durable') && after.startsWith('memory')
      ? 'lives in this process only now'
      : before.endsWith('claim') && after.endsWith('check')
        ? 'asks and records in two steps now'
        : `is a ${after} now; it was a ${before}`;
  return [{ kind: 'guard-weaker', guard, message: `guard \`${guard}\` ${how}` }];
}

function transactionCauses(
  oldUnit: LockedUnit,
  unit: LockedUnit,
  oldEffect: LockedEffect,
  effect: LockedEffect,
): readonly Cause[] {
  if (oldUnit.transaction !== 'none' && unit.transaction === 'none')
    return [{ kind: 'transaction-gone', message: 'no Kafka transaction is begun any more' }];
  const left: readonly Cause[] =
    oldEffect.transaction === 'inside' && effect.transaction === 'outside'
      ? [{ kind: 'left-transaction', message: 'it runs outside the Kafka transaction now' }]
      : [];
  const offsets: readonly Cause[] =
    oldUnit.transaction === 'with offsets' && unit.transaction === 'without offsets'
      ? [{ kind: 'offsets-left', message: 'the transaction commits without the input offset now' }]
      : [];
  return [...left, ...offsets];
}

function positionCauses(oldUnit: LockedUnit, unit: LockedUnit): readonly Cause[] {
  const offsets: readonly Cause[] =
    oldUnit.offsetCommits === unit.offsetCommits ? [] : [{ kind: 'offset-commit', message: offsetMessage(unit) }];
  if (oldUnit.autoCommit === unit.autoCommit || unit.autoCommit === undefined) return offsets;
  const now = unit.autoCommit === 'unknown' ? 'cannot be seen any more' : unit.autoCommit ? 'is on now' : 'is off now';
  return [...offsets, { kind: 'auto-commit', message: `auto-commit ${now}` }];
}

function offsetMessage({ offsetCommits }: LockedUnit): string {
  if (offsetCommits === 'none') return 'no offset is committed by hand any more';
  return offsetCommits === 'by hand'
    ? 'an offset is committed by hand now'
    : 'an offset is committed beside the transaction now';
}
