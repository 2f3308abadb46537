import assert from 'node:assert/strict';
import { sqlStatements } from './sql-statements.ts';

function guarded(text: string): boolean {
  const [statement] = sqlStatements(text, 'any');
  assert.ok(statement?.kind === 'update' || statement?.kind === 'insert');
  return statement.guarded;
}

const GUARDED = [
  'UPDATE t SET n = n + 1, version = version + 1 WHERE id = $1 AND version = $2',
  'UPDATE t SET version = $3 WHERE id = $1 AND version = $2',
  "UPDATE t SET n = n + 1, status = 'paid' WHERE id = $1 AND status = 'open'",
  'UPDATE t SET n = n + 1, done = true WHERE done = false',
  'UPDATE t SET n = n + 1, done = true WHERE NOT done',
  'UPDATE t SET n = n + 1, done = true WHERE done IS NOT TRUE',
  'UPDATE t SET n = n + 1, done_at = now() WHERE done_at IS NULL',
  'UPDATE t SET n = n + $1, last = $2 WHERE id = $3 AND last < $2',
  'UPDATE t SET n = n + $1, last = $2 WHERE id = $3 AND (last IS NULL OR $2 > last)',
  'UPDATE t SET n = n + $1, last = $2 WHERE COALESCE(last, -1) < $2',
  'INSERT INTO t (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET n = t.n + 1, last = EXCLUDED.last WHERE t.last < EXCLUDED.last',
];

const UNGUARDED = [
  'UPDATE t SET n = n + 1 WHERE id = $1',
  'UPDATE t SET n = n - $1 WHERE n >= $1',
  'UPDATE t SET n = n + 1, last = $2 WHERE last <= $2',
  'UPDATE t SET n = n + 1, last = $2 WHERE last <> $2',
  'UPDATE t SET n = n + 1, last = $2 WHERE last < $3',
  'UPDATE t SET n = n + 1, status = $2 WHERE status = $2',
  "UPDATE t SET n = n + 1, status = 'paid' WHERE status = 'open' OR id = $1",
  'UPDATE t SET n = n + 1, done_at = NULL WHERE done_at IS NULL',
];

describe('conditions that a statement breaks itself', () => {
  for (const text of GUARDED) {
    it(`guard ${text}`, () => {
      assert.equal(guarded(text), true);
    });
  }
  for (const text of UNGUARDED) {
    it(`do not guard ${text}`, () => {
      assert.equal(guarded(text), false);
    });
  }
});
