import type { SliceTexts } from '../program/slice.ts';
import type { DeclaredKey } from './declared-key.ts';
import type { Knowledge } from './knowledge.ts';
import { prismaKeys } from './sql/prisma-keys.ts';
import { uniqueKeys } from './sql/unique-keys.ts';

const known = new WeakMap<SliceTexts, ReadonlyMap<string, readonly DeclaredKey[]>>();

/** The unique keys of a table that a migration or a Prisma schema of the workspace declares; a default counts for rows that leave it out. */
export function schemaKeys(knowledge: Knowledge, table: string): readonly DeclaredKey[] {
  const { texts } = knowledge.slice;
  const read = known.get(texts) ?? readKeys(texts);
  known.set(texts, read);
  return read.get(tableName(table)) ?? [];
}

function tableName(table: string): string {
  return (table.toLowerCase().split('.').at(-1) ?? '').replace(/["`[\]]/g, '');
}

function readKeys(files: SliceTexts): ReadonlyMap<string, readonly DeclaredKey[]> {
  const texts = (extension: string): readonly { readonly path: string; readonly text: string }[] =>
    files.findFiles([extension]).flatMap((path) => {
      const text = files.readText(path);
      return text === undefined ? [] : [{ path, text }];
    });
  const keys = new Map<string, DeclaredKey[]>();
  for (const source of [uniqueKeys(texts('.sql')), prismaKeys(texts('.prisma'))]) {
    for (const [table, declared] of source) {
      const usable = declared.map(({ columns, file, line, generated }): DeclaredKey => {
        const at = { file: files.relative(file), line };
        return { columns, ...(generated ? { madeUp: true } : {}), declaredAt: at };
      });
      keys.set(table, [...(keys.get(table) ?? []), ...usable]);
    }
  }
  return keys;
}
