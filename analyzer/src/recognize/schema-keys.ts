import type ts from '../typescript.ts';
import type { SliceTexts } from '../program/slice.ts';
import { folderOf, joinPath } from '../program/paths.ts';
import type { DeclaredKey } from './declared-key.ts';
import type { Knowledge } from './knowledge.ts';
import { prismaKeys } from './sql/prisma-keys.ts';
import { uniqueKeys, type TextFile, type UniqueKey } from './sql/unique-keys.ts';

/** By lower-case name. */
type Tables = ReadonlyMap<string, readonly DeclaredKey[]>;

/** What the migrations and the Prisma schemas of one package declare. */
interface Schema {
  readonly home: string;
  readonly tables: Tables;
}

interface Schemas {
  readonly all: readonly Schema[];
  /** The folder of the package that a file belongs to. */
  readonly homeOf: (path: string) => string;
}

const known = new WeakMap<SliceTexts, Schemas>();

/**
 * The unique keys of a table that a migration or a Prisma schema of the workspace declares; a default counts for rows that
 * leave it out. Services have databases of their own with tables of the same name: what the package that writes declares
 * comes before all others.
 */
export function schemaKeys(knowledge: Knowledge, table: string, writer: ts.Node): readonly DeclaredKey[] {
  const { texts } = knowledge.slice;
  const schemas = known.get(texts) ?? readSchemas(texts);
  known.set(texts, schemas);
  const name = tableName(table);
  const declaring = schemas.all.filter(({ tables }) => tables.has(name));
  const home = declaring.length < 2 ? undefined : schemas.homeOf(writer.getSourceFile().fileName);
  const own = declaring.filter((schema) => schema.home === home);
  return (own.length > 0 ? own : declaring).flatMap(({ tables }) => tables.get(name) ?? []);
}

function tableName(table: string): string {
  return (table.toLowerCase().split('.').at(-1) ?? '').replace(/["`[\]]/g, '');
}

function readSchemas(texts: SliceTexts): Schemas {
  const homeOf = homesIn(texts);
  const filesOf = (extension: string): readonly TextFile[] =>
    texts.findFiles([extension]).flatMap((path) => {
      const text = texts.readText(path);
      return text === undefined ? [] : [{ path, text }];
    });
  const [sql, prisma] = [byHome(filesOf('.sql'), homeOf), byHome(filesOf('.prisma'), homeOf)];
  const homes = new Set([...sql.keys(), ...prisma.keys()]);
  const all = [...homes].map((home): Schema => {
    const sources = [uniqueKeys(sql.get(home) ?? []), prismaKeys(prisma.get(home) ?? [])];
    return { home, tables: together(texts, sources) };
  });
  return { all, homeOf };
}

function byHome(
  files: readonly TextFile[],
  homeOf: (path: string) => string,
): ReadonlyMap<string, readonly TextFile[]> {
  const homes = new Map<string, TextFile[]>();
  for (const file of files) {
    const home = homeOf(file.path);
    const beside = homes.get(home);
    if (beside === undefined) homes.set(home, [file]);
    else beside.push(file);
  }
  return homes;
}

/** The nearest folder with a package.json, or else the top. */
function homesIn(texts: SliceTexts): (path: string) => string {
  const homes = new Map<string, string>();
  const homeOf = (path: string): string => {
    const folder = folderOf(path);
    const isTop = folder === path;
    const home =
      homes.get(folder) ??
      (isTop || texts.readText(joinPath(folder, 'package.json')) !== undefined ? folder : homeOf(folder));
    homes.set(folder, home);
    return home;
  };
  return homeOf;
}

function together(texts: SliceTexts, sources: readonly ReadonlyMap<string, readonly UniqueKey[]>[]): Tables {
  const tables = new Map<string, DeclaredKey[]>();
  for (const source of sources) {
    for (const [table, declared] of source) {
      const usable = declared.map(({ columns, file, line, generated }): DeclaredKey => {
        const at = { file: texts.relative(file), line };
        return { columns, ...(generated ? { madeUp: true } : {}), declaredAt: at };
      });
      tables.set(table, [...(tables.get(table) ?? []), ...usable]);
    }
  }
  return tables;
}
