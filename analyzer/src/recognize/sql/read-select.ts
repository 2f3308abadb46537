import { equalitiesIn, readConditions, whereClause } from './conditions.ts';
import { callsIn, isHarmlessFunction } from './harmless-functions.ts';
import { unknownSql, type SqlDialect, type SqlStatement } from './sql-statement.ts';
import { tablesOf } from './tables-of.ts';
import { findAtTop, parenthesized, wordsAt, type TokenList } from './token-lists.ts';

/**
 * Reads a query. It is harmless unless it stores its result or calls a function of which nothing is known and
 * reads nothing else: `SELECT book_transfer($1)` runs whatever the function does.
 */
export function readSelect(tokens: TokenList, dialect: SqlDialect): SqlStatement {
  const whole = parenthesized(tokens, 0);
  if (whole?.next === tokens.length) return readSelect(whole.inner, dialect);
  const combined = findAtTop(tokens, 0, (at) => wordsAt(tokens, at, 'UNION|INTERSECT|EXCEPT')) < tokens.length;
  if (findAtTop(tokens, 0, (at) => wordsAt(tokens, at, 'INTO')) < tokens.length) {
    return unknownSql('the SELECT stores its result');
  }
  const tables = tablesOf(tokens);
  const called = tables.length > 0 ? undefined : callsIn(tokens).find((name) => !isHarmlessFunction(name));
  if (called !== undefined) return unknownSql(`what the function ${called} does is not known`);
  const where = combined ? undefined : whereClause(existsQuery(tokens) ?? tokens, 0);
  return {
    kind: 'select',
    tables,
    where: equalitiesIn(readConditions(where ?? [], dialect), []),
    forUpdate: tokens.some((_, at) => wordsAt(tokens, at, 'FOR UPDATE') || wordsAt(tokens, at, 'FOR NO KEY UPDATE')),
  };
}

/** The query whose rows `SELECT EXISTS (SELECT …)` asks for. */
function existsQuery(tokens: TokenList): TokenList | undefined {
  return wordsAt(tokens, 1, 'EXISTS') ? parenthesized(tokens, 2)?.inner : undefined;
}
