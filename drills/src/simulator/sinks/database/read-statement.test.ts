import assert from 'node:assert/strict';
import { readStatement } from './read-statement.ts';
import { SqlNotUnderstood } from './tokens.ts';

describe('the SQL of the simulated database', () => {
  it('is read whatever its layout', () => {
    const kinds: readonly (readonly [string, string])[] = [
      ['insert into "Ledger" (a, b) values ($1, now()), ($2, $3::int) returning id as "newId";', 'insert'],
      ['INSERT INTO t (a) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM t WHERE a = $1)', 'insert'],
      ['INSERT INTO s.t AS x (a) VALUES ($1) ON CONFLICT (a) WHERE a > 0 DO UPDATE SET a = EXCLUDED.a', 'insert'],
      ['INSERT INTO t DEFAULT VALUES', 'insert'],
      [
        '/* why */ UPDATE t x SET a = coalesce(a, 0) + $1, b = DEFAULT -- more\n WHERE a IN ($2, $3) AND NOT done',
        'update',
      ],
      ['DELETE FROM t WHERE a = ANY($1) OR b IS NOT NULL RETURNING *', 'delete'],
      ['SELECT count(*) FROM t WHERE a <> -1 ORDER BY b DESC LIMIT 1 FOR UPDATE SKIP LOCKED', 'select'],
      ['SELECT EXISTS(SELECT 1 FROM t WHERE a = $1) AS seen', 'select'],
      ['START TRANSACTION ISOLATION LEVEL SERIALIZABLE', 'begin'],
      ['ROLLBACK TO SAVEPOINT s', 'rollback-to'],
      ['CREATE UNIQUE INDEX i ON t (a, b)', 'create-table'],
      ['CREATE INDEX i ON t (a)', 'nothing'],
    ];
    for (const [sql, kind] of kinds) assert.equal(readStatement(sql).kind, kind, sql);
  });

  it('tells which columns are unique', () => {
    const statement = readStatement(`CREATE TABLE IF NOT EXISTS t (
      id BIGSERIAL PRIMARY KEY, a TEXT NOT NULL UNIQUE, price NUMERIC(10, 2) DEFAULT round(1.5, 0), b TEXT,
      CONSTRAINT once UNIQUE (a, b), PRIMARY KEY (b))`);
    assert.deepEqual(statement, { kind: 'create-table', table: 't', unique: [['id'], ['a'], ['a', 'b'], ['b']] });
  });

  it('is refused where it is beyond this database', () => {
    for (const sql of ['SELECT a FROM t JOIN u ON t.a = u.a', 'MERGE INTO t USING u ON 1=1', 'INSERT INTO t', '€']) {
      assert.throws(() => readStatement(sql), SqlNotUnderstood, sql);
    }
  });
});
