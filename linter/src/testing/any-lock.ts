import { guarantees } from '@kafka-eos/analyzer/facts/guarantee';
import fc from 'fast-check';
import { lockVersion, type Lock, type LockedEffect, type LockedUnit } from '../guarantees/lock-schema.ts';

export const anyGuarantee = fc.constantFrom<LockedEffect['guarantee'][]>(...guarantees);

export const anyEffect: fc.Arbitrary<LockedEffect> = fc.record(
  {
    guarantee: anyGuarantee,
    transaction: fc.constantFrom('inside' as const, 'outside' as const),
    repeat: fc.constantFrom('keyed' as const, 'non-idempotent' as const, 'unknown' as const),
    guards: fc.dictionary(
      fc.constantFrom('seen', 'INSERT INTO inbox', 'a "b"'),
      fc.constantFrom('memory check', 'durable claim'),
    ),
  },
  { requiredKeys: ['guarantee', 'transaction'] },
);

const effectNames = fc.constantFrom(
  ...[
    'INSERT INTO t in A.b',
    'INSERT INTO t in A.c',
    'INSERT INTO t in A.b #2',
    'send (x) in A.b',
    'send (y) in A.b',
    'fetch',
  ],
);

const anyUnit: fc.Arbitrary<LockedUnit> = fc.record(
  {
    delivery: fc.constantFrom('each-message' as const, 'each-batch' as const, 'call' as const),
    autoCommit: fc.constantFrom(true, false, 'unknown' as const),
    reads: fc.constantFrom('read_committed' as const, 'read_uncommitted' as const, 'unknown' as const),
    transaction: fc.constantFrom('none' as const, 'with offsets' as const, 'without offsets' as const),
    offsetCommits: fc.constantFrom('none' as const, 'by hand' as const, 'beside the transaction' as const),
    effects: fc.dictionary(effectNames, anyEffect, { maxKeys: 4 }),
  },
  { requiredKeys: ['delivery', 'transaction', 'offsetCommits', 'effects'] },
);

const symbols = fc.dictionary(fc.constantFrom('A.eachMessage', 'A.eachMessage #2', 'start', 'other'), anyUnit, {
  minKeys: 1,
  maxKeys: 3,
});

export const anyLock: fc.Arbitrary<Lock> = fc
  .dictionary(fc.constantFrom('src/a.ts', 'src/b.ts', 'c d.js'), symbols, { maxKeys: 3 })
  .map((units) => ({ version: lockVersion, units }));

/** The same lock with every key in another order. */
export function shuffled({ version, units }: Lock): Lock {
  const turned = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).reverse());
  const files = Object.entries(units).map(([file, each]) => {
    const inside = Object.entries(each).map(
      ([symbol, unit]) => [symbol, { ...unit, effects: turned(unit.effects) }] as const,
    );
    return [file, turned(Object.fromEntries(inside))] as const;
  });
  return { version, units: turned(Object.fromEntries(files)) };
}
