import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HOLE } from './hole.ts';
import { sqlStatements, type SqlDialect } from './sql-statements.ts';

describe('statements of any text', () => {
  const dialects = fc.constantFrom<SqlDialect>('postgresql', 'mysql', 'sqlite', 'any');
  const pieces = fc.constantFrom(
    ...`INSERT INTO t ( a , b ) VALUES SELECT UPDATE SET = + $1 ? :x 'y' "z" ; ON CONFLICT DO NOTHING WITH AS FROM WHERE AND CASE WHEN THEN
    END NOT EXISTS MERGE DELETE CREATE TABLE UNIQUE PRIMARY KEY ALTER ADD INDEX [ ] . :: int RETURNING BEGIN ${HOLE} 1 -- /* */ ' " $$`.split(
      /\s+/,
    ),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), dialects, (text, dialect) => {
        sqlStatements(text, dialect);
      }),
    );
  });

  it('never throws on what looks like SQL', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), dialects, (words, dialect) => {
        sqlStatements(words.join(' '), dialect);
      }),
      { numRuns: 500 },
    );
  });

  it('reads an INSERT back', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,12}$/);
    const columns = fc.uniqueArray(name, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(name, columns, dialects, (table, names, dialect) => {
        const quote = dialect === 'mysql' ? '`' : '"';
        const list = names.map((column) => quote + column + quote).join(', ');
        const row = names.map((_, at) => (dialect === 'mysql' ? '?' : `$${at + 1}`)).join(', ');
        const [statement, ...others] = sqlStatements(
          `INSERT INTO ${quote}${table}${quote} (${list}) VALUES (${row})`,
          dialect,
        );
        assert.deepEqual(others, []);
        assert.deepEqual(statement, {
          kind: 'insert',
          table,
          columns: names,
          values: names.map((_, index) => ({ kind: 'placeholder', index })),
          conflict: 'none',
          conflictTarget: [],
          selectsFrom: false,
          whereNotExists: false,
          guarded: false,
        });
      }),
    );
  });

  it('gives the same answer again', () => {
    const text = 'UPDATE t SET n = n + 1';
    assert.equal(sqlStatements(text, 'any'), sqlStatements(text, 'any'));
  });
});
