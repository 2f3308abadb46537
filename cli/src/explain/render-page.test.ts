import assert from 'node:assert/strict';
import { plain } from '../terminal/style.ts';
import { renderPage } from './render-page.ts';

describe('renderPage', () => {
  it('shows a page without its markup', () => {
    const page = [
      '# a-rule',
      '',
      'Some **bold** words, `code`, a [link](https://example.org/) and a [page](../other.md).',
      '',
      '- one `item`',
      '  - inside',
      '1. first',
      '> quoted',
      '',
      '```ts',
      'const **not** = `markup`;',
      '```',
    ].join('\n');
    assert.equal(
      renderPage(page, plain),
      `a-rule

Some bold words, code, a link (https://example.org/) and a page.

• one item
  • inside
1. first
│ quoted

    const **not** = \`markup\`;
`,
    );
  });

  it('wraps prose, but neither code nor tables', () => {
    const long = 'word '.repeat(40).trim();
    const lines = renderPage(`${long}\n\n| ${long} |\n\n\`\`\`\n${long}\n\`\`\``, plain).split('\n');
    assert.ok(lines.slice(0, 3).every(({ length }) => length <= 100));
    assert.ok(lines.includes(`| ${long} |`));
    assert.ok(lines.includes(`    ${long}`));
  });
});
