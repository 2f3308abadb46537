import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { hostileMapReport } from '../testing/sample-map.ts';
import { colours } from '../terminal/style.ts';
import { renderers } from './all-renderers.ts';
import type { MapFormat } from './map-options.ts';

/** Whatever else it is, it is a name: not blank, and not one of the sample's own. */
const hostileText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          '::error::',
          '\n',
          '\r',
          '\u001B[2J',
          '\u001B]0;title\u0007',
          '\u202E',
          '\u2028',
          '\uFFFE',
          '<script>',
          '</text></svg>',
          '<!--',
          ']]>',
          '&lt;',
          '"',
          "' onload='x",
          '"]',
          '#quot;',
          'end',
          '%%{init}%%',
          '`',
          '``',
          '|',
          '\\',
          '\\|',
          '](http://x)',
          '@team',
          '#12',
          '![x](http://x)',
          '```',
          '- x',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  )
  .map((text) => `@${text}`);

const shown = (format: MapFormat, text: string): string =>
  renderers[format]({ ...hostileMapReport(text), style: colours });

/** Tags with the names of their attributes. */
function structureOf(markup: string): readonly string[] {
  return [...markup.replaceAll(/"[^"]*"/g, '""').matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/\s+/g, ' '));
}

/** A page without its code spans and blocks: everything that Markdown would act on. */
function withoutCode(page: string): string {
  const withoutBlocks = page.replaceAll(/^(`{3,})\w+\n[\s\S]*?\n\1$/gm, '');
  let rest = '';
  for (let at = 0; at < withoutBlocks.length;) {
    const [run] = /^`+/.exec(withoutBlocks.slice(at)) ?? [''];
    const end = run === '' ? -1 : endOfSpan(withoutBlocks, at + run.length, run.length);
    if (run === '' || end < 0) rest += withoutBlocks[at] ?? '';
    at = run === '' || end < 0 ? at + 1 : end;
  }
  return rest;
}

function endOfSpan(text: string, from: number, length: number): number {
  for (const match of text.slice(from).matchAll(/`+/g)) {
    if (match[0].length === length) return from + match.index + length;
  }
  return -1;
}

const runs = { numRuns: 150 };

describe('text of others in a map', () => {
  for (const format of ['text', 'mermaid', 'svg', 'html', 'json', 'markdown'] as const) {
    it(`as ${format} has no control characters, and steers no CI log`, () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const output = stripVTControlCharacters(shown(format, text));
          assert.doesNotMatch(output, /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
          assert.doesNotMatch(output, /^\s*(?:::|##\[)/m);
        }),
        runs,
      );
    });
  }

  for (const format of ['svg', 'html'] as const) {
    it(`as ${format} changes no tag`, () => {
      const expected = structureOf(shown(format, '@'));
      fc.assert(
        fc.property(hostileText, (text) => {
          const output = shown(format, text);
          assert.deepEqual(structureOf(output), expected);
          assert.doesNotMatch(output, /[\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|#39);)/u);
        }),
        runs,
      );
    });
  }

  it('as mermaid stays in its labels', () => {
    const structure = (output: string): string => output.replaceAll(/"[^"]*"/g, '""');
    const expected = structure(shown('mermaid', '@'));
    fc.assert(
      fc.property(hostileText, (text) => {
        const output = shown('mermaid', text);
        assert.equal(structure(output), expected);
        for (const [quoted] of output.matchAll(/"[^"\n]*"/g)) {
          assert.match(quoted, /^"(?:[\p{L}\p{N} ._/:,()?✓↻✗→‹›…-]|#\d+;|<br\/>)*"$/u);
        }
      }),
      runs,
    );
  });

  it('as markdown stays in its code spans and in its cells', () => {
    const cells = (page: string): readonly number[] =>
      page.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split(/(?<!\\)\|/).length] : []));
    const rows = (page: string): string => page.slice(0, page.indexOf('## What the map does not know'));
    const benign = shown('markdown', '@');
    fc.assert(
      fc.property(hostileText, (text) => {
        const page = shown('markdown', text);
        assert.equal(withoutCode(page), withoutCode(benign));
        assert.deepEqual(cells(rows(page)), cells(rows(benign)));
      }),
      runs,
    );
  });
});
