import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText, repository } from './repository.ts';

function firstBlock(page: string, language: string): string {
  const blocks = [...readText(page).matchAll(/^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm)];
  return blocks.find(({ groups }) => groups?.['language'] === language)?.groups?.['text'] ?? '';
}

function run(args: readonly string[], cwd = repository) {
  const command = join(repository, 'cli/bin/kafka-eos.js');
  return spawnSync(process.execPath, [command, ...args, '--no-color'], { cwd, encoding: 'utf8' });
}

describe('the page of', function () {
  this.timeout(60_000);

  it('crash shows a table as the command prints it today', () => {
    const { stdout, stderr } = run(['crash', 'examples/payments/trapped/services/payments/main.ts']);
    assert.equal(stdout, firstBlock('docs/crash.md', 'text'), stderr);
  });

  it('guarantees shows the lock of the corrected example, which agrees with its code', () => {
    const { status, stdout, stderr } = run(['guarantees', 'examples/payments/corrected']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /agrees with the code/);
    assert.equal(firstBlock('docs/guarantees.md', 'json'), readText('examples/payments/corrected/kafka-eos.lock.json'));
  });

  it('guarantees shows what a lost guard looks like', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-eos-'));
    try {
      cpSync(join(repository, 'examples/payments/corrected'), folder, { recursive: true });
      const inbox = join(folder, 'services/inbox/once-per-message.ts');
      const text = readFileSync(inbox, 'utf8');
      const edited = text.replace('if (claim.rowCount === 1) await work(db);', 'await work(db);');
      assert.notEqual(edited, text);
      writeFileSync(inbox, edited);
      const { status, stdout, stderr } = run(['guarantees', 'services/payments'], folder);
      assert.equal(status, 1, stderr);
      assert.equal(stdout, firstBlock('docs/guarantees.md', 'text'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
