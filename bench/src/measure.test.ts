import assert from 'node:assert/strict';
import { measureOnce, median } from './measure.ts';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });
});

describe('a measured run', () => {
  it('has the output and the exit status of the command', async () => {
    const script = `console.log('out'); console.error('err'); process.exitCode = 3;`;
    const run = await measureOnce({ program: process.execPath, args: ['-e', script] }, process.cwd());
    assert.deepEqual([run.stdout, run.stderr, run.status], ['out\n', 'err\n', 3]);
    assert.ok(run.cost.seconds > 0);
  });
});
