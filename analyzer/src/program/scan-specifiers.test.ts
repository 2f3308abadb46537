import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanSpecifiers } from './scan-specifiers.ts';

function imported(text: string): readonly string[] {
  return scanSpecifiers(new TextEncoder().encode(text)).imported;
}

describe('scanSpecifiers', () => {
  it('finds every form of import', () => {
    const text = `
      import a from 'a'; import * as b from "b"; import 'c'; import type { D } from 'd';
      export * from './e'; export { f } from\n'./f'; import g = require('g');
      const h = require("h"), i = await import(/* webpackChunkName: "x" */ 'i'), j = require(\`j\`);
      type K = import('k').K; import{l}from'l';
    `;
    assert.deepEqual([...imported(text)].sort(), ['./e', './f', 'a', 'b', 'c', 'd', 'g', 'h', 'i', 'j', 'k', 'l']);
  });

  it('finds the types in comments of JavaScript', () => {
    assert.deepEqual(imported(`/** @type {import('kafka').Consumer} */ let consumer;`), ['kafka']);
  });

  it('looks through comments between the keyword and the specifier', () => {
    assert.deepEqual(imported(`import x from /* one */ // two\n /* three */ 'x'`), ['x']);
  });

  it('takes no other word for a keyword and no other string for a specifier', () => {
    const text =
      "Buffer.from('a'); reimport('b'); require(name); import(`c${d}`); const from = 'e'; require.resolve('f')";
    assert.deepEqual(imported(text), []);
  });

  it('finds declared modules', () => {
    const mentions = scanSpecifiers(
      new TextEncoder().encode(`declare module 'house-queue' { export function f(): void }`),
    );
    assert.deepEqual(mentions.declared, ['house-queue']);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void scanSpecifiers(bytes)));
  });

  it('finds an import wherever it stands', () => {
    const noise = fc.string({ unit: fc.constantFrom('/', '*', '\n', ' ', "'", '"', '`', 'a', 'import', '(') });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        assert.ok(imported(`${before}\nimport x from 'needle';\n${after}`).includes('needle'));
      }),
    );
  });

  // Each of these makes a naive scanner look at the same text once per keyword: ten times the text, a hundred times the work.
  const hostile: Readonly<Record<string, string>> = {
    'openers before one end': 'import/*',
    'blanks behind a comment': '/*import /*/ ',
    'a run of comments': '/*import*/',
    'line comments': '//import ',
    'line comments on lines of their own': 'from //\n',
    'blank runs': 'require     (    ',
    'open strings': "import 'a",
  };
  for (const [name, piece] of Object.entries(hostile)) {
    it(`is linear on ${name}`, () => {
      const short = workFor(piece.repeat(20_000));
      const long = workFor(piece.repeat(200_000));
      // Ten times the text; what is not linear takes minutes.
      assert.ok(long < 40 * short + 2000, `${short} ms became ${long} ms`);
    });
  }

  function workFor(text: string): number {
    const bytes = new TextEncoder().encode(`${text}${' '.repeat(text.length)}`);
    // The best of a few runs: a busy machine makes one slow, never one fast.
    const runs = Array.from({ length: 3 }, () => {
      const start = performance.now();
      scanSpecifiers(bytes);
      return performance.now() - start;
    });
    return Math.min(...runs);
  }
});
