import { readStatement } from './read-statement.ts';
import { splitStatements } from './split-statements.ts';
import { unknownSql, type SqlDialect, type SqlStatement } from './sql-statement.ts';
import { tokenize } from './tokenize.ts';

export type { SqlAssigned, SqlDialect, SqlStatement, SqlValue } from './sql-statement.ts';

/** Longer texts are dumps, not statements of a handler. In UTF-16 code units. */
const LONGEST_TEXT = 100_000;

/** Enough for the statements of a large workspace; the oldest goes first. */
const MOST_REMEMBERED = 500;
const remembered = new Map<string, readonly SqlStatement[]>();

/**
 * Says what the statements of a text do, in their order. What is put in at run time stands in the text as `HOLE`: where
 * the grammar needs something (a table, a value, the rows of an `INSERT`) it is that; anywhere else it may be any clause,
 * and a write with it is unknown. Never throws; what cannot be read is unknown, and no write is guessed at.
 */
export function sqlStatements(text: string, dialect: SqlDialect): readonly SqlStatement[] {
  if (text.length > LONGEST_TEXT) return [unknownSql('the text is too long')];
  const key = `${dialect}:${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const statements = readText(text, dialect);
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(key, statements);
  return statements;
}

function readText(text: string, dialect: SqlDialect): readonly SqlStatement[] {
  const { tokens, complete } = tokenize(text, dialect);
  if (!complete) return [unknownSql('a quote is not closed')];
  return splitStatements(tokens).flatMap((statement) => readStatement(statement, dialect));
}
