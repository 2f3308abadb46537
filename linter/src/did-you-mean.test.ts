import assert from 'node:assert/strict';
import { closest } from './did-you-mean.ts';

describe('closest', () => {
  it('finds the word that was meant', () => {
    assert.equal(closest('in-memory-dedupe', ['offset-not-next', 'in-memory-dedup']), 'in-memory-dedup');
    assert.equal(closest('RULE', ['rules', 'preset']), 'rules');
  });

  it('does not guess wildly', () => {
    assert.equal(closest('kafka', ['rules', 'preset']), undefined);
    assert.equal(closest('', ['a', 'bc']), 'a');
    assert.equal(closest('x'.repeat(1_000_000), ['rules']), undefined);
  });
});
