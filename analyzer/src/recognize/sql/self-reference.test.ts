import assert from 'node:assert/strict';
import { sqlStatements, type SqlDialect } from './sql-statements.ts';

/** What `UPDATE t SET …` is. */
function repetition(list: string, dialect: SqlDialect = 'any'): string {
  const [statement] = sqlStatements(`UPDATE t SET ${list} WHERE id = $9`, dialect);
  return statement?.kind === 'update' ? statement.assignments : (statement?.kind ?? '');
}

const RELATIVE = [
  'n = n + 1',
  'n = t.n + $1',
  't.n = n - 1',
  '"n" = "n" * 2',
  'n = COALESCE(n, 0) + $1',
  'n = GREATEST(n, 0) + 1',
  'n = (n + 1)::int',
  'n = CAST(n AS int) + 1',
  'n = CASE WHEN b = 1 THEN n + 1 ELSE n END',
  'n = IF(b = 1, n + 1, n)',
  "n = CASE n WHEN 'a' THEN 'b' WHEN 'b' THEN 'c' ELSE n END",
  'n = NOT n',
  'n = -n',
  'n = n || $1',
  'n = array_append(n, $1)',
  "n = jsonb_set(n, '{a}', $1)",
  "n = jsonb_set(COALESCE(n, '{}'::jsonb), ARRAY['a'], to_jsonb($1::text), true)",
  "n = JSON_SET(n, '$.a', ?)",
  "n = CONCAT(n, ',', ?)",
  'n = DATE_ADD(n, INTERVAL 1 DAY)',
  "n = n + interval '1 day'",
  'n = (SELECT n + $1)',
  'a = 1, n = n + 1',
  'previous = status, status = $1',
  'a = b, b = a',
  '(a, b) = (b, $1)',
];

const ABSOLUTE = [
  'n = $1',
  'n = ?',
  'n = :n',
  'n = NULL',
  'n = DEFAULT',
  'n = NOW()',
  "n = now() - interval '1 hour'",
  "n = now() - ($1 || ' seconds')::interval",
  'n = CURRENT_TIMESTAMP',
  'n = gen_random_uuid()',
  'n = m',
  'n = m + 1',
  'n = price * quantity',
  'n = n',
  'n = GREATEST(n, $1)',
  'n = LEAST(n, m, $1)',
  'n = COALESCE(n, $1)',
  'n = LOWER(n)',
  'n = array_remove(n, $1)',
  'n = CASE WHEN n IS NULL THEN $1 ELSE n END',
  'n = CASE WHEN n < $1 THEN $1 ELSE n END',
  "n = CASE WHEN m = 1 THEN 'a' ELSE 'b' END",
  'n = ARRAY[$1, $2]::text[]',
  "n = jsonb_build_object('a', $1)",
  "n = m -> 'a' ->> 'b'",
  'n = (SELECT max(total) FROM u WHERE u.id = t.id)',
  'count = (SELECT count(*) AS count FROM u WHERE u.id = t.id)',
  'n[1] = $1',
  "n = 'n + 1'",
  'n = $1 -- n + 1',
  "paid_at = CASE WHEN status <> 'paid' THEN now() ELSE paid_at END, status = 'paid'",
];

const UNKNOWN = [
  'n = my_merge(n, $1)',
  'n = (SELECT n FROM u)',
  'n = (SELECT max(n) + 1 FROM t)',
  'n = ARRAY(SELECT DISTINCT unnest(n || $1))',
  'n + 1',
  'n = $1 $2',
];

const CASES = { relative: RELATIVE, absolute: ABSOLUTE, unknown: UNKNOWN };

describe('assignments that refer to their own column', () => {
  for (const [expected, lists] of Object.entries(CASES)) {
    for (const list of lists) {
      it(`${expected}: ${list}`, () => {
        assert.equal(repetition(list), expected);
      });
    }
  }
  for (const list of RELATIVE)
    it(`relative: ${list}`, () => {
      assert.equal(repetition(list), 'relative');
    });
  for (const list of ABSOLUTE)
    it(`absolute: ${list}`, () => {
      assert.equal(repetition(list), 'absolute');
    });
  for (const list of UNKNOWN)
    it(`unknown: ${list}`, () => {
      assert.equal(repetition(list), 'unknown');
    });

  it('are made from left to right in MySQL', () => {
    assert.equal(repetition("status = ?, label = CONCAT(status, '!')", 'mysql'), 'absolute');
    assert.equal(repetition('previous = status, status = ?', 'mysql'), 'relative');
  });
});
