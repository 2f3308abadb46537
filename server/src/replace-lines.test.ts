import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { replaceLines } from './replace-lines.ts';

describe('replaceLines', () => {
  const open = (text: string): TextDocument => TextDocument.create('file:///a.ts', 'typescript', 1, text);

  it('touches only the lines that differ', () => {
    assert.deepEqual(replaceLines(open('a\nb\nc\n'), 'a\nB\nc\n'), {
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
      newText: 'B\n',
    });
  });

  it('leads to the text, whatever the lines and their breaks', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\u2028')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const document = open(before);
        assert.equal(TextDocument.applyEdits(document, [replaceLines(document, after)]), after);
      }),
    );
  });
});
