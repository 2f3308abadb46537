import assert from 'node:assert/strict';
import ts from '../typescript.ts';
import { findDirectives } from './directives.ts';
import type { Directive } from '../facts/directive.ts';
import type { Place } from '../facts/place.ts';

function directivesOf(text: string, fileName = '/a.tsx'): readonly Directive[] {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext);
  return findDirectives(file, placeAt);
}

function placeAt(file: ts.SourceFile, start: number, end: number): Place {
  const [from, to] = [start, end].map((offset) => file.getLineAndCharacterOfPosition(offset));
  const position = (at: ts.LineAndCharacter | undefined) => ({
    line: (at?.line ?? 0) + 1,
    column: (at?.character ?? 0) + 1,
  });
  return { file: file.fileName, start: position(from), end: position(to) };
}

describe('findDirectives', () => {
  it('reads line, block and documentation comments', () => {
    const found = directivesOf(
      '// kafka-eos-disable-next-line a -- why\nx();\n  /* kafka-eos-disable-line b */\n/** kafka-eos-enable c */',
    );
    assert.deepEqual(
      found.map(({ text, place }) => [text, place.start.line, place.start.column]),
      [
        ['kafka-eos-disable-next-line a -- why', 1, 1],
        ['kafka-eos-disable-line b', 3, 3],
        ['kafka-eos-enable c', 4, 1],
      ],
    );
  });

  it('finds the next code behind blank lines and further comments', () => {
    const found = directivesOf('// kafka-eos-a\n\n// other\n/* more */\nrun();\n');
    assert.deepEqual(
      found.map(({ nextLine }) => nextLine),
      [5],
    );
  });

  it('is not taken in by strings, templates, expressions and JSX text', () => {
    const text = [
      "const a = '// kafka-eos-a';",
      'const b = `// kafka-eos-b ${"/* kafka-eos-c */"} // kafka-eos-d`;',
      'const c = /[/*] kafka-eos-e/;',
      'const d = <p>// kafka-eos-f</p>;',
      '// see // kafka-eos-g',
    ].join('\n');
    assert.deepEqual(directivesOf(text), []);
  });

  it('reads a comment inside of a template’s expression', () => {
    assert.equal(directivesOf('f(`${/* kafka-eos-a */ x}`)').length, 1);
  });

  it('ends a comment at every line break that TypeScript knows', () => {
    const found = directivesOf('// kafka-eos-a\u2028x();\r// kafka-eos-b\ry();');
    assert.deepEqual(
      found.map(({ text, nextLine }) => [text, nextLine]),
      [
        ['kafka-eos-a', 2],
        ['kafka-eos-b', 4],
      ],
    );
  });

  it('is linear in a long comment and in many', () => {
    const start = performance.now();
    assert.equal(directivesOf(`// kafka-eos-a${' '.repeat(1_000_000)}\nx();`).length, 1);
    assert.equal(directivesOf('// kafka-eos-a\n'.repeat(50_000)).length, 50_000);
    assert.ok(performance.now() - start < 5000);
  });
});
