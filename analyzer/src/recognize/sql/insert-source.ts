import { readAssignments } from './assignments.ts';
import { parseExpression } from './parse-expression.ts';
import type { SqlDialect, SqlValue } from './sql-statement.ts';
import { valueOf } from './sql-value.ts';
import { endsOperand } from './token.ts';
import { findAtTop, parenthesized, signAt, splitAtCommas, wordAt, wordsAt, type TokenList } from './token-lists.ts';
import { tablesOf } from './tables-of.ts';

/** Where an `INSERT` takes its rows from. */
export interface InsertSource {
  /** The first row; undefined when it is not visible. */
  readonly values: readonly SqlValue[] | undefined;
  /** Only for `SET a = 1, b = 2`, which names the columns itself. */
  readonly columns?: readonly (string | undefined)[];
  readonly selectsFrom: boolean;
  readonly whereNotExists: boolean;
}

const UNSEEN_ROWS: InsertSource = { values: undefined, selectsFrom: false, whereNotExists: false };

/** Undefined when something stands in the source that may change what the statement does. */
export function readInsertSource(
  source: TokenList,
  table: string | undefined,
  dialect: SqlDialect,
): InsertSource | undefined {
  if (source.length === 1 && isPutIn(source, 0)) return UNSEEN_ROWS;
  if (wordsAt(source, 0, 'DEFAULT VALUES')) return source.length === 2 ? UNSEEN_ROWS : undefined;
  if (wordsAt(source, 0, 'VALUES|VALUE')) return readRows(source, dialect);
  if (wordAt(source, 0) === 'SET') return readSet(source.slice(1), dialect);
  return readQuery(source, table, dialect);
}

function isPutIn(tokens: TokenList, at: number): boolean {
  return tokens[at]?.kind === 'hole' || tokens[at]?.kind === 'placeholder';
}

/** `VALUES (…), (…)`, with MySQL's alias for the new row behind it. */
function readRows(source: TokenList, dialect: SqlDialect): InsertSource | undefined {
  const alias = findAtTop(source, 1, (at) => wordAt(source, at) === 'AS');
  if (alias < source.length && (parenthesized(source, alias + 2)?.next ?? alias + 2) !== source.length)
    return undefined;
  const rows = splitAtCommas(source.slice(1, alias));
  const [first] = rows;
  if (first === undefined || !rows.every((row) => isPutInRow(row) || rowIn(row) !== undefined)) return undefined;
  const values = rowIn(first);
  return { ...UNSEEN_ROWS, values: values === undefined ? undefined : readRow(values, dialect) };
}

function isPutInRow(row: TokenList): boolean {
  return row.length === 1 && isPutIn(row, 0);
}

/** What is in `(…)` or `ROW(…)`. */
function rowIn(tokens: TokenList): TokenList | undefined {
  const row = parenthesized(tokens, wordAt(tokens, 0) === 'ROW' ? 1 : 0);
  return row?.next === tokens.length ? row.inner : undefined;
}

function readRow(row: TokenList, dialect: SqlDialect): readonly SqlValue[] {
  return splitAtCommas(row).map((value) => valueOf(parseExpression(value, dialect)));
}

function readSet(list: TokenList, dialect: SqlDialect): InsertSource | undefined {
  if (list.length === 1 && isPutIn(list, 0)) return UNSEEN_ROWS;
  const row = findAtTop(list, 0, (at) => wordAt(list, at) === 'AS');
  const assignments = readAssignments(list.slice(0, row), dialect);
  if (assignments === undefined) return undefined;
  return {
    ...UNSEEN_ROWS,
    columns: assignments.map(({ column }) => column),
    values: assignments.map(({ value }) => valueOf(value)),
  };
}

function readQuery(source: TokenList, table: string | undefined, dialect: SqlDialect): InsertSource | undefined {
  const whole = parenthesized(source, 0);
  if (whole?.next === source.length) return readQuery(whole.inner, table, dialect);
  if (!wordsAt(source, 0, 'SELECT|WITH|TABLE') && signAt(source, 0) !== '(') return undefined;
  // A hole where nothing is missing may be a conflict clause.
  if (findAtTop(source, 0, (at) => source[at]?.kind === 'hole' && endsOperand(source[at - 1])) < source.length) {
    return undefined;
  }
  return {
    values: selectedRow(source, dialect),
    selectsFrom: true,
    whereNotExists: table !== undefined && excludesExisting(source, table),
  };
}

/** The row of a `SELECT` that reads no table. */
function selectedRow(source: TokenList, dialect: SqlDialect): readonly SqlValue[] | undefined {
  if (wordAt(source, 0) !== 'SELECT') return undefined;
  const end = findAtTop(source, 1, (at) => /^(?:FROM|WHERE|UNION|LIMIT)$/.test(wordAt(source, at)));
  const readsTable = wordAt(source, end) === 'FROM' && wordAt(source, end + 1) !== 'DUAL';
  if (readsTable || wordAt(source, end) === 'UNION') return undefined;
  return splitAtCommas(source.slice(1, end)).map((value) => valueOf(parseExpression(withoutAlias(value), dialect)));
}

function withoutAlias(value: TokenList): TokenList {
  return value.slice(
    0,
    findAtTop(value, 0, (at) => wordAt(value, at) === 'AS'),
  );
}

/** `WHERE NOT EXISTS (SELECT … FROM the same table …)`, with nothing that could hold instead. */
function excludesExisting(source: TokenList, table: string): boolean {
  const where = findAtTop(source, 0, (at) => wordAt(source, at) === 'WHERE');
  if (findAtTop(source, where, (at) => wordsAt(source, at, 'OR|UNION')) < source.length) return false;
  const exists = findAtTop(source, where, (at) => wordsAt(source, at, 'NOT EXISTS'));
  const query = parenthesized(source, exists + 2);
  return query !== undefined && tablesOf(query.inner).includes(table);
}
