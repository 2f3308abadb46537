import assert from 'node:assert/strict';
import { HOLE } from './hole.ts';
import { sqlStatements, type SqlDialect, type SqlValue } from './sql-statements.ts';

function value(text: string, dialect: SqlDialect = 'any'): SqlValue | undefined {
  const [statement] = sqlStatements(`INSERT INTO t (a) VALUES (${text})`, dialect);
  return statement?.kind === 'insert' ? statement.values?.[0] : undefined;
}

describe('the value that goes into a column', () => {
  it('is a parameter, also cast, in parentheses, or in a function that keeps keys apart', () => {
    for (const text of [
      '$1',
      '($1)',
      '$1::uuid',
      'CAST($1 AS numeric(10, 2))',
      'lower($1)',
      'UUID_TO_BIN($1)',
      "encode(digest($1, 'sha256'), 'hex')",
    ]) {
      assert.deepEqual(value(text), { kind: 'placeholder', index: 0 }, text);
    }
    assert.deepEqual(value(':id'), { kind: 'placeholder', index: 0, name: 'id' });
    assert.deepEqual(value('%s'), { kind: 'placeholder', index: 0 });
  });

  it('is a hole, also in quotes', () => {
    assert.deepEqual(value(HOLE), { kind: 'hole', index: 0 });
    assert.deepEqual(value(`'${HOLE}'`), { kind: 'hole', index: 0 });
    assert.deepEqual(value(`$${HOLE}`), { kind: 'hole', index: 0 });
    assert.deepEqual(value(`'order-${HOLE}'`), { kind: 'other' });
  });

  it('is a literal', () => {
    assert.deepEqual(value("'it''s'"), { kind: 'literal', text: "it's" });
    assert.deepEqual(value('-1.5'), { kind: 'literal', text: '-1.5' });
    assert.deepEqual(value('TRUE'), { kind: 'literal', text: 'true' });
    assert.deepEqual(value('"x"', 'mysql'), { kind: 'literal', text: 'x' });
  });

  it('depends on the clock', () => {
    for (const text of [
      'NOW()',
      "now() AT TIME ZONE 'utc'",
      'CURRENT_TIMESTAMP(3)',
      "now() + interval '1 day'",
      "datetime('now')",
      'UNIX_TIMESTAMP()',
    ]) {
      assert.deepEqual(value(text), { kind: 'now' }, text);
    }
    assert.deepEqual(value('datetime($1)'), { kind: 'other' });
  });

  it('is fresh each time', () => {
    for (const text of ['gen_random_uuid()', 'public.uuid_generate_v4()', "nextval('s')", 'CONCAT($1, UUID())']) {
      assert.deepEqual(value(text), { kind: 'random' }, text);
    }
  });

  it('is something else', () => {
    for (const text of ['DEFAULT', '$1 + 1', '(SELECT id FROM u)', 'f($1, $2)', '$1 $2']) {
      assert.deepEqual(value(text), { kind: 'other' }, text);
    }
  });
});
