import assert from 'node:assert/strict';
import { sqlStatements } from './sql-statements.ts';

const CLAIM = 'WITH claim AS (INSERT INTO inbox (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id)';

function writes(text: string): readonly string[] {
  return sqlStatements(text, 'postgresql').map((statement) => {
    const isGuarded = 'guarded' in statement && statement.guarded;
    return `${statement.kind}${isGuarded ? ' guarded' : ''}`;
  });
}

describe('WITH', () => {
  it('is its modifications, one by one', () => {
    const text =
      'WITH a AS (INSERT INTO t (x) VALUES (1) RETURNING x), b AS (DELETE FROM u RETURNING *) UPDATE v SET n = n + 1';
    assert.deepEqual(writes(text), ['insert', 'delete', 'update']);
    assert.deepEqual(writes('WITH a AS (UPDATE t SET n = 1 RETURNING *) SELECT * FROM a'), ['update']);
  });

  it('without modifications is its query', () => {
    const text =
      'WITH RECURSIVE a (x) AS MATERIALIZED (SELECT x FROM t), b AS (SELECT 1) SELECT * FROM a JOIN u ON true WHERE k = $1 FOR UPDATE';
    assert.deepEqual(sqlStatements(text, 'postgresql'), [
      {
        kind: 'select',
        tables: ['t', 'u'],
        where: [{ column: 'k', value: { kind: 'placeholder', index: 0 } }],
        forUpdate: true,
      },
    ]);
  });

  it('guards what happens only for rows that a claim returned', () => {
    assert.deepEqual(writes(`${CLAIM} UPDATE t SET n = n + 1 WHERE EXISTS (SELECT 1 FROM claim)`), [
      'insert',
      'update guarded',
    ]);
    assert.deepEqual(writes(`${CLAIM} UPDATE t SET n = n + 1 FROM claim WHERE t.id = $2`), [
      'insert',
      'update guarded',
    ]);
    assert.deepEqual(writes(`${CLAIM} INSERT INTO t (a) SELECT $2 FROM claim`), ['insert', 'insert guarded']);
    assert.deepEqual(writes(`${CLAIM}, x AS (UPDATE t SET n = n + 1 WHERE id IN (SELECT id FROM claim)) SELECT 1`), [
      'insert',
      'update guarded',
    ]);
  });

  it('guards nothing that happens without such a row', () => {
    assert.deepEqual(writes(`${CLAIM} UPDATE t SET n = n + 1`), ['insert', 'update']);
    assert.deepEqual(writes(`${CLAIM} UPDATE t SET n = n + 1 WHERE NOT EXISTS (SELECT 1 FROM claim)`), [
      'insert',
      'update',
    ]);
    assert.deepEqual(writes(`${CLAIM} UPDATE t SET n = n + 1 WHERE EXISTS (SELECT 1 FROM claim) OR id = 1`), [
      'insert',
      'update',
    ]);
    assert.deepEqual(writes(`${CLAIM} INSERT INTO t (a) SELECT 1 FROM u LEFT JOIN claim ON true`), [
      'insert',
      'insert',
    ]);
  });

  it('with a part that cannot be read has an unknown one', () => {
    assert.deepEqual(writes('WITH a AS (CALL x()) SELECT 1'), ['unknown']);
  });
});
