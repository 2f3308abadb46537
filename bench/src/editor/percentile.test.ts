import assert from 'node:assert/strict';
import { percentile } from './percentile.ts';

describe('percentile', () => {
  it('is a value that was measured', () => {
    assert.equal(percentile([3, 1, 2, 4], 0.5), 2);
    assert.equal(percentile([5, 1, 3], 1), 5);
    assert.equal(percentile([7], 0.95), 7);
  });

  it('is not a number of nothing', () => {
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });
});
