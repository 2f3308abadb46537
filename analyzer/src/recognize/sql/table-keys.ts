import { isGenerated } from './generated-column.ts';
import { generatedColumn, readKeys, type DeclaredKey } from './table-element.ts';
import { readKeyColumns, readName } from './read-name.ts';
import { findAtTop, parenthesized, signAt, splitAtCommas, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** What a statement of the schema says about unique keys. */
export interface SchemaChange {
  readonly table: string;
  readonly effect: 'create' | 'change' | 'drop-table';
  readonly keys: readonly DeclaredKey[];
  /** Columns that get a fresh value when none is given. */
  readonly generated: readonly string[];
  /** Names of keys that go. */
  readonly dropped: readonly string[];
}

/** Reads `CREATE TABLE`, `CREATE UNIQUE INDEX`, `ALTER TABLE` and `DROP`; undefined for anything else. */
export function readSchemaChange(tokens: TokenList): readonly SchemaChange[] | undefined {
  switch (wordAt(tokens, 0)) {
    case 'CREATE':
      return one(readCreateTable(tokens) ?? readUniqueIndex(tokens));
    case 'ALTER':
      return one(readAlterTable(tokens));
    case 'DROP':
      return readDrop(tokens);
    default:
      return undefined;
  }
}

function one(change: SchemaChange | undefined): readonly SchemaChange[] | undefined {
  return change === undefined ? undefined : [change];
}

function readCreateTable(tokens: TokenList): SchemaChange | undefined {
  const at = findAtTop(
    tokens,
    1,
    (index) => !wordsAt(tokens, index, 'OR|REPLACE|GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED'),
  );
  if (wordAt(tokens, at) !== 'TABLE') return undefined;
  const named = readName(tokens, behindIfExists(tokens, at + 1));
  const list = named === undefined ? undefined : parenthesized(tokens, named.next);
  if (named?.name === undefined || list === undefined || wordsAt(list.inner, 0, 'SELECT|WITH')) return undefined;
  const elements = splitAtCommas(list.inner);
  const { name: table } = named;
  return {
    table,
    effect: 'create',
    keys: elements.flatMap((element) => readKeys(element, table)),
    generated: elements.flatMap(generatedColumn),
    dropped: [],
  };
}

function behindIfExists(tokens: TokenList, at: number): number {
  if (wordsAt(tokens, at, 'IF NOT EXISTS')) return at + 3;
  return wordsAt(tokens, at, 'IF EXISTS') ? at + 2 : at;
}

function readUniqueIndex(tokens: TokenList): SchemaChange | undefined {
  const on = findAtTop(tokens, 2, (at) => wordAt(tokens, at) === 'ON');
  const table = readName(tokens, wordAt(tokens, on + 1) === 'ONLY' ? on + 2 : on + 1);
  if (wordAt(tokens, 1) !== 'UNIQUE' || table?.name === undefined) return undefined;
  const columns = indexedColumns(tokens, table.next);
  const named = readName(tokens, behindIfExists(tokens, wordAt(tokens, 3) === 'CONCURRENTLY' ? 4 : 3));
  const name = named?.name ?? `${table.name}_${columns.join('_')}_idx`;
  const keys = columns.length === 0 ? [] : [{ columns, name }];
  return { table: table.name, effect: 'change', keys, generated: [], dropped: [] };
}

/** None for a partial index (`WHERE`), which speaks of some rows only, and for one on expressions. */
function indexedColumns(tokens: TokenList, from: number): readonly string[] {
  const open = findAtTop(tokens, from, (at) => signAt(tokens, at) === '(');
  const isPartial = findAtTop(tokens, open, (at) => wordAt(tokens, at) === 'WHERE') < tokens.length;
  return isPartial ? [] : (readKeyColumns(parenthesized(tokens, open)?.inner ?? []) ?? []);
}

function readAlterTable(tokens: TokenList): SchemaChange | undefined {
  if (wordAt(tokens, 1) !== 'TABLE') return undefined;
  const start = behindIfExists(tokens, 2);
  const named = readName(tokens, wordAt(tokens, start) === 'ONLY' ? start + 1 : start);
  if (named?.name === undefined) return undefined;
  const { name: table } = named;
  const actions = splitAtCommas(tokens.slice(named.next));
  const elements = actions.filter((action) => /^(?:ADD|MODIFY|CHANGE)$/.test(wordAt(action, 0))).map(elementOf);
  return {
    table,
    effect: 'change',
    keys: elements.flatMap((element) => readKeys(element, table)),
    generated: [...elements.flatMap(generatedColumn), ...actions.flatMap(alteredToGenerated)],
    dropped: actions.flatMap((action) => droppedKey(action, table)),
  };
}

/** What `ADD [COLUMN] [IF NOT EXISTS]`, `MODIFY [COLUMN]` or `CHANGE [COLUMN] old` adds. */
function elementOf(action: TokenList): TokenList {
  const at = behindIfExists(action, wordAt(action, 1) === 'COLUMN' ? 2 : 1);
  return action.slice(wordAt(action, 0) === 'CHANGE' ? at + 1 : at);
}

function alteredToGenerated(action: TokenList): readonly string[] {
  const column = wordAt(action, 0) === 'ALTER' ? readName(action, wordAt(action, 1) === 'COLUMN' ? 2 : 1) : undefined;
  return column?.name !== undefined && isGenerated(action.slice(column.next)) ? [column.name] : [];
}

function droppedKey(action: TokenList, table: string): readonly string[] {
  if (wordsAt(action, 0, 'DROP PRIMARY KEY')) return [`${table}_pkey`];
  if (!wordsAt(action, 0, 'DROP CONSTRAINT|INDEX|KEY')) return [];
  const name = readName(action, behindIfExists(action, 2))?.name;
  return name === undefined ? [] : [name];
}

/** `DROP TABLE a, b` and `DROP INDEX x`; an index is dropped by its name alone, so that `table` is empty. */
function readDrop(tokens: TokenList): readonly SchemaChange[] | undefined {
  if (!wordsAt(tokens, 1, 'TABLE|INDEX')) return undefined;
  const isTable = wordAt(tokens, 1) === 'TABLE';
  const start = wordAt(tokens, 2) === 'CONCURRENTLY' ? 3 : 2;
  const names = splitAtCommas(tokens.slice(behindIfExists(tokens, start))).map((piece) => readName(piece, 0)?.name);
  return names.flatMap((name): readonly SchemaChange[] => {
    if (name === undefined) return [];
    if (isTable) return [{ table: name, effect: 'drop-table', keys: [], generated: [], dropped: [] }];
    return [{ table: '', effect: 'change', keys: [], generated: [], dropped: [name] }];
  });
}
