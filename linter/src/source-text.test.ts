import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeExactly, encodeExactly } from './source-text.ts';

describe('decodeExactly', () => {
  it('gives the same bytes when it is encoded again, or nothing', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
      fc.string().map((text) => new TextEncoder().encode(`\uFEFF${text}`)),
    );
    fc.assert(
      fc.property(bytes, (original) => {
        const source = decodeExactly(original);
        if (source !== undefined) assert.deepEqual(encodeExactly(source), original);
      }),
    );
  });

  it('takes one byte order mark off the text', () => {
    assert.deepEqual(decodeExactly(new TextEncoder().encode('\uFEFF\uFEFFx')), {
      text: '\uFEFFx',
      byteOrderMark: true,
    });
  });

  it('does not decode what is not UTF-8', () => {
    assert.equal(decodeExactly(new Uint8Array([0x61, 0xff])), undefined);
  });
});
