import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { usageOf, type Usage } from './process-tree.ts';

/** Runs a script that says `ready` and then waits for the end of its input; its usage at that moment. */
async function usageWhenReady(script: string): Promise<Usage | undefined> {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    await once(child.stdout, 'data');
    return child.pid === undefined ? undefined : usageOf(child.pid);
  } finally {
    child.stdin.end();
    await once(child, 'close');
  }
}

const runs = (script: string) =>
  `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(script)}], { stdio: 'inherit' });`;
const ready = `console.log('ready'); process.stdin.resume();`;

/** Systems without `/proc` do not say; a system that has it must. */
function unknown(usage: Usage | undefined): usage is undefined {
  return usage === undefined && !existsSync('/proc/self/status');
}

describe('the usage of a process tree', () => {
  it('has the memory of a process that the process waits for', async () => {
    // Both fill 64 MB: neither of them reaches the sum alone.
    const fill = `const filled = Buffer.alloc(64 << 20, 1);`;
    const usage = await usageWhenReady(`${fill} ${runs(`${fill} ${ready}`)} filled.at(0);`);
    assert.ok(unknown(usage) || usage.memory > 128 << 20, JSON.stringify(usage));
  });

  it('has the processor time of a process that has ended', async () => {
    const spin = `while (process.cpuUsage().user < 300_000);`;
    const usage = await usageWhenReady(`${runs(spin)} ${ready}`);
    assert.ok(unknown(usage) || usage.processor >= 0.3, JSON.stringify(usage));
  });

  it('is unknown for a process that does not exist', () => {
    assert.equal(usageOf(2 ** 30), undefined);
  });
});
