import assert from 'node:assert/strict';
import { HOLE } from './hole.ts';
import { sqlStatements, type SqlDialect, type SqlStatement } from './sql-statements.ts';

/** One line per statement: what a rule decides by. */
function summary(statement: SqlStatement): string {
  switch (statement.kind) {
    case 'insert':
      return ['insert', statement.table ?? '…', statement.conflict, ...insertFlags(statement)].join(' ');
    case 'update':
      return ['update', statement.table ?? '…', statement.assignments, ...(statement.guarded ? ['guarded'] : [])].join(
        ' ',
      );
    case 'delete':
      return `delete ${statement.table ?? '…'}`;
    case 'merge':
      return `merge ${statement.table ?? '…'} ${statement.effect}`;
    case 'select':
      return ['select', statement.tables.join(','), ...(statement.forUpdate ? ['for-update'] : [])].join(' ');
    case 'create-table':
      return `create-table ${statement.table} ${statement.uniqueKeys.map((key) => key.join('+')).join(' ')}`;
    case 'unique-index':
      return `unique-index ${statement.table} ${statement.columns.join('+')}`;
    default:
      return statement.kind;
  }
}

function insertFlags(statement: SqlStatement & { readonly kind: 'insert' }): readonly string[] {
  const { selectsFrom, whereNotExists, guarded } = statement;
  const flags = Object.entries({ selectsFrom, whereNotExists, guarded });
  return flags.flatMap(([name, isSet]) => (isSet ? [name] : []));
}

function read(text: string, dialect: SqlDialect): string {
  return sqlStatements(text, dialect).map(summary).join('; ');
}

function check(dialect: SqlDialect, cases: readonly (readonly [text: string, expected: string])[]): void {
  for (const [text, expected] of cases) {
    it(text.replaceAll(HOLE, '${…}').replaceAll(/\s+/g, ' '), () => {
      assert.equal(read(text, dialect), expected);
    });
  }
}

