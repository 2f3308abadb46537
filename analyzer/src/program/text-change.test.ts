import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedSpan } from './text-change.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });

describe('where two texts differ', () => {
  it('makes the one of the other', () => {
    fc.assert(
      fc.property(text, text, (before, now) => {
        const span = changedSpan(before, now);
        const put = now.slice(span.start, span.now);
        assert.equal(before.slice(0, span.start) + put + before.slice(span.before), now);
      }),
    );
  });

  it('is no more than that', () => {
    assert.deepEqual(changedSpan('send(id)', 'send(id, 1)'), { start: 7, before: 7, now: 10 });
    assert.deepEqual(changedSpan('aaa', 'aa'), { start: 2, before: 3, now: 2 });
    assert.deepEqual(changedSpan('a', 'a'), { start: 1, before: 1, now: 1 });
  });
});
