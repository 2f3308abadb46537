import assert from 'node:assert/strict';
import { lockWith, sound, weak } from '../testing/lock-with.ts';
import { compareLocks } from './compare-locks.ts';
import type { HiddenHandler } from './hidden-handlers.ts';

describe('a handler that is not found any more', () => {
  it('is not gone while a consumer is run with a handler out of sight', () => {
    const place = { file: 'a.ts', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
    const hidden = (text: string, file: string): readonly HiddenHandler[] => [
      { written: { place: { ...place, file }, text }, files: [file] },
    ];
    const old = lockWith({ x: sound, y: weak, z: { ...weak, guarantee: 'none' } }, {}, 'App.handle');
    const seen = (calls: readonly HiddenHandler[], lock = old): readonly unknown[] =>
      compareLocks(lock, lockWith({}, {}, 'other', 'c.ts'), calls)
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
});
