import assert from 'node:assert/strict';
import { failureOf } from './analysis-failure.ts';

describe('an analysis that ended early', () => {
  it('says what the user can do', () => {
    const outOfMemory = Object.assign(new Error('terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    assert.match(failureOf(outOfMemory).message, /ran out of memory; check a part of the workspace/);
    assert.match(failureOf(new RangeError('Maximum call stack size exceeded')).message, /nested too deeply/);
    assert.match(failureOf(new Error('oops')).message, /^internal error: oops; please report it/);
    assert.match(failureOf('oops').message, /^internal error: oops/);
  });

  it('keeps the stack for those who ask', () => {
    assert.match(failureOf(new Error('oops')).stack ?? '', /analysis-failure/);
  });
});
