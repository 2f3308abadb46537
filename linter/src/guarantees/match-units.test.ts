import assert from 'node:assert/strict';
import { lockWith, sound, weak } from '../testing/lock-with.ts';
import { compareLocks } from './compare-locks.ts';
import type { Lock } from './lock-schema.ts';

describe('the units of two locks', () => {
  it('knows a handler again that was moved to a function of another file', () => {
    const effects = { 'INSERT INTO t in start.eachMessage': sound, 'send (paid) in start.eachMessage': sound };
    const moved = { 'INSERT INTO t in handle': weak, 'send (paid) in handle': sound };
    const old = lockWith(effects, {}, 'start.eachMessage');
    const [change, ...others] = compareLocks(old, lockWith(moved, {}, 'handle', 'b.ts'));
    assert.deepEqual(
      [change?.status, change?.was, others],
      ['moved', { file: 'a.ts', symbol: 'start.eachMessage' }, []],
    );
    assert.deepEqual(
      change?.effects.map(({ effect, status }) => [effect, status]),
      [
        ['INSERT INTO t in handle', 'downgraded'],
        ['send (paid) in handle', 'moved'],
      ],
    );
    const statuses = (after: Lock): readonly string[] => compareLocks(old, after).map(({ status }) => status);
    assert.deepEqual(statuses(lockWith({ 'send (paid) in handle': sound }, {}, 'handle', 'b.ts')), ['removed', 'new']);
    assert.deepEqual(statuses(lockWith(moved, { delivery: 'call' }, 'handle', 'b.ts')), ['removed', 'new']);
  });

  it('takes the likeliest of several for the handler that was renamed', () => {
    const units = (file: string, symbols: Readonly<Record<string, readonly string[]>>): Lock => ({
      version: 1,
      units: {
        [file]: Object.fromEntries(
          Object.entries(symbols).map(([symbol, names]) => {
            const effects = Object.fromEntries(names.map((name) => [name, sound]));
            return [symbol, lockWith(effects).units['a.ts']?.['start'] ?? assert.fail()];
          }),
        ),
      },
    });
    const old = units('a.ts', { a: ['x', 'y'], b: ['x', 'y', 'z'] });
    const changes = compareLocks(old, units('a.ts', { c: ['x', 'y', 'z'], d: ['x', 'y'] }));
    assert.deepEqual(
      changes.map(({ unit, was }) => [unit.symbol, was?.symbol]),
      [
        ['c', 'b'],
        ['d', 'a'],
      ],
    );
  });
});
