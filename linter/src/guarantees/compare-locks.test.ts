import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyEffect, anyLock, shuffled } from '../testing/any-lock.ts';
import { lockWith, sound, weak } from '../testing/lock-with.ts';
import type { EffectChange } from './compare-effects.ts';
import { compareLocks, fails, type UnitChange } from './compare-locks.ts';
import type { Lock, LockedEffect, LockedUnit } from './lock-schema.ts';
import { updatedLock } from './update-lock.ts';

const everywhere = { holds: () => true, keepMissing: false };

function effectsBetween(before: Lock, after: Lock): readonly EffectChange[] {
  return compareLocks(before, after).flatMap(({ effects }) => effects);
}

function shown({ effect, status, was, fails: failing, causes }: EffectChange): string {
  const reasons = causes.map(({ message }) => message).join('; ');
  return [failing ? '!' : ' ', status, effect, ...(was === undefined ? [] : [`was ${was}`]), reasons]
    .join(' ')
    .trimEnd();
}

function between(before: Lock, after: Lock): readonly string[] {
  return effectsBetween(before, after).map(shown);
}

describe('laws of the comparison', () => {
  it('nothing is different from itself, in any order', () => {
    fc.assert(
      fc.property(anyLock, (lock) => {
        assert.deepEqual(compareLocks(lock, lock), []);
        assert.deepEqual(compareLocks(lock, shuffled(lock)), []);
      }),
    );
  });

  it('the order of the keys is of no importance', () => {
    fc.assert(
      fc.property(anyLock, anyLock, (a, b) => {
        assert.deepEqual(compareLocks(shuffled(a), shuffled(b)), compareLocks(a, b));
      }),
    );
  });

  it('after an update nothing is different', () => {
    fc.assert(
      fc.property(anyLock, anyLock, (a, b) => {
        assert.deepEqual(compareLocks(updatedLock(a, b, everywhere), b), []);
      }),
    );
  });

  it('an update leaves what it is not about as it was', () => {
    fc.assert(
      fc.property(anyLock, anyLock, (a, b) => {
        const next = updatedLock(a, b, { holds: (file) => file === 'src/a.ts', keepMissing: false });
        assert.deepEqual(next.units['src/b.ts'], a.units['src/b.ts']);
        assert.deepEqual(next.units['src/a.ts'], b.units['src/a.ts']);
      }),
    );
  });

  it('an update that has not seen everything forgets nothing', () => {
    fc.assert(
      fc.property(anyLock, anyLock, (a, b) => {
        const next = updatedLock(a, b, { holds: () => true, keepMissing: true });
        for (const [file, symbols] of Object.entries(a.units)) {
          for (const [symbol, unit] of Object.entries(symbols)) {
            const kept = Object.keys(next.units[file]?.[symbol]?.effects ?? {});
            for (const name of Object.keys(unit.effects)) assert.ok(kept.includes(name));
          }
        }
      }),
    );
  });

  it('what is lost on the way there is gained on the way back', () => {
    fc.assert(
      fc.property(anyEffect, anyEffect, (a, b) => {
        const [there] = effectsBetween(lockWith({ x: a }), lockWith({ x: b }));
        const [back] = effectsBetween(lockWith({ x: b }), lockWith({ x: a }));
        assert.equal(there === undefined, back === undefined);
        if (there?.status === 'raised')
          assert.ok(back?.status === 'downgraded' || back?.status === 'changed', back?.status);
      }),
    );
  });
});

