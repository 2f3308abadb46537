import { splitStatements } from './split-statements.ts';
import { readSchemaChange, type SchemaChange } from './table-keys.ts';
import { deepestNesting } from './token-lists.ts';
import { tokenize } from './tokenize.ts';
import { upwardText } from './upward-text.ts';

/** A text of the workspace with its path. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A unique key that a schema declares. Columns are folded to lower case. */
export interface UniqueKey {
  readonly columns: readonly string[];
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** A column of it gets a fresh value when a row brings none, so that the key then recognises no repeat. */
  readonly generated: boolean;
}

/** Larger files are dumps with data. In UTF-16 code units. */
const LONGEST_FILE = 2_000_000;

/**
 * The unique keys that migrations leave behind, by table: lower-case, without schema. Files count in the order of
 * their paths, as migrations run; what a later one drops is gone. A statement that cannot be read says nothing.
 */
export function uniqueKeys(files: readonly TextFile[]): ReadonlyMap<string, readonly UniqueKey[]> {
  const schema = new Map<string, Table>();
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  for (const file of sorted) {
    if (file.text.length <= LONGEST_FILE) applyFile(schema, file);
  }
  return new Map(
    [...schema].flatMap(([name, table]) => (table.keys.length === 0 ? [] : [[name, keysOf(table)] as const])),
  );
}

interface NamedKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly line: number;
}

interface Table {
  readonly keys: readonly NamedKey[];
  readonly generated: ReadonlySet<string>;
}

const EMPTY: Table = { keys: [], generated: new Set() };

function keysOf(table: Table): readonly UniqueKey[] {
  return table.keys.map(({ columns, file, line }) => ({
    columns,
    file,
    line,
    generated: columns.some((column) => table.generated.has(column)),
  }));
}

function applyFile(schema: Map<string, Table>, file: TextFile): void {
  const text = upwardText(file);
  let line = 1;
  let counted = 0;
  for (const statement of splitStatements(tokenize(text, 'any').tokens)) {
    const start = statement[0]?.start ?? 0;
    line += linesIn(text, counted, start);
    counted = start;
    if (deepestNesting(statement) === undefined) continue;
    for (const change of readSchemaChange(statement) ?? []) apply(schema, change, file.path, line);
  }
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function apply(schema: Map<string, Table>, change: SchemaChange, file: string, line: number): void {
  if (change.effect === 'drop-table') schema.delete(change.table);
  else if (change.table === '') dropIndexes(schema, change.dropped);
  else {
    const before = schema.get(change.table) ?? EMPTY;
    const kept = before.keys.filter(({ name }) => !change.dropped.includes(name));
    const added = change.keys.filter((key) => !kept.some((one) => one.columns.join() === key.columns.join()));
    schema.set(change.table, {
      keys: [...kept, ...added.map((key) => ({ ...key, file, line }))],
      generated: new Set([...before.generated, ...change.generated]),
    });
  }
}

function dropIndexes(schema: Map<string, Table>, dropped: readonly string[]): void {
  for (const [name, table] of schema) {
    schema.set(name, { ...table, keys: table.keys.filter((key) => !dropped.includes(key.name)) });
  }
}
