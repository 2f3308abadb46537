import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCaretFile } from './caret-fixture.ts';

describe('a caret fixture', () => {
  it('states findings by carets under their spans', () => {
    const { marks, problems } = readCaretFile(
      ['  if (seen.has(key)) return;', '//    ^^^^^^^^ in-memory-dedup guard'].join('\n'),
    );
    assert.deepEqual(marks, [{ line: 1, column: 7, endColumn: 15, rule: 'in-memory-dedup', messageId: 'guard' }]);
    assert.deepEqual(problems, []);
  });

  it('may state several findings under one line', () => {
    const { marks } = readCaretFile(
      ['  first(); second();', '//^^^^^ a-rule one', '//         ^^^^^^ b-rule two'].join('\n'),
    );
    assert.deepEqual(
      marks.map(({ line, column, rule }) => ({ line, column, rule })),
      [
        { line: 1, column: 3, rule: 'a-rule' },
        { line: 1, column: 12, rule: 'b-rule' },
      ],
    );
  });

  it('runs with the preset of its first line', () => {
    assert.equal(readCaretFile('// preset: strict\nf();').preset, 'strict');
    assert.equal(readCaretFile('f();\n// preset: strict').preset, 'recommended');
  });

  it('does not take a malformed annotation for a comment', () => {
    assert.equal(readCaretFile('  f();\n//^^').problems.length, 1);
    assert.equal(readCaretFile('  f();\n  //^ a-rule one').problems.length, 1);
    assert.equal(readCaretFile('  f();\n//   ^^^^ a-rule one').problems.length, 1);
    assert.deepEqual(readCaretFile('// a comment about x ^ y').problems, []);
  });

  it('reads back every span that carets can show', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 40 }), fc.boolean(), (blank, length, crlf) => {
        const code = 'x'.repeat(2 + blank + length);
        const carets = `//${' '.repeat(blank)}${'^'.repeat(length)} some-rule someMessage`;
        const { marks, problems } = readCaretFile([code, carets].join(crlf ? '\r\n' : '\n'));
        assert.deepEqual(problems, []);
        assert.deepEqual(marks, [
          { line: 1, column: 3 + blank, endColumn: 3 + blank + length, rule: 'some-rule', messageId: 'someMessage' },
        ]);
      }),
    );
  });
});
