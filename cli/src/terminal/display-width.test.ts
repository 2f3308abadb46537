import assert from 'node:assert/strict';
import { displayWidth } from './display-width.ts';

describe('displayWidth', () => {
  it('counts the columns of a terminal', () => {
    assert.equal(displayWidth('abc'), 3);
    assert.equal(displayWidth('支払い'), 6);
    assert.equal(displayWidth('e\u0301'), 1);
    assert.equal(displayWidth('💳!'), 3);
    assert.equal(displayWidth(''), 0);
  });
});
