import type { Knowledge } from './knowledge.ts';
import { prismaKeys } from './sql/prisma-keys.ts';
import { uniqueKeys } from './sql/unique-keys.ts';

const known = new WeakMap<Knowledge, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** The unique keys of a table that a migration or a Prisma schema of the workspace declares, generated ids left out. */
export function schemaKeys(knowledge: Knowledge, table: string): readonly (readonly string[])[] {
  const read = known.get(knowledge) ?? readKeys(knowledge);
  known.set(knowledge, read);
  return read.get(tableName(table)) ?? [];
}

function tableName(table: string): string {
  return (table.toLowerCase().split('.').at(-1) ?? '').replace(/["`[\]]/g, '');
}

function readKeys(knowledge: Knowledge): ReadonlyMap<string, readonly (readonly string[])[]> {
  const { slice } = knowledge;
  const texts = (extension: string): readonly { readonly path: string; readonly text: string }[] =>
    slice.findFiles([extension]).flatMap((path) => {
      const text = slice.readText(path);
      return text === undefined ? [] : [{ path, text }];
    });
  const keys = new Map<string, (readonly string[])[]>();
  for (const source of [uniqueKeys(texts('.sql')), prismaKeys(texts('.prisma'))]) {
    for (const [table, declared] of source) {
      const usable = declared.filter((key) => !key.generated).map((key) => key.columns);
      keys.set(table, [...(keys.get(table) ?? []), ...usable]);
    }
  }
  return keys;
}
