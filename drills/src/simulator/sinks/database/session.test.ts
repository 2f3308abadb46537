import assert from 'node:assert/strict';
import type { TableFacts } from '../../api.ts';
import { Chance } from '../../world/chance.ts';
import { Ledger, timesApplied, type Application } from '../../world/ledger.ts';
import { Database } from './database.ts';
import { readStatement } from './read-statement.ts';
import { Session } from './session.ts';
import type { Row, SqlValue } from './syntax.ts';

const effect = {
  key: 'e',
  kind: 'external-write',
  role: 'effect',
  category: 'database',
  resource: 't',
  label: 'writes t',
} as const;
const application: Application = { key: 'e m', effect, message: 'm', item: '' };

/** A database with two connections. */
function opened(tables: Readonly<Record<string, TableFacts>> = {}) {
  const ledger = new Ledger();
  const database = new Database(new Map(Object.entries(tables)), new Chance());
  const session = () => {
    const connection = new Session(database, ledger);
    return {
      connection,
      run: (sql: string, ...parameters: readonly SqlValue[]) =>
        connection.execute(readStatement(sql), parameters, [[application], [application]]),
      waits: (sql: string, ...parameters: readonly SqlValue[]) => connection.mustWait(readStatement(sql), parameters),
    };
  };
  const applied = () => [...ledger.all().values()].reduce((sum, observation) => sum + timesApplied(observation), 0);
  return { first: session(), second: session(), applied };
}

const unique = { t: { unique: [['id']] } };

function codeOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

function select({ run }: ReturnType<typeof opened>['first']): readonly Row[] {
  return run('SELECT id FROM t').rows;
}

