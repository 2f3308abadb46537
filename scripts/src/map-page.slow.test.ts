import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readText, repository } from './repository.ts';

const map = (...args: readonly string[]): string => {
  const command = ['cli/bin/kafka-eos.js', 'map', '--no-color', 'examples/payments/trapped', ...args];
  const run = spawnSync(process.execPath, command, { cwd: repository, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
};

const page = readText('docs/map.md');
const blockOf = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n(?<text>[\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.groups?.['text'] ?? '';

describe('the page of the map', function () {
  this.timeout(60_000);

  it('shows the map as the command prints it today', () => {
    for (const [language, shown] of [
      ['text', map()],
      ['mermaid', map('--format', 'mermaid')],
    ] as const) {
      const block = blockOf(language);
      assert.notEqual(block, '');
      assert.ok(shown.includes(block), `docs/map.md shows\n\n${block}\nbut the command prints\n\n${shown}`);
    }
  });

  it('shows the picture as "map examples/payments/trapped --format svg=docs/payments-map.svg" draws it', () => {
    const drawn = map('--format', 'svg');
    const links = (svg: string): string => svg.replaceAll(/href="[^"]*"/g, '');
    assert.equal(links(readText('docs/payments-map.svg')), links(drawn));
  });
});