describe('sqlStatements: PostgreSQL', () => {
  check('postgresql', [
    ['INSERT INTO postings (account, amount_cents) VALUES ($1, $2)', 'insert postings none'],
    ['INSERT INTO inbox (message_id) VALUES ($1) ON CONFLICT DO NOTHING', 'insert inbox ignore'],
    ['INSERT INTO inbox (a, b) VALUES ($1, $2) ON CONFLICT (a, b) DO NOTHING RETURNING id', 'insert inbox ignore'],
    ['INSERT INTO t (a) VALUES ($1) ON CONFLICT ON CONSTRAINT t_a_key DO NOTHING', 'insert t ignore'],
    ['INSERT INTO t (a) VALUES ($1) ON CONFLICT (lower(a)) DO NOTHING', 'insert t ignore'],
    [
      'INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) WHERE gone IS NULL DO UPDATE SET b = EXCLUDED.b',
      'insert t absolute-update',
    ],
    [
      `INSERT INTO prices (sku, cents)
       SELECT DISTINCT ON (sku) sku, cents FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS p (sku, cents, n)
       ORDER BY sku, n DESC
       ON CONFLICT (sku) DO UPDATE SET cents = EXCLUDED.cents`,
      'insert prices absolute-update selectsFrom',
    ],
    [
      'INSERT INTO failed (topic, part, off, reason) VALUES ($1, $2, $3, $4) ON CONFLICT (topic, part, off) DO UPDATE SET reason = EXCLUDED.reason',
      'insert failed absolute-update',
    ],
    ['INSERT INTO c (id, n) VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET n = c.n + 1', 'insert c relative-update'],
    [
      'INSERT INTO public.c AS x (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET n = x.n + EXCLUDED.n',
      'insert c relative-update',
    ],
    [
      'INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET (b, c) = (EXCLUDED.b, t.c || $2)',
      'insert t relative-update',
    ],
    ['INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET id = t.id RETURNING id', 'insert t absolute-update'],
    ['INSERT INTO t DEFAULT VALUES', 'insert t none'],
    ['INSERT INTO t (a) OVERRIDING SYSTEM VALUE VALUES ($1)', 'insert t none'],
    [
      'INSERT INTO t (a) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM t WHERE a = $1)',
      'insert t none selectsFrom whereNotExists',
    ],
    ['INSERT INTO t (a) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM u WHERE a = $1)', 'insert t none selectsFrom'],
    ['INSERT INTO t (a) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM t) OR $2', 'insert t none selectsFrom'],
    ['INSERT INTO "Users" ("firstName") VALUES ($1), ($2)', 'insert users none'],
    ['UPDATE accounts SET balance = balance - $2 WHERE id = $1', 'update accounts relative'],
    ['UPDATE members SET tier = $2, tier_changed = true WHERE id = $1', 'update members absolute'],
    ["UPDATE invoices SET status = 'paid', intent = $2 WHERE id = $1", 'update invoices absolute'],
    ['UPDATE outbox SET published = TRUE WHERE id = ANY($1)', 'update outbox absolute'],
    ['UPDATE ONLY t AS x SET n = x.n + 1 FROM u WHERE u.id = x.id', 'update t relative'],
    ['UPDATE t SET n = u.n + 1 FROM u WHERE u.id = t.id', 'update t absolute'],
    ['UPDATE t SET (a, b) = (SELECT x, y FROM u WHERE u.id = t.id)', 'update t absolute'],
    ['UPDATE q SET at = now() WHERE id = (SELECT id FROM q LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *', 'unknown'],
    ['DELETE FROM t USING u WHERE t.id = u.id RETURNING *', 'delete t'],
    ['TRUNCATE TABLE a RESTART IDENTITY', 'delete a'],
    [
      'MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = s.n WHEN NOT MATCHED THEN INSERT (id) VALUES (1)',
      'merge t absolute',
    ],
    ['MERGE INTO t AS x USING s ON x.id = s.id WHEN MATCHED AND s.k THEN UPDATE SET n = x.n + s.n', 'merge t relative'],
    ['MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = f(n)', 'merge t unknown'],
    [
      'SELECT * FROM jobs j JOIN users u ON u.id = j.owner WHERE a = $1 FOR UPDATE OF j SKIP LOCKED',
      'select jobs,users for-update',
    ],
    ['SELECT a IS DISTINCT FROM b, extract(epoch FROM c) FROM t FOR NO KEY UPDATE', 'select t for-update'],
    ['(SELECT a FROM t) UNION ALL (SELECT b FROM u)', 'select t,u'],
    ['SELECT pg_advisory_xact_lock(hashtext($1))', 'select '],
    ['SELECT book_transfer($1, $2)', 'unknown'],
    ['SELECT pg_notify($1, $2)', 'unknown'],
    ['SELECT * INTO archive FROM t', 'unknown'],
    ['BEGIN; UPDATE t SET n = n + 1; COMMIT', 'begin; update t relative; commit'],
    ['BEGIN ISOLATION LEVEL REPEATABLE READ, READ WRITE', 'begin'],
    ['START TRANSACTION', 'begin'],
    ['END', 'commit'],
    ['COMMIT AND CHAIN', 'commit; begin'],
    ['ABORT', 'rollback'],
    ['ROLLBACK TO SAVEPOINT x', 'savepoint'],
    ['BEGIN RETURN 1', 'unknown'],
    ['SET LOCAL statement_timeout = 1000', 'other'],
    ['LISTEN x', 'other'],
    ['VACUUM t', 'other'],
    ['EXPLAIN SELECT 1', 'other'],
    ['EXPLAIN ANALYZE DELETE FROM t', 'unknown'],
    ['CALL settle($1)', 'unknown'],
    ['DO $$ BEGIN PERFORM 1; END $$', 'unknown'],
    ['COPY t FROM STDIN', 'unknown'],
    ['CREATE TABLE IF NOT EXISTS s.t (id uuid PRIMARY KEY, a text UNIQUE, UNIQUE (b, c))', 'create-table t id a b+c'],
    ['CREATE TABLE t AS SELECT * FROM u', 'unknown'],
    ['CREATE UNIQUE INDEX CONCURRENTLY i ON t USING btree (a, b DESC)', 'unique-index t a+b'],
    ['CREATE UNIQUE INDEX i ON t (a) WHERE b IS NULL', 'other'],
    ['ALTER TABLE ONLY t ADD CONSTRAINT x UNIQUE (a)', 'unique-index t a'],
    ['CREATE INDEX i ON t (a)', 'other'],
  ]);
});

