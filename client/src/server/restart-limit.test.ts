import assert from 'node:assert/strict';
import { openRestartLimit } from './restart-limit.ts';

const minute = 60_000;

describe('the limit of restarts', () => {
  it('is four in three minutes', () => {
    const limit = openRestartLimit();
    const allowed = [0, 1, 2, 3, 4].map((at) => limit.mayRestart(at * 1000));
    assert.deepEqual(allowed, [true, true, true, true, false]);
  });

  it('does not count crashes that are long past', () => {
    const limit = openRestartLimit();
    const allowed = [0, 1, 2, 3, 4, 5].map((at) => limit.mayRestart(at * minute));
    assert.deepEqual(allowed, [true, true, true, true, true, true]);
  });

  it('starts anew when the user restarts the server', () => {
    const limit = openRestartLimit();
    for (const at of [0, 1, 2, 3, 4]) limit.mayRestart(at);
    limit.forget();
    assert.equal(limit.mayRestart(5), true);
  });
});
