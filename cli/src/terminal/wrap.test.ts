import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanLine, coloured, safe } from './safe.ts';
import { wrap } from './wrap.ts';

describe('wrap', () => {
  it('breaks between words and indents what follows', () => {
    assert.equal(wrap(safe`one two three four`, 9, safe`  `), 'one two\n  three\n  four');
    assert.equal(
      wrap(safe`  • a b`, 4, safe`    `),
      '  • a\n    b'.replace('  • a', '  •\n    a').replace('\n    b', '\n    b'),
    );
  });

  it('does not count colours', () => {
    const red = coloured(safe`two`, 31, 39);
    assert.equal(wrap(safe`one ${red}`, 7, safe``), `one ${red}`);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const line = cleanLine(text);
        assert.equal(wrap(line, width, safe``).replaceAll('\n', ' '), line);
      }),
    );
  });
});
