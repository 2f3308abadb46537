import assert from 'node:assert/strict';
import { HOLE } from './hole.ts';
import { sqlStatements } from './sql-statements.ts';

const CONDITIONS: readonly (readonly [string, readonly string[]])[] = [
  ['SELECT 1 FROM t WHERE id = $1 AND (a = ? AND b > 2)', ['id', 'a']],
  ['SELECT 1 FROM t WHERE a = 1 OR b = 2', []],
  ['SELECT 1 FROM t WHERE a = 1 AND b = 2 OR c = 3', []],
  ['SELECT 1 FROM t WHERE a = 1 AND (b = 2 OR c = 3) AND NOT d = 4 AND e = 5', ['a', 'e']],
  ['SELECT 1 FROM t WHERE a BETWEEN 1 AND 2 AND b = CASE WHEN c = 1 OR d = 2 THEN 3 END', ['b']],
  ['SELECT 1 FROM t WHERE a = 1 XOR b = 2 AND c = 3', []],
  ['SELECT 1 FROM t WHERE a = 1 AND b OPERATOR(x.~) c', ['a']],
  ['SELECT 1 FROM t WHERE (a, b) = ($1, $2)', ['a', 'b']],
  ['SELECT 1 FROM t WHERE a IN ($1) AND b IN ($1, $2) AND c = ANY($3)', ['a']],
  ['SELECT EXISTS (SELECT 1 FROM t WHERE a = :a)', ['a']],
  [
    'SELECT 1 FROM t WHERE partition = $1 AND "offset" = $2 AND key = $3 AND timestamp = $4',
    ['partition', 'offset', 'key', 'timestamp'],
  ],
  ['SELECT 1 FROM t WHERE a = $1 UNION SELECT 2 FROM u WHERE b = $1', []],
  ['UPDATE t SET x = 1 FROM u WHERE t.a = $1 AND u.b = $2 AND t.c = u.c', ['a']],
  [`DELETE FROM t WHERE a = '${HOLE}' AND b = ${HOLE} AND c <=> 1 AND d IS NOT DISTINCT FROM 2`, ['a', 'b', 'c', 'd']],
  [`DELETE FROM t WHERE a = $1 ${HOLE}`, []],
];

describe('the equalities of a WHERE', () => {
  for (const [text, columns] of CONDITIONS) {
    it(text.replaceAll(HOLE, '${…}'), () => {
      const [statement] = sqlStatements(text, 'any');
      assert.ok(statement?.kind === 'select' || statement?.kind === 'update' || statement?.kind === 'delete');
      assert.deepEqual(
        statement.where.map(({ column }) => column),
        columns,
      );
    });
  }
});