describe('the comparison', () => {
  it('names the fact behind a downgrade', () => {
    const cases: readonly (readonly [Partial<LockedEffect>, Partial<LockedEffect>, string])[] = [
      [{ repeat: 'keyed' }, { repeat: 'non-idempotent' }, 'its idempotency key is gone'],
      [{ repeat: 'keyed' }, { repeat: 'unstable-key' }, 'its key is another one at each delivery now'],
      [{ repeat: 'idempotent' }, { repeat: 'non-idempotent' }, 'doing it again leaves another end state now'],
      [{ guards: { seen: 'durable claim' } }, {}, 'guard `seen` is gone'],
      [
        { guards: { seen: 'durable check' } },
        { guards: { seen: 'memory check' } },
        'guard `seen` lives in this process only now',
      ],
      [
        { guards: { seen: 'durable claim' } },
        { guards: { seen: 'durable check' } },
        'guard `seen` asks and records in two steps now',
      ],
      [{ transaction: 'inside' }, { transaction: 'outside' }, 'it runs outside the Kafka transaction now'],
    ];
    for (const [before, after, message] of cases) {
      const old: LockedEffect = { guarantee: 'effectively-once', transaction: 'outside', ...before };
      const now: LockedEffect = { guarantee: 'at-least-once', transaction: 'outside', ...after };
      assert.deepEqual(between(lockWith({ charge: old }), lockWith({ charge: now })), [
        `! downgraded charge ${message}`,
      ]);
    }
  });

  it('names the fact of the unit behind a downgrade', () => {
    const cases: readonly (readonly [Partial<LockedUnit>, Partial<LockedUnit>, string])[] = [
      [{ autoCommit: false }, { autoCommit: true }, 'auto-commit is on now'],
      [{ autoCommit: true }, { autoCommit: 'unknown' }, 'auto-commit cannot be seen any more'],
      [{ transaction: 'with offsets' }, { transaction: 'none' }, 'no Kafka transaction is begun any more'],
      [
        { transaction: 'with offsets' },
        { transaction: 'without offsets' },
        'the transaction commits without the input offset now',
      ],
      [{}, { offsetCommits: 'by hand' }, 'an offset is committed by hand now'],
    ];
    for (const [before, after, message] of cases) {
      const old = lockWith({ x: { guarantee: 'exactly-once', transaction: 'inside' } }, before);
      const now = lockWith({ x: { guarantee: 'at-least-once', transaction: 'inside' } }, after);
      assert.deepEqual(between(old, now), [`! downgraded x ${message}`]);
    }
  });

  it('does not agree to a new effect below effectively-once', () => {
    assert.deepEqual(between(lockWith({}), lockWith({ a: sound, b: weak, c: { ...weak, guarantee: 'unknown' } })), [
      '  new a',
      '! new b',
      '! new c',
    ]);
    assert.deepEqual(between(lockWith({ b: weak }), lockWith({})), ['  removed b']);
  });

  it('knows an effect again that was moved, renamed or sent elsewhere', () => {
    const pairs = [
      ['INSERT INTO t in A.post', 'INSERT INTO t in B.post'],
      ['send (old) in A.post', 'send (new) in A.post'],
      ['send (paid) in A.post', 'sendBatch (paid) in A.post'],
    ] as const;
    for (const [old, now] of pairs) {
      assert.deepEqual(between(lockWith({ [old]: weak }), lockWith({ [now]: weak })), [`  moved ${now} was ${old}`]);
      assert.match(between(lockWith({ [old]: sound }), lockWith({ [now]: weak }))[0] ?? '', /^! downgraded/);
    }
  });

  it('knows an effect again whose client has another name, if it does the same', () => {
    const [old, now] = ['stripe.charges.create in pay', 'payments.charges.create in pay'];
    assert.deepEqual(between(lockWith({ [old]: weak }), lockWith({ [now]: weak })), [`  moved ${now} was ${old}`]);
    assert.match(between(lockWith({ [old]: sound }), lockWith({ [now]: weak }))[0] ?? '', /^! downgraded/);
    const others: readonly (readonly [string, LockedEffect])[] = [
      ['payments.refunds.create in pay', weak],
      [now, { ...weak, repeat: 'unstable-key' }],
      [now, { guarantee: 'at-least-once', transaction: 'outside' }],
      ['payments.charges.create (eu) in pay', weak],
    ];
    for (const [name, effect] of others)
      assert.deepEqual(between(lockWith({ [old]: weak }), lockWith({ [name]: effect })), [
        `! new ${name}`,
        `  removed ${old}`,
      ]);
  });

  it('does not blame the others when one more of a kind comes first', () => {
    const name = 'send (x) in f';
    const before = lockWith({ [name]: sound });
    const after = lockWith({ [name]: weak, [`${name} #2`]: sound });
    assert.deepEqual(between(before, after), [`! new ${name}`]);
  });

  it('takes a guard under another name for the same guard', () => {
    const named = (label: string): Lock => lockWith({ x: { ...sound, guards: { [label]: 'durable claim' } } });
    assert.deepEqual(compareLocks(named('seen'), named('handled')), []);
  });

  it('knows a handler again whose file or function has another name', () => {
    const old = lockWith({ 'INSERT INTO t in A.post': sound });
    const moved = lockWith({ 'INSERT INTO t in A.post': sound }, {}, 'start', 'moved.ts');
    const renamed = lockWith({ 'INSERT INTO t in A.post': weak }, {}, 'begin');
    const status = (changes: readonly UnitChange[]): readonly unknown[] =>
      changes.map((change) => [change.status, change.was, fails(change)]);
    assert.deepEqual(status(compareLocks(old, moved)), [['moved', { file: 'a.ts', symbol: 'start' }, false]]);
    assert.deepEqual(status(compareLocks(old, renamed)), [['moved', { file: 'a.ts', symbol: 'start' }, true]]);
    const other = lockWith({ fetch: sound }, {}, 'start', 'moved.ts');
    assert.deepEqual(
      compareLocks(old, other).map((change) => change.status),
      ['removed', 'new'],
    );
  });

  it('does not agree to reading what is taken back', () => {
    const [change] = compareLocks(lockWith({ x: sound }), lockWith({ x: sound }, { reads: 'read_uncommitted' }));
    assert.ok(change);
    assert.equal(fails(change), true);
    assert.deepEqual(change.facts, [
      { fact: 'reads', before: 'read_committed', after: 'read_uncommitted', fails: true },
    ]);
  });
});
