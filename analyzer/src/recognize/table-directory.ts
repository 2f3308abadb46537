import type ts from 'typescript';
import { compareText } from '../facts/place.ts';
import type { FileTables } from './file-tables.ts';

/** Which files have something to say, table by table: so that a question goes to those and to no other file. */
export interface TableDirectory {
  /** Files that spell a key in a table, in the order of the slice. */
  files(table: DirectoryTable, key: string | ts.Node): readonly FileTables[];
  readonly of: (file: ts.SourceFile) => FileTables | undefined;
  /** All files, in the order of the slice. */
  readonly all: () => readonly FileTables[];
  /** Takes in the tables of a later slice. */
  replace(tables: ReadonlyMap<ts.SourceFile, FileTables>): void;
}

export type DirectoryTable =
  'assignments' | 'counters' | 'writes' | 'methods' | 'members' | 'named' | 'bare' | 'creations' | 'children';

type Entries = Map<string | ts.Node, FileTables[]>;

const none: readonly FileTables[] = [];

export function openDirectory(): TableDirectory {
  const directory = new Map<DirectoryTable, Entries>();
  let current: ReadonlyMap<ts.SourceFile, FileTables> = new Map();
  const entriesOf = (table: DirectoryTable): Entries => {
    const entries = directory.get(table) ?? new Map<string | ts.Node, FileTables[]>();
    directory.set(table, entries);
    return entries;
  };
  return {
    files: (table, key) => directory.get(table)?.get(key) ?? none,
    of: (file) => current.get(file),
    all: () => [...current.values()],
    replace(tables) {
      for (const [file, old] of current)
        if (tables.get(file) !== old)
          forEachKey(old, (table, key) => {
            remove(entriesOf(table), key, old);
          });
      for (const [file, tablesOfFile] of tables)
        if (current.get(file) !== tablesOfFile)
          forEachKey(tablesOfFile, (table, key) => {
            insert(entriesOf(table), key, tablesOfFile);
          });
      current = tables;
    },
  };
}

/** Every key of every table of a file, each once. */
function forEachKey(tables: FileTables, visit: (table: DirectoryTable, key: string | ts.Node) => void): void {
  for (const name of ['assignments', 'counters', 'writes', 'methods', 'members'] as const) {
    for (const spelling of tables[name].spellings()) visit(name, spelling);
  }
  for (const name of ['named', 'bare', 'creations', 'children'] as const) {
    for (const key of tables[name].keys()) visit(name, key);
  }
}

function remove(entries: Entries, key: string | ts.Node, tables: FileTables): void {
  const left = (entries.get(key) ?? []).filter((other) => other !== tables);
  if (left.length === 0) entries.delete(key);
  else entries.set(key, left);
}

function insert(entries: Entries, key: string | ts.Node, tables: FileTables): void {
  const known = entries.get(key);
  if (known === undefined) {
    entries.set(key, [tables]);
    return;
  }
  // Files come in order, except for one that is put back in its place.
  const last = known.findLastIndex(({ file }) => compareText(file.fileName, tables.file.fileName) < 0);
  known.splice(last + 1, 0, tables);
}
