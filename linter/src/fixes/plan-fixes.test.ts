import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { fix } from '../session.ts';
import { check, fixedTexts, requestFor, shown } from '../testing/check-texts.ts';
import { fakeEngine } from '../testing/fake-engine.ts';

describe('fix', () => {
  it('applies safe fixes only, unless asked for more', () => {
    const files = { 'a.ts': 'TRAP_safe TRAP_unsafe TRAP_safe' };
    assert.deepEqual(fixedTexts(files), { '/workspace/a.ts': 'fine TRAP_unsafe fine' });
    assert.deepEqual(fixedTexts(files, 'unsafe'), { '/workspace/a.ts': 'fine fine fine' });
  });

  it('applies what works beside what does not', () => {
    assert.deepEqual(fixedTexts({ 'a.ts': 'TRAP_useless TRAP_safe TRAP_spreading', 'b.ts': 'TRAP_breaking' }), {
      '/workspace/a.ts': 'TRAP_useless fine TRAP_spreading',
    });
  });

  it('never applies an example', () => {
    assert.deepEqual(fixedTexts({ 'a.ts': 'TRAP_example' }, 'unsafe'), {});
  });

  it('keeps byte order mark and line breaks, and writes its own breaks like those of the file', () => {
    assert.deepEqual(fixedTexts({ 'a.ts': '\uFEFFx\r\nTRAP_lines\r\ny\nz\r' }), {
      '/workspace/a.ts': '\uFEFFx\r\none\r\ntwo\r\ny\nz\r',
    });
  });

  it('leaves a file alone that is not UTF-8', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('TRAP_safe '), 0xff]);
    const host = createMemoryHost({ 'a.ts': bytes });
    assert.deepEqual(fix({ ...requestFor({}), host }, 'safe', fakeEngine).files, []);
  });

  it('reports what is left', () => {
    const { result, applied } = fix(requestFor({ 'a.ts': 'TRAP_safe\nTRAP_unsafe' }), 'safe', fakeEngine);
    assert.deepEqual(shown(result), ['a.ts:2 error trap unsafe']);
    assert.equal(result.findings[0]?.fixes.length, 1);
    assert.equal(applied, 1);
  });

  it('finds nothing to do the second time', () => {
    const first = fixedTexts({ 'a.ts': 'TRAP_safe TRAP_useless TRAP_stepwise', 'b.ts': 'TRAP_unsafe' });
    assert.deepEqual(fixedTexts({ 'a.ts': first['/workspace/a.ts'] ?? '', 'b.ts': 'TRAP_unsafe' }), {});
  });

  it('leaves nothing to do and adds no finding, whatever the files are', () => {
    const traps = [
      'safe',
      'unsafe',
      'useless',
      'spreading',
      'breaking',
      'example',
      'lines',
      'stepwise',
      'failing',
      'x',
    ];
    const word = fc.oneof(
      fc.constantFrom(...traps.map((name) => `TRAP_${name}`)),
      fc.constantFrom('fine', '\n', '\r\n', ' '),
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.constantFrom('safe' as const, 'unsafe' as const), (a, b, level) => {
        const files = { 'a.ts': a, 'b.ts': b };
        const first = fixedTexts(files, level);
        const fixed = { 'a.ts': first['/workspace/a.ts'] ?? a, 'b.ts': first['/workspace/b.ts'] ?? b };
        assert.deepEqual(fixedTexts(fixed, level), {});
        assert.ok(check(fixed).findings.length <= check(files).findings.length);
      }),
    );
  });
});
