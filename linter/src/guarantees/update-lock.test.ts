import assert from 'node:assert/strict';
import { lockWith, weak } from '../testing/lock-with.ts';
import { compareLocks } from './compare-locks.ts';
import type { Lock, LockedUnit } from './lock-schema.ts';
import { updatedLock } from './update-lock.ts';

describe('an update of the lock', () => {
  it('that is about some units leaves the others of their file as they were, but for their numbers', () => {
    const unit = (name: string): LockedUnit => lockWith({ [name]: weak }).units['a.ts']?.['start'] ?? assert.fail();
    const lock = (...names: readonly string[]): Lock => ({
      version: 1,
      units: { 'bus.ts': Object.fromEntries(names.map((name, i) => [i === 0 ? 'run' : `run #${i + 1}`, unit(name)])) },
    });
    // Another user of the wrapper comes first now, and is the one that is asked about.
    const after = lock('new', 'first', 'second');
    const own = ({ symbol }: { readonly symbol: string }): boolean => symbol === 'run';
    const next = updatedLock(lock('first', 'second'), after, { holds: () => false, includes: own, keepMissing: false });
    assert.deepEqual(compareLocks(next, after), []);
    const changed = updatedLock(lock('first', 'second'), lock('first', 'changed'), {
      holds: () => false,
      includes: own,
      keepMissing: false,
    });
    assert.deepEqual(compareLocks(changed, lock('first', 'second')), []);
  });
});
