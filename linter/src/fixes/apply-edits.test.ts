import assert from 'node:assert/strict';
import type { Edit } from '@kafka-eos/analyzer/facts/edit';
import fc from 'fast-check';
import { applyEdits, conflict, mapOffset, toOffsetEdits, type OffsetEdit } from './apply-edits.ts';

const edit = (from: readonly [number, number], to: readonly [number, number], text: string): Edit => ({
  place: { file: 'a.ts', start: { line: from[0], column: from[1] }, end: { line: to[0], column: to[1] } },
  text,
});

const apply = (text: string, ...edits: readonly Edit[]): string | undefined => {
  const offsets = toOffsetEdits(text, edits);
  return offsets === undefined ? undefined : applyEdits(text, offsets);
};

/** A text, and disjoint edits of it in order. */
const editedText = fc
  .tuple(
    fc.string({ maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(8), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 5 }),
  )
  .map(([text, steps]) => {
    const edits: OffsetEdit[] = [];
    let position = 0;
    for (const [gap, length, replacement] of steps) {
      const start = position + gap;
      if (start + length > text.length) break;
      edits.push({ start, end: start + length, text: replacement });
      position = start + length;
    }
    return { text, edits };
  });

describe('edits', () => {
  it('replace, insert and remove', () => {
    assert.equal(apply('one\ntwo\nthree', edit([2, 1], [2, 4], '2'), edit([1, 1], [1, 1], '> ')), '> one\n2\nthree');
    assert.equal(apply('one\ntwo', edit([1, 4], [2, 4], '')), 'one');
  });

  it('keep the order of insertions at one point', () => {
    assert.equal(apply('x', edit([1, 1], [1, 1], 'a'), edit([1, 1], [1, 1], 'b')), 'abx');
  });

  it('are refused when they overlap or lie outside the text', () => {
    assert.equal(apply('abcd', edit([1, 1], [1, 3], ''), edit([1, 2], [1, 4], '')), undefined);
    assert.equal(apply('abcd', edit([1, 1], [1, 9], '')), undefined);
    assert.equal(apply('abcd', edit([2, 1], [2, 1], '')), undefined);
    assert.equal(apply('abcd', edit([1, 3], [1, 2], '')), undefined);
  });

  it('count lines as TypeScript does', () => {
    for (const lineBreak of ['\n', '\r\n', '\r', '\u2028', '\u2029']) {
      assert.equal(apply(`a${lineBreak}b`, edit([2, 1], [2, 2], 'c')), `a${lineBreak}c`);
    }
  });

  it('write the line breaks of the file', () => {
    assert.equal(apply('a\r\nb', edit([1, 1], [1, 2], 'x\ny\r\nz')), 'x\r\ny\r\nz\r\nb');
    assert.equal(apply('a\nb\r\n', edit([1, 1], [1, 2], 'x\ny')), 'x\ny\nb\r\n');
  });

  it('leave everything outside them as it is', () => {
    fc.assert(
      fc.property(editedText, ({ text, edits }) => {
        const result = applyEdits(text, edits);
        const outside = (
          whole: string,
          spans: readonly { readonly start: number; readonly end: number }[],
        ): readonly number[] =>
          Array.from({ length: whole.length }, (_, at) => at)
            .filter((at) => !spans.some(({ start, end }) => at >= start && at < end))
            .map((at) => whole.charCodeAt(at));
        let shift = 0;
        const written = edits.map(({ start, end, text: replacement }) => {
          const from = start + shift;
          shift += replacement.length - (end - start);
          return { start: from, end: from + replacement.length };
        });
        assert.deepEqual(outside(result, written), outside(text, edits));
      }),
    );
  });

  it('move each character that they leave to where mapOffset says', () => {
    fc.assert(
      fc.property(editedText, fc.nat(40), ({ text, edits }, at) => {
        const offset = Math.min(at, text.length);
        const result = applyEdits(text, edits);
        const { from, to } = mapOffset(offset, edits);
        assert.ok(from <= to && to <= result.length);
        const untouched = edits.every(({ start, end }) => offset < start || offset > end);
        if (untouched) assert.equal(from, to);
        if (untouched && offset < text.length) assert.equal(result[from], text[offset]);
      }),
    );
  });

  it('conflict when they touch', () => {
    const at = (start: number, end: number): readonly OffsetEdit[] => [{ start, end, text: '' }];
    assert.ok(conflict(at(1, 3), at(3, 5)));
    assert.ok(conflict(at(2, 2), at(2, 2)));
    assert.ok(!conflict(at(1, 3), at(4, 5)));
  });
});
