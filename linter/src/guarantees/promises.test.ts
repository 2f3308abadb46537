import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyGuarantee } from '../testing/any-lock.ts';
import { isSound, shiftOf } from './promises.ts';

describe('the order of guarantees', () => {
  it('has a loss and a repeat side by side: one for the other is never a gain', () => {
    assert.equal(shiftOf('at-least-once', 'at-most-once'), 'downgraded');
    assert.equal(shiftOf('at-most-once', 'at-least-once'), 'downgraded');
    assert.equal(shiftOf('none', 'at-most-once'), 'raised');
    assert.equal(shiftOf('exactly-once', 'effectively-once'), 'downgraded');
  });

  it('takes the unknown for what promises nothing', () => {
    assert.equal(shiftOf('effectively-once', 'unknown'), 'downgraded');
    assert.equal(shiftOf('at-least-once', 'unknown'), 'downgraded');
    assert.equal(shiftOf('none', 'unknown'), 'obscured');
    assert.equal(shiftOf('unknown', 'effectively-once'), 'raised');
    assert.equal(shiftOf('unknown', 'at-least-once'), 'revealed');
  });

  it('never gains in both directions, and never gains by way of a loss', () => {
    fc.assert(
      fc.property(anyGuarantee, anyGuarantee, anyGuarantee, (a, b, c) => {
        assert.equal(shiftOf(a, a), 'same');
        if (shiftOf(a, b) === 'raised') assert.notEqual(shiftOf(b, a), 'raised');
        if (shiftOf(a, b) === 'raised' && shiftOf(b, c) === 'raised') assert.equal(shiftOf(a, c), 'raised');
        if (isSound(a) && !isSound(b)) assert.equal(shiftOf(a, b), 'downgraded');
      }),
    );
  });
});
