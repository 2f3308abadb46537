import { isGenerated } from './generated-column.ts';
import { readKeyColumns, readName } from './read-name.ts';
import { findAtTop, parenthesized, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

export interface DeclaredKey {
  readonly columns: readonly string[];
  /** Of the constraint or index, as PostgreSQL would name it if the text does not. */
  readonly name: string;
}

/** The unique keys that one element of `CREATE TABLE (…)` declares: a column with a key, or a constraint. */
export function readKeys(element: TokenList, table: string): readonly DeclaredKey[] {
  return isColumn(element) ? readColumnKeys(element, table) : readConstraint(element, table);
}

/** The column of an element that gets a fresh value when a row brings none, if it is one. */
export function generatedColumn(element: TokenList): readonly string[] {
  const column = isColumn(element) ? readName(element, 0)?.name : undefined;
  return column !== undefined && isGenerated(element.slice(1)) ? [column] : [];
}

const NO_COLUMN = /^(?:CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|CHECK|EXCLUDE|FULLTEXT|SPATIAL|LIKE)$/;

/** `key text` is a column, `KEY name (…)` and `KEY (…)` are indexes. */
function isColumn(element: TokenList): boolean {
  if (!wordsAt(element, 0, 'KEY|INDEX')) return !NO_COLUMN.test(wordAt(element, 0));
  return signAt(element, 1) !== '(' && signAt(element, 2) !== '(';
}

/** `a text UNIQUE`, `id uuid PRIMARY KEY`. */
function readColumnKeys(element: TokenList, table: string): readonly DeclaredKey[] {
  const column = readName(element, 0);
  if (column?.name === undefined) return [];
  const { name, next } = column;
  const has = (words: string): boolean =>
    findAtTop(element, next, (at) => wordsAt(element, at, words)) < element.length;
  return [
    ...(has('PRIMARY KEY') ? [{ columns: [name], name: `${table}_pkey` }] : []),
    ...(has('UNIQUE') ? [{ columns: [name], name: `${table}_${name}_key` }] : []),
  ];
}

/** `[CONSTRAINT name] PRIMARY KEY (…)`, `[CONSTRAINT name] UNIQUE [KEY|INDEX] [name] (…)`. */
function readConstraint(element: TokenList, table: string): readonly DeclaredKey[] {
  const { named, start } = behindConstraint(element);
  if (!wordsAt(element, start, 'PRIMARY KEY') && wordAt(element, start) !== 'UNIQUE') return [];
  const open = findAtTop(element, start, (at) => signAt(element, at) === '(');
  const columns = readKeyColumns(parenthesized(element, open)?.inner ?? []) ?? [];
  const name = named ?? indexName(element, open) ?? defaultName(wordAt(element, start), table, columns);
  return columns.length === 0 ? [] : [{ columns, name }];
}

function behindConstraint(element: TokenList): { readonly named: string | undefined; readonly start: number } {
  if (wordAt(element, 0) !== 'CONSTRAINT') return { named: undefined, start: 0 };
  const name = readName(element, 1);
  return { named: name?.name, start: name?.next ?? 1 };
}

function defaultName(kind: string, table: string, columns: readonly string[]): string {
  return kind === 'PRIMARY' ? `${table}_pkey` : `${table}_${columns.join('_')}_key`;
}

/** MySQL's `UNIQUE KEY name (…)`. */
function indexName(element: TokenList, open: number): string | undefined {
  if (wordsAt(element, open - 1, 'UNIQUE|KEY|INDEX|DISTINCT')) return undefined;
  return readName(element, open - 1)?.name;
}
