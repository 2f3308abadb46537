import { readName, readNameList } from './read-name.ts';
import { findAtTop, parenthesized, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** An `INSERT` or `REPLACE` cut into its clauses. */
export interface InsertShape {
  /** Undefined when it is put in at run time. */
  readonly table: string | undefined;
  /** The table's name and its alias; empty when the table is put in at run time. */
  readonly names: readonly string[];
  /** What a word before the table says about a row that is there already. */
  readonly modifier: 'none' | 'ignore' | 'replace';
  /** Undefined in it for columns that are put in at run time. */
  readonly columns: readonly (string | undefined)[];
  /** `VALUES …`, `SELECT …`, `SET …`, `DEFAULT VALUES`, or what is put in for them. */
  readonly source: TokenList;
  /** `ON CONFLICT …`, `ON DUPLICATE KEY …`, or nothing. */
  readonly conflict: TokenList;
  readonly returning: TokenList;
}

/** Undefined when the statement is put together in a way that no grammar allows. */
export function insertShape(tokens: TokenList): InsertShape | undefined {
  const verb = behindVerb(tokens);
  const table = readName(tokens, verb.next);
  if (table === undefined) return undefined;
  const alias = wordAt(tokens, table.next) === 'AS' ? readName(tokens, table.next + 1) : undefined;
  const columns = columnsAt(tokens, behindPartition(tokens, alias?.next ?? table.next));
  if (columns === undefined) return undefined;
  const start = behindOverriding(tokens, columns.next);
  const conflict = findAtTop(tokens, start, (at) => wordsAt(tokens, at, 'ON CONFLICT|DUPLICATE'));
  const returning = findAtTop(tokens, start, (at) => wordAt(tokens, at) === 'RETURNING');
  return {
    table: table.name,
    names: table.name === undefined ? [] : [table.name, ...(alias?.name === undefined ? [] : [alias.name])],
    modifier: verb.modifier,
    columns: columns.names,
    source: tokens.slice(start, Math.min(conflict, returning)),
    conflict: tokens.slice(Math.min(conflict, returning), returning),
    returning: tokens.slice(returning),
  };
}

interface Verb {
  readonly modifier: InsertShape['modifier'];
  readonly next: number;
}

function behindVerb(tokens: TokenList): Verb {
  let modifier: InsertShape['modifier'] = wordAt(tokens, 0) === 'REPLACE' ? 'replace' : 'none';
  let next = 1;
  while (wordsAt(tokens, next, 'LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE')) {
    if (wordAt(tokens, next) === 'IGNORE') modifier = 'ignore';
    next += 1;
  }
  if (wordAt(tokens, next) === 'OR') {
    if (wordAt(tokens, next + 1) === 'IGNORE') modifier = 'ignore';
    if (wordAt(tokens, next + 1) === 'REPLACE') modifier = 'replace';
    next += 2;
  }
  return { modifier, next: wordAt(tokens, next) === 'INTO' ? next + 1 : next };
}

function behindPartition(tokens: TokenList, at: number): number {
  if (wordAt(tokens, at) !== 'PARTITION') return at;
  return parenthesized(tokens, at + 1)?.next ?? at;
}

function behindOverriding(tokens: TokenList, at: number): number {
  if (wordsAt(tokens, at, 'OVERRIDING SYSTEM|USER VALUE')) return at + 3;
  if (wordAt(tokens, at) !== 'OUTPUT') return at;
  return findAtTop(tokens, at, (index) => wordsAt(tokens, index, 'VALUES|SELECT|DEFAULT'));
}

interface Columns {
  readonly names: readonly (string | undefined)[];
  readonly next: number;
}

/** The list of columns, if there is one. A hole before `VALUES` is one as well. */
function columnsAt(tokens: TokenList, at: number): Columns | undefined {
  if (tokens[at]?.kind === 'hole' && wordsAt(tokens, at + 1, 'VALUES|SELECT|OVERRIDING')) {
    return { names: [undefined], next: at + 1 };
  }
  const list = parenthesized(tokens, at);
  if (list === undefined || isQuery(list.inner)) return { names: [], next: at };
  const names = readNameList(list.inner);
  return names === undefined ? undefined : { names, next: list.next };
}

/** `INSERT INTO t (SELECT …)`: what could be a list of columns is the source. */
function isQuery(inner: TokenList): boolean {
  return wordsAt(inner, 0, 'SELECT|WITH|VALUES|TABLE') || signAt(inner, 0) === '(';
}