describe('sqlStatements: MySQL', () => {
  check('mysql', [
    [
      'INSERT INTO daily_sales (sku, day, sold) VALUES (?, ?, ?)\n  ON DUPLICATE KEY UPDATE sold = sold + VALUES(sold)',
      'insert daily_sales relative-update',
    ],
    [
      'INSERT INTO prices (sku, cents) VALUES (?, ?) ON DUPLICATE KEY UPDATE cents = VALUES(cents)',
      'insert prices absolute-update',
    ],
    ['INSERT INTO t (a, b) VALUES (?, ?) AS new ON DUPLICATE KEY UPDATE b = new.b', 'insert t absolute-update'],
    ['INSERT INTO t (a, b) VALUES (?, ?) AS new(m, n) ON DUPLICATE KEY UPDATE b = b + n', 'insert t relative-update'],
    ['INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)', 'insert t absolute-update'],
    [
      'INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE a = IF(VALUES(v) > v, VALUES(a), a)',
      'insert t absolute-update',
    ],
    ['INSERT IGNORE INTO `t` (`a`) VALUES (?)', 'insert t ignore'],
    ['REPLACE INTO t SET a = ?', 'insert t absolute-update'],
    ['INSERT INTO t SET ?', 'insert t none'],
    ['INSERT INTO t (a, b) VALUES ?', 'insert t none'],
    [
      'INSERT INTO t (a) SELECT ? FROM DUAL WHERE NOT EXISTS (SELECT * FROM t WHERE a = ?)',
      'insert t none selectsFrom whereNotExists',
    ],
    ['UPDATE `t` SET `n` = `n` + 1 WHERE `id` = ? LIMIT 1', 'update t relative'],
    ['UPDATE t SET a = 1 ORDER BY id LIMIT 10', 'unknown'],
    ['UPDATE t JOIN u ON t.id = u.id SET t.a = u.a WHERE u.b = ?', 'update t absolute'],
    ['UPDATE t SET ? WHERE id = ?', 'update t absolute'],
    ["UPDATE t SET a = DATE_ADD(NOW(), INTERVAL 1 DAY), b = 'it\\'s'", 'update t absolute'],
    ['DELETE t FROM t JOIN u ON t.id = u.id', 'delete t'],
    ['DELETE FROM t ORDER BY id LIMIT 1', 'unknown'],
    ['SELECT * FROM t USE INDEX (x) WHERE a = ? LOCK IN SHARE MODE', 'select t'],
    ['START TRANSACTION WITH CONSISTENT SNAPSHOT', 'begin'],
    ['LOAD DATA INFILE ? INTO TABLE t', 'unknown'],
    ['LOCK TABLES t WRITE', 'other'],
    [
      'CREATE TABLE `t` (`id` int NOT NULL AUTO_INCREMENT, `a` varchar(9), PRIMARY KEY (`id`), UNIQUE KEY `x` (`a`(4)), KEY `y` (`a`)) ENGINE=InnoDB',
      'create-table t id a',
    ],
  ]);
});

