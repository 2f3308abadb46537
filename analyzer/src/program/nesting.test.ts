import assert from 'node:assert/strict';
import fc from 'fast-check';
import { estimateNesting } from './nesting.ts';

describe('estimateNesting', () => {
  it('counts what nests', () => {
    assert.equal(estimateNesting(`${'f('.repeat(500)}${')'.repeat(500)}`), 500);
    assert.ok(estimateNesting(`p${'.then(f)'.repeat(500)}`) >= 500);
    assert.ok(estimateNesting(`x = ${'a ? b : '.repeat(500)}c`) >= 500);
    assert.ok(estimateNesting(`p\n${'  .then(() => 1)\n'.repeat(500)}`) >= 500);
  });

  it('counts nothing that only follows', () => {
    assert.ok(estimateNesting('a.b.c();\n'.repeat(5000)) < 10);
    assert.ok(estimateNesting('a.b.c()\n'.repeat(5000)) < 10);
    assert.ok(estimateNesting('function f() { return a.b }\n'.repeat(5000)) < 10);
    assert.ok(estimateNesting(`[${'{ a: x.y },'.repeat(5000)}]`) < 10);
  });

  it('does not look into comments and strings', () => {
    assert.ok(estimateNesting(`// ${'('.repeat(500)}\n/* ${'['.repeat(500)} */ x = '${'{'.repeat(500)}'`) < 10);
  });

  it('has an estimate for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => estimateNesting(text) >= 0));
  });
});
