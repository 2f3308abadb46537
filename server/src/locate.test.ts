import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { locatorFor } from './locate.ts';

describe('locatorFor', () => {
  const span = { file: 'src/a b.ts', start: { line: 2, column: 3 }, end: { line: 2, column: 5 } };

  it('names files as the editor does, if they are open', () => {
    const uri = 'file:///w/src/a%20b.ts';
    const open = TextDocument.create(uri, 'typescript', 7, 'one\n  two\n');
    const at = locatorFor('/w', [open]);
    assert.deepEqual([at.uri(span.file), at.version(span.file)], [uri, 7]);
    assert.deepEqual([at.uri('c.ts'), at.version('c.ts')], ['file:///w/c.ts', null]);
  });

  it('gives the same place in texts whose lines the protocol breaks elsewhere', () => {
    const plain = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };
    assert.deepEqual(locatorFor('/w', []).range(span), plain);
    const open = TextDocument.create('file:///w/src/a%20b.ts', 'typescript', 1, '/*\u2028*/two');
    assert.deepEqual(locatorFor('/w', [open]).range(span), {
      start: { line: 0, character: 5 },
      end: { line: 0, character: 7 },
    });
  });
});
