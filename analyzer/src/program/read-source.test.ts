import assert from 'node:assert/strict';
import { readSource } from './read-source.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readSource', () => {
  it('takes the byte order mark off, so that positions are TypeScript’s', () => {
    assert.equal(readSource({ kind: 'bytes', bytes: encode('\uFEFFlet x') }, 'a.ts').text, 'let x');
  });

  it('reads invalid UTF-8 and says so', () => {
    const { text, notice } = readSource({ kind: 'bytes', bytes: Uint8Array.of(0x61, 0xe9, 0x62) }, 'a.ts');
    assert.equal(text, 'a\uFFFDb');
    assert.equal(notice?.incomplete, true);
  });

  for (const [name, bytes] of [
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0)],
    ['NUL', Uint8Array.of(0x61, 0, 0x62)],
    ['too large', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20)],
  ] as const) {
    it(`refuses ${name} aloud`, () => {
      const { text, notice } = readSource({ kind: 'bytes', bytes }, 'a.ts');
      assert.equal(text, undefined);
      assert.equal(notice?.incomplete, true);
    });
  }

  it('says why a file cannot be read', () => {
    const { notice } = readSource({ kind: 'unreadable', reason: 'EACCES' }, 'a.ts');
    assert.match(notice?.message ?? '', /EACCES/);
  });
});
