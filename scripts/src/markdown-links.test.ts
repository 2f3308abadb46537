import assert from 'node:assert/strict';
import { anchorsOf, linksOf } from './markdown-links.ts';
import { filesBelow, readText } from './repository.ts';

const files = filesBelow('');
const pages = files.filter((path) => path.endsWith('.md'));

/** A link may lead to a file, or to a folder that has files. */
function exists(path: string): boolean {
  return files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
}

describe('links between pages', () => {
  it('are read relative to their page, and not out of code', () => {
    const text = ['[a](b.md#c) [d](#e) [f](https://g) `[h](i.md)`', '```', '[j](k.md)', '```'].join('\n');
    assert.deepEqual(linksOf('docs/rules/x.md', text), [
      { path: 'docs/rules/b.md', heading: 'c' },
      { path: 'docs/rules/x.md', heading: 'e' },
    ]);
  });

  it('name headings as the site does', () => {
    assert.deepEqual(anchorsOf('# A b\n## `c`: d, e\n```\n# no\n```\n'), ['a-b', 'c-d-e']);
  });

  it('lead somewhere', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page, readText(page))
        .filter(
          ({ path, heading }) =>
            !exists(path) || !(heading === undefined || anchorsOf(readText(path)).includes(heading)),
        )
        .map(({ path, heading }) => `${page}: ${path}${heading === undefined ? '' : `#${heading}`}`),
    );
    assert.deepEqual(broken, []);
  });

  it('of the architecture name files that exist', () => {
    const named = [...readText('ARCHITECTURE.md').matchAll(/`(?<path>[\w.-]+\/[\w./-]+)`/g)].map(
      ({ groups }) => groups?.['path'] ?? '',
    );
    assert.notDeepEqual(named, []);
    assert.deepEqual(
      named.filter((path) => !exists(path) && !files.some((file) => file.endsWith(`/${path}`))),
      [],
    );
  });
});