describe('sqlStatements: SQLite', () => {
  check('sqlite', [
    ['INSERT OR IGNORE INTO t (a) VALUES (?)', 'insert t ignore'],
    ['INSERT OR REPLACE INTO t (a) VALUES (@a)', 'insert t absolute-update'],
    ['INSERT INTO t (a) VALUES ($a) ON CONFLICT(a) DO UPDATE SET n = n + 1', 'insert t relative-update'],
    [
      'INSERT INTO t (a) VALUES (?) ON CONFLICT(a) DO NOTHING ON CONFLICT(b) DO UPDATE SET n = excluded.n',
      'insert t absolute-update',
    ],
    ['UPDATE OR IGNORE t SET a = max(a, ?)', 'update t absolute'],
    ['BEGIN IMMEDIATE', 'begin'],
    ['END TRANSACTION', 'commit'],
    ['PRAGMA journal_mode = WAL', 'other'],
  ]);
});

describe('sqlStatements: parts put in at run time', () => {
  check('any', [
    [`INSERT INTO ${HOLE} (a) VALUES (${HOLE})`, 'insert … none'],
    [`INSERT INTO ${HOLE}.t (a) VALUES ('${HOLE}')`, 'insert t none'],
    [`INSERT INTO t ${HOLE}`, 'insert t none'],
    [`INSERT INTO t ${HOLE} ON CONFLICT DO NOTHING`, 'insert t ignore'],
    [`INSERT INTO t (a, b) VALUES ${HOLE}`, 'insert t none'],
    [`INSERT INTO t (a) VALUES ($1) ${HOLE}`, 'unknown'],
    [`INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) ${HOLE}`, 'unknown'],
    [`INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET ${HOLE}`, 'unknown'],
    [`INSERT INTO t (a) SELECT a FROM u ${HOLE}`, 'unknown'],
    [`INSERT INTO t (a) SELECT a FROM u WHERE b = ${HOLE}`, 'insert t none selectsFrom'],
    [`UPDATE ${HOLE} SET n = x.n + 1`, 'update … relative'],
    [`UPDATE t SET ${HOLE} WHERE id = $1`, 'unknown'],
    [`UPDATE t SET a = $1, ${HOLE} WHERE id = $1`, 'unknown'],
    [`UPDATE t SET a = ${HOLE} WHERE ${HOLE}`, 'update t absolute'],
    [`UPDATE t SET a = $1 ${HOLE}`, 'unknown'],
    [`UPDATE t SET ${HOLE} = $1`, 'update t absolute'],
    [`UPDATE t SET ${HOLE} = ${HOLE} + 1`, 'unknown'],
    [`UPDATE t SET n = ${HOLE} + 1`, 'unknown'],
    [`UPDATE t SET n = n + ${HOLE}`, 'update t relative'],
    [`UPDATE t SET n = ${HOLE}.n + 1`, 'update t relative'],
    [`DELETE FROM t ${HOLE}`, 'delete t'],
    [`SELECT * FROM t ${HOLE} ORDER BY ${HOLE}`, 'select t'],
    [`BEGIN ISOLATION LEVEL ${HOLE}`, 'begin'],
    [`${HOLE} t SET a = 1`, 'unknown'],
    [HOLE, 'unknown'],
  ]);
});

describe('sqlStatements: what cannot be read', () => {
  check('any', [
    ['', ''],
    ['-- nothing\n;;', ''],
    ['INSERT INTO t (a VALUES (1)', 'unknown'],
    ["INSERT INTO t (a) VALUES ('b)", 'unknown'],
    ['INSERT INTO t VALUES (1) WHATEVER', 'unknown'],
    ['UPDATE t', 'unknown'],
    ['DELETE', 'unknown'],
    ['WITH x UPDATE t SET a = 1', 'unknown'],
    [`SELECT ${'('.repeat(100)}1${')'.repeat(100)}`, 'unknown'],
  ]);

  it('takes no dump for a statement', () => {
    assert.equal(read(`SELECT 1${' '.repeat(100_000)}`, 'any'), 'unknown');
  });
});
