import type ts from 'typescript';
import type { Slice } from '../program/slice.ts';
import type { SliceChange } from '../program/slice-change.ts';
import { tablesOf, type FileTables } from './file-tables.ts';

/** The tables of every file of a slice, in its order. */
export type Tables = ReadonlyMap<ts.SourceFile, FileTables>;

/** Reads the files that the change affects; of all others the tables are those of before. */
export function readTables({ files, checker }: Slice, before: Tables, change: SliceChange | undefined): Tables {
  const gone = [...(change?.gone ?? [])];
  const isGone = (file: ts.SourceFile): boolean => change?.gone.has(file) === true;
  const kept = (file: ts.SourceFile): FileTables | undefined => {
    const tables = before.get(file);
    if (tables === undefined || change === undefined || change.affected.has(file)) return undefined;
    if (gone.some((file) => tables.targets.has(file))) return undefined;
    for (const table of [tables.assignments, tables.counters, tables.writes, tables.methods]) table.forget(isGone);
    tables.members.forget(isGone);
    tables.called.forget(isGone);
    return tables;
  };
  return new Map(files.map((file) => [file, kept(file) ?? tablesOf(file, checker)]));
}
