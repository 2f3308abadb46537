import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readText, repository } from './repository.ts';

const fences = /^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm;

function firstBlock(markdown: string, language: string): string {
  const blocks = [...markdown.matchAll(fences)].filter(({ groups }) => groups?.['language'] === language);
  return blocks[0]?.groups?.['text'] ?? '';
}

describe('the README', () => {
  it('shows a finding as the command prints it today', function () {
    this.timeout(60_000);
    const args = ['cli/bin/kafka-eos.js', 'check', '--no-color', 'examples/payments/trapped'];
    const run = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
    assert.equal(run.status, 1, run.stderr);
    const shown = firstBlock(readText('README.md'), 'text');
    assert.notEqual(shown, '');
    assert.ok(run.stdout.includes(shown), `README.md shows\n\n${shown}\nbut the command prints\n\n${run.stdout}`);
  });
});
