import assert from 'node:assert/strict';
import { lockWith, sound, weak } from '../testing/lock-with.ts';
import { compareLocks } from './compare-locks.ts';
import { allInSight, type HiddenHandler } from './hidden-handlers.ts';

describe('a handler that is not found any more', () => {
  it('is not gone while a consumer is run with a handler out of sight', () => {
    const place = { file: 'a.ts', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
    const hidden = (text: string, file: string): readonly HiddenHandler[] => [
      { written: { place: { ...place, file }, text }, files: [file] },
    ];
    const old = lockWith({ x: sound, y: weak, z: { ...weak, guarantee: 'none' } }, {}, 'App.handle');
    const seen = (calls: readonly HiddenHandler[], lock = old): readonly unknown[] =>
      compareLocks(lock, lockWith({}, {}, 'other', 'c.ts'), { ...allInSight, handlers: calls })
        .filter(({ status }) => status !== 'new')
        .map(({ status, effects }) => [
          status,
          effects.map((each) => [each.status, each.fails, each.causes[0]?.place]),
        ]);
    const inFile = { ...place, file: 'a.ts' };
    assert.deepEqual(seen(hidden('c.run({ eachMessage: wrap(it) })', 'a.ts')), [
      [
        'hidden',
        [
          ['downgraded', true, inFile],
          ['downgraded', true, inFile],
          ['changed', false, inFile],
        ],
      ],
    ]);
    assert.equal(seen(hidden('c.run({ eachMessage: wrap(handle) })', 'b.ts')).flat()[0], 'hidden');
    assert.equal(seen(hidden('c.run({ handle: wrap(it) })', 'b.ts')).flat()[0], 'removed');
    assert.equal(seen([]).flat()[0], 'removed');
    const called = lockWith({ x: sound }, { delivery: 'call' });
    assert.equal(seen(hidden('c.run(it)', 'a.ts'), called).flat()[0], 'removed');
  });

  it('is not gone while it hands its message to something that nothing is known of', () => {
    const place = { file: 'bus.ts', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
    const sight = { ...allInSight, callIn: () => ({ place, text: 'opts.handler' }) };
    const [change] = compareLocks(lockWith({ x: sound }), lockWith({}), sight);
    assert.deepEqual([change?.status, change?.effects.map(({ fails }) => fails)], ['hidden', [true]]);
    assert.deepEqual(compareLocks(lockWith({}), lockWith({}), sight), []);
    const rest = compareLocks(lockWith({ x: sound, y: sound }), lockWith({ y: sound }), sight);
    assert.deepEqual(
      rest.flatMap(({ effects }) => effects.map(({ status }) => status)),
      ['removed'],
    );
  });
});
