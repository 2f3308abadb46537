import assert from 'node:assert/strict';
import { HOLE } from './hole.ts';
import { withConflictClause } from './conflict-clause.ts';

function changed(text: string): string | undefined {
  const insertion = withConflictClause(text);
  return insertion && text.slice(0, insertion.at) + insertion.text + text.slice(insertion.at);
}

describe('withConflictClause', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['INSERT INTO t (a) VALUES ($1)', 'INSERT INTO t (a) VALUES ($1) ON CONFLICT DO NOTHING'],
    ['INSERT INTO t (a) VALUES ($1), ($2);\n', 'INSERT INTO t (a) VALUES ($1), ($2) ON CONFLICT DO NOTHING;\n'],
    [
      'INSERT INTO t (a)\nVALUES ($1) -- one\nRETURNING id',
      'INSERT INTO t (a)\nVALUES ($1) ON CONFLICT DO NOTHING -- one\nRETURNING id',
    ],
    ['INSERT INTO t SELECT * FROM u WHERE b = $1', 'INSERT INTO t SELECT * FROM u WHERE b = $1 ON CONFLICT DO NOTHING'],
    [`INSERT INTO t (a) VALUES ${HOLE}`, `INSERT INTO t (a) VALUES ${HOLE} ON CONFLICT DO NOTHING`],
  ];
  for (const [text, expected] of cases) {
    it(text.replaceAll(HOLE, '${…}'), () => {
      assert.equal(changed(text), expected);
    });
  }

  it('leaves alone what it is not sure of', () => {
    for (const text of [
      'INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO NOTHING',
      'INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE a = 1',
      'INSERT IGNORE INTO t (a) VALUES (?)',
      'REPLACE INTO t (a) VALUES (?)',
      `INSERT INTO t (a) VALUES ($1) ${HOLE}`,
      'BEGIN; INSERT INTO t (a) VALUES ($1)',
      'WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x',
      'UPDATE t SET a = 1',
      "INSERT INTO t (a) VALUES ('",
      '',
    ]) {
      assert.equal(changed(text), undefined, text);
    }
  });
});
