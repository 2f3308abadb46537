import assert from 'node:assert/strict';
import ts from '../../typescript.ts';
import { constantOf } from './constant-condition.ts';

describe('constantOf', () => {
  const cases: readonly (readonly [string, boolean | undefined])[] = [
    ['true', true],
    ['!(true as boolean)', false],
    ['a', undefined],
    ['!a', undefined],
    ['a && false', false],
    ['true && a', undefined],
    ['true && true', true],
    ['a || true', true],
    ['false || false', false],
    ['false || a', undefined],
    ['f(), true', true],
    ['a ?? true', undefined],
    ['a ? true : !false', true],
    ['true ? a : false', undefined],
    ['false ? a : true', true],
    ['a ? true : false', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`is ${String(expected)} for ${text}`, () => {
      const [statement] = ts.createSourceFile('constant.ts', text, ts.ScriptTarget.Latest).statements;
      assert.ok(statement !== undefined && ts.isExpressionStatement(statement));
      assert.equal(constantOf(statement.expression), expected);
    });
  }
});
