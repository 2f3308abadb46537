import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from '../typescript.ts';
import { applyEdits } from '../testing/apply-edits.ts';
import { knowledgeOf } from '../testing/workspace-of.ts';
import { firstProperty, propertyAround, removalOf, replacementOf } from './property-edits.ts';

/** What stands between the braces, and what is left when `gone` is taken out. */
const removals: readonly (readonly [before: string, after: string])[] = [
  ['{ gone: 1, a: 2 }', '{ a: 2 }'],
  ['{ a: 2, gone: 1, b: 3 }', '{ a: 2, b: 3 }'],
  ['{ a: 2, gone: 1 }', '{ a: 2 }'],
  ['{ a: 2, gone: 1, }', '{ a: 2, }'],
  ['{ gone: 1 }', '{}'],
  ['{ gone: 1, }', '{}'],
  ['{ gone, a }', '{ a }'],
  ['{gone:1,a:2}', '{a:2}'],
  ['{ gone: [1, 2], a: 2 }', '{ a: 2 }'],
  ['{ ...all, gone: 1 }', '{ ...all }'],
  ['{ gone: 1, ...all }', '{ ...all }'],
  ['{ "gone": 1, a: 2 }', '{ a: 2 }'],
  ['{\n  gone: 1,\n  a: 2,\n}', '{\n  a: 2,\n}'],
  ['{\n  a: 2,\n  gone: 1,\n}', '{\n  a: 2,\n}'],
  ['{\n  a: 2,\n  gone: 1,\n  b: 3,\n}', '{\n  a: 2,\n  b: 3,\n}'],
  ['{\r\n  a: 2,\r\n  gone: 1,\r\n  b: 3,\r\n}', '{\r\n  a: 2,\r\n  b: 3,\r\n}'],
  ['{\r\n  a: 2,\r\n  gone: 1,\r\n}', '{\r\n  a: 2,\r\n}'],
  ['{ a: 2, /* why */ gone: 1, }', '{ a: 2, /* why */  }'],
  ['{\n  a: 2, // why\n  gone: 1,\n}', '{\n  a: 2, // why\n  \n}'],
  ['{ gone: 1, /* why */ a: 2 }', '{ /* why */ a: 2 }'],
  ['{\n  gone: 1,\n  // why\n  a: 2,\n}', '{\n  // why\n  a: 2,\n}'],
];

describe('edits of an object literal', () => {
  for (const [before, after] of removals) {
    it(`take a property out of ${JSON.stringify(before)}`, () => {
      assert.equal(without('gone', before), after);
    });
  }

  it('leave the other properties as they are, whichever one is taken out', () => {
    const layout = fc.constantFrom([' ', ' '], ['\n  ', '\n'], ['\r\n\t', '\r\n'], ['', '']);
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(3),
        layout,
        fc.constantFrom('', ','),
        fc.constantFrom('', '/* kept */ '),
        (before, after, [gap = '', end = ''], trailing, comment) => {
          const names = [...namesOf('a', before), 'gone', ...namesOf('b', after)];
          const entries = names.map((name) => (name === 'gone' ? 'gone: f(1, [2])' : `${comment}${name}: '${name}'`));
          const text = `{${gap}${entries.join(`,${gap}`)}${trailing}${end}}`;
          const left = without('gone', text);
          assert.deepEqual(
            propertiesOf(left),
            names.filter((name) => name !== 'gone'),
          );
          assert.equal(left.split('/* kept */').length, text.split('/* kept */').length);
        },
      ),
      { numRuns: 60 },
    );
  });

  const additions: readonly (readonly [before: string, after: string])[] = [
    ['{}', '{ added: 1 }'],
    ['{ a: 2 }', '{ added: 1, a: 2 }'],
    ['{\n  a: 2,\n}', '{\n  added: 1,\n  a: 2,\n}'],
    ['{\r\n  a: 2,\r\n}', '{\r\n  added: 1,\r\n  a: 2,\r\n}'],
    ['{ ...all }', '{ added: 1, ...all }'],
    ['{ /* why */ a: 2 }', '{ added: 1, /* why */ a: 2 }'],
  ];
  for (const [before, after] of additions) {
    it(`put a property first into ${JSON.stringify(before)}`, () => {
      const { text, object, knowledge } = opened(before);
      assert.equal(literalIn(applyEdits(text, firstProperty(knowledge, object, 'added: 1'))), after);
    });
  }

  it('replace a value and nothing around it', () => {
    const { text, object, knowledge } = opened('{ a: 1 /* one */, b: 2 }');
    const [first] = object.properties;
    assert.ok(first && ts.isPropertyAssignment(first));
    const edits = replacementOf(knowledge, first.initializer, 'false');
    assert.equal(literalIn(applyEdits(text, edits)), '{ a: false /* one */, b: 2 }');
  });

  it('find the property around a value, but not beyond the function that it is in', () => {
    const { object } = opened('{ a: (1 + 2), b: () => 3, c }');
    const [a, b, c] = object.properties;
    assert.ok(a && ts.isPropertyAssignment(a) && b && ts.isPropertyAssignment(b) && c);
    assert.ok(ts.isParenthesizedExpression(a.initializer) && ts.isArrowFunction(b.initializer));
    assert.equal(propertyAround(a.initializer.expression), a);
    assert.equal(propertyAround(b.initializer.body), undefined);
    assert.equal(propertyAround(c), c);
  });
});

function namesOf(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${String(i)}`);
}

function opened(literal: string) {
  const text = `import 'some-kafka';\nconst gone = 1; const a = 2; const c = 3; const all: any = {};\nexport const it = ${literal};\n`;
  const knowledge = knowledgeOf(text);
  const [file] = knowledge.slice.files;
  assert.ok(file);
  const object = objectIn(file);
  return { text, knowledge, object };
}

function without(name: string, literal: string): string {
  const { text, object, knowledge } = opened(literal);
  const property = object.properties.find((p) => p.name?.getText().replace(/"/g, '') === name);
  assert.ok(property);
  return literalIn(applyEdits(text, removalOf(knowledge, property)));
}

function propertiesOf(literal: string): readonly string[] {
  const file = ts.createSourceFile('it.ts', `export const it = ${literal};`, ts.ScriptTarget.Latest, true);
  return objectIn(file).properties.map((property) => property.name?.getText() ?? '');
}

function objectIn(file: ts.SourceFile): ts.ObjectLiteralExpression {
  const last = file.statements.at(-1);
  assert.ok(last && ts.isVariableStatement(last));
  const value = last.declarationList.declarations[0]?.initializer;
  assert.ok(value && ts.isObjectLiteralExpression(value));
  return value;
}

function literalIn(text: string): string {
  return text.slice(text.indexOf('it = ') + 'it = '.length, text.lastIndexOf(';'));
}
