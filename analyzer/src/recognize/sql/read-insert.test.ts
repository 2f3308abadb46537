import assert from 'node:assert/strict';
import { HOLE } from './hole.ts';
import { sqlStatements, type SqlValue } from './sql-statements.ts';

describe('what an INSERT puts in', () => {
  it('aligns the first row with the columns', () => {
    const [statement] = sqlStatements(
      'INSERT INTO t ("A", b, c) VALUES ($2::uuid, now(), lower($1)), ($4, $5, $6)',
      'any',
    );
    assert.ok(statement?.kind === 'insert');
    assert.deepEqual(statement.columns, ['a', 'b', 'c']);
    const expected: readonly SqlValue[] = [
      { kind: 'placeholder', index: 1 },
      { kind: 'now' },
      { kind: 'placeholder', index: 0 },
    ];
    assert.deepEqual(statement.values, expected);
  });

  it('has no row where it cannot be aligned', () => {
    for (const text of [
      'INSERT INTO t VALUES ($1)',
      'INSERT INTO t (a, b) VALUES ($1)',
      `INSERT INTO t (${HOLE}) VALUES ($1)`,
    ]) {
      const [statement] = sqlStatements(text, 'any');
      assert.ok(statement?.kind === 'insert');
      assert.equal(statement.values, undefined);
    }
  });

  it('takes the row of a SELECT without a table', () => {
    const [statement] = sqlStatements(
      'INSERT INTO t (a, b) SELECT $1, $2 AS x WHERE NOT EXISTS (SELECT 1 FROM t)',
      'any',
    );
    assert.ok(statement?.kind === 'insert');
    assert.deepEqual(statement.values, [
      { kind: 'placeholder', index: 0 },
      { kind: 'placeholder', index: 1 },
    ]);
  });

  it('names the columns of a conflict', () => {
    const [statement] = sqlStatements('INSERT INTO t (a) VALUES (1) ON CONFLICT (a, "B") DO NOTHING', 'postgresql');
    assert.ok(statement?.kind === 'insert');
    assert.deepEqual(statement.conflictTarget, ['a', 'b']);
  });
});
