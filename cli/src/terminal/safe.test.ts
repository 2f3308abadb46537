import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { clean, cleanLine, coloured, join, safe, safeJson } from './safe.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\u001B', '[', '3', '1', 'm', ']', '0', ';', '\u0007', '\u009B', '\r', '\n', '\u202E', 'x'),
  }),
);

/** First and last code points that a terminal acts on, listed without the implementation's help. */
const harmful = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
] as const;

const harmIn = (text: string): readonly string[] =>
  Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return harmful.some(([first, last]) => code >= first && code <= last);
  });

describe('safe text', () => {
  it('has nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(harmIn(clean(text)), []);
        assert.deepEqual(harmIn(cleanLine(text)), []);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps one line one line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(cleanLine(text), /[\n\t]/);
      }),
    );
  });

  it('leaves ordinary text as it is', () => {
    for (const text of ['src/zahlung-ü.ts', '支払い', '👩‍👩‍👧', 'a\tb\nc']) assert.equal(clean(text), text);
  });

  it('keeps our colours, and no sequence that text brings along', () => {
    const escape = '\u001B';
    const text = safe`${coloured(clean(`${escape}[2J${escape}[31mred`), 31, 39)}!`;
    assert.equal(text, `${escape}[31m\uFFFD[2J\uFFFD[31mred${escape}[39m!`);
    fc.assert(
      fc.property(anyText, (raw) => {
        const shown = join([coloured(cleanLine(raw), 1, 22), safe`end`], ' ');
        assert.deepEqual(harmIn(stripVTControlCharacters(shown)), []);
        assert.equal(shown.split(escape).length, 3);
      }),
    );
  });

  it('is JSON with the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, (value, text) => {
        const json = safeJson({ value, text });
        assert.deepEqual(harmIn(json), []);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify({ value, text })));
      }),
    );
  });
});