describe('a database session', () => {
  it('keeps pending writes to itself until the commit', () => {
    const { first, second, applied } = opened();
    first.run('BEGIN');
    first.run('INSERT INTO t (id) VALUES ($1)', 'a');
    assert.deepEqual(select(first), [{ id: 'a' }]);
    assert.deepEqual(select(second), []);
    assert.equal(applied(), 0);
    assert.equal(first.run('COMMIT').command, 'COMMIT');
    assert.deepEqual(select(second), [{ id: 'a' }]);
    assert.equal(applied(), 1);
  });

  it('takes everything back at a rollback, and when its process is gone', () => {
    const { first, second, applied } = opened();
    for (const end of [
      () => first.run('ROLLBACK'),
      () => {
        first.connection.close();
      },
    ]) {
      first.run('BEGIN');
      first.run('INSERT INTO t (id) VALUES ($1)', 'a');
      end();
      assert.deepEqual(select(second), []);
    }
    assert.equal(applied(), 0);
  });

  it('refuses a second row under a unique key with the code of PostgreSQL', () => {
    const { first } = opened(unique);
    first.run('INSERT INTO t (id) VALUES ($1)', 'a');
    assert.equal(
      codeOf(() => first.run('INSERT INTO t (id) VALUES ($1)', 'a')),
      '23505',
    );
    assert.equal(
      codeOf(() => first.run('INSERT INTO t (id) VALUES ($1)', 'b')),
      undefined,
    );
    assert.equal(
      codeOf(() => first.run('INSERT INTO t (id) VALUES ($1)', null)),
      undefined,
    );
  });

  it('refuses everything after an error in a transaction, and commits nothing of it', () => {
    const { first, second } = opened(unique);
    first.run('INSERT INTO t (id) VALUES ($1)', 'a');
    first.run('BEGIN');
    first.run('INSERT INTO t (id) VALUES ($1)', 'b');
    assert.equal(
      codeOf(() => first.run('INSERT INTO t (id) VALUES ($1)', 'a')),
      '23505',
    );
    assert.equal(
      codeOf(() => first.run('SELECT 1')),
      '25P02',
    );
    assert.equal(first.run('COMMIT').command, 'ROLLBACK');
    assert.deepEqual(select(second), [{ id: 'a' }]);
  });

  it('goes on after an error if it returns to a savepoint', () => {
    const { first, second, applied } = opened(unique);
    first.run('BEGIN');
    first.run('INSERT INTO t (id) VALUES ($1)', 'a');
    first.run('SAVEPOINT here');
    assert.equal(
      codeOf(() => first.run('INSERT INTO t (id) VALUES ($1)', 'a')),
      '23505',
    );
    first.run('ROLLBACK TO SAVEPOINT here');
    first.run('INSERT INTO t (id) VALUES ($1)', 'b');
    first.run('COMMIT');
    assert.deepEqual(select(second), [{ id: 'a' }, { id: 'b' }]);
    assert.equal(applied(), 2);
  });

  it('tells a claim whether it was the first', () => {
    const { first, applied } = opened();
    const claim = 'INSERT INTO t (id) VALUES ($1) ON CONFLICT DO NOTHING';
    assert.deepEqual([first.run(claim, 'a').rowCount, first.run(claim, 'a').rowCount], [1, 0]);
    assert.equal(applied(), 1);
  });

  it('leaves one state where a write is repeated, and adds up where it reckons with what is there', () => {
    const upsert = 'INSERT INTO t (id, n) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET n =';
    const cases: readonly (readonly [string, number])[] = [
      [`${upsert} EXCLUDED.n`, 1],
      [`${upsert} t.n + EXCLUDED.n`, 2],
      ['UPDATE t SET n = $2 WHERE id = $1', 1],
      ['UPDATE t SET n = n + $2 WHERE id = $1', 2],
      ['DELETE FROM t WHERE id = $1 AND n = $2', 1],
      ['INSERT INTO t (id, n) VALUES ($1, $2)', 2],
    ];
    for (const [sql, times] of cases) {
      const { first, applied } = opened();
      first.run(sql, 'a', 5);
      first.run(sql, 'a', 5);
      assert.equal(applied(), times, sql);
    }
  });

  it('lets an update through a state only once', () => {
    const { first, applied } = opened();
    const take = "UPDATE t SET state = 'taken', n = n + 1 WHERE id = $1 AND state = 'free'";
    assert.deepEqual([first.run(take, 'a').rowCount, first.run(take, 'a').rowCount], [1, 0]);
    assert.equal(applied(), 1);
  });

  it('finds only the rows that were told of, where any were', () => {
    const { first } = opened({ t: { rows: [{ ID: 'a', n: 1 }] } });
    assert.equal(first.run('UPDATE t SET n = n + 1 WHERE id = $1', 'a').rowCount, 1);
    assert.equal(first.run('UPDATE t SET n = n + 1 WHERE id = $1', 'b').rowCount, 0);
    assert.deepEqual(first.run('SELECT n FROM t WHERE id = $1', 'a').rows, [{ n: 2 }]);
  });

  it('makes the second of two transactions wait for what the first has touched', () => {
    const { first, second } = opened(unique);
    first.run('BEGIN');
    first.run('INSERT INTO t (id) VALUES ($1)', 'a');
    assert.equal(second.waits('INSERT INTO t (id) VALUES ($1)', 'a'), true);
    assert.equal(second.waits('INSERT INTO t (id) VALUES ($1)', 'b'), false);
    assert.equal(second.waits('SELECT id FROM t'), false);
    first.run('COMMIT');
    assert.equal(second.waits('INSERT INTO t (id) VALUES ($1)', 'a'), false);
    assert.equal(
      codeOf(() => second.run('INSERT INTO t (id) VALUES ($1)', 'a')),
      '23505',
    );
  });

  it('can only roll back what was open when the connection broke', () => {
    const { first, second } = opened();
    first.run('BEGIN');
    first.run('INSERT INTO t (id) VALUES ($1)', 'a');
    first.connection.connectionLost();
    assert.equal(first.run('COMMIT').command, 'ROLLBACK');
    assert.deepEqual(select(second), []);
  });
});
