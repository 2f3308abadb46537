import type { TextFile, UniqueKey } from './unique-keys.ts';

/**
 * The unique keys that Prisma schemas declare. Every model is found under its own name and under its table's name,
 * both in lower case; columns are given as the database calls them (`@map`) and, where that differs, as fields.
 */
export function prismaKeys(files: readonly TextFile[]): ReadonlyMap<string, readonly UniqueKey[]> {
  const keys = new Map<string, readonly UniqueKey[]>();
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  for (const model of sorted.flatMap(modelsOf)) {
    const declared = keysOf(model);
    for (const name of new Set([model.name.toLowerCase(), model.table.toLowerCase()])) {
      if (declared.length > 0) keys.set(name, [...(keys.get(name) ?? []), ...declared]);
    }
  }
  return keys;
}

interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

interface Model {
  readonly name: string;
  readonly table: string;
  readonly file: string;
  readonly lines: readonly Line[];
}

const MODEL = /^\s*model\s+(\w+)\s*\{/;
const TABLE = /^\s*@@map\(\s*(?:name:\s*)?"([^"]+)"/;

function modelsOf(file: TextFile): readonly Model[] {
  const models: Model[] = [];
  let open: { readonly name: string; readonly lines: Line[] } | undefined;
  for (const line of linesOf(file.text)) {
    if (open === undefined) {
      const name = MODEL.exec(line.text)?.[1];
      if (name !== undefined) open = { name, lines: [] };
    } else if (/^\s*\}/.test(line.text)) {
      const table = open.lines.map(({ text }) => TABLE.exec(text)?.[1]).find((name) => name !== undefined);
      models.push({ ...open, table: table ?? open.name, file: file.path });
      open = undefined;
    } else open.lines.push(line);
  }
  return models;
}

/** Without comments; a `//` in a text is one of a URL's. */
function linesOf(text: string): readonly Line[] {
  return text.split(/\r?\n/).map((line, at) => ({ text: withoutComment(line), number: at + 1 }));
}

function withoutComment(line: string): string {
  return /^(?:[^"/]|"(?:[^"\\]|\\.)*"|\/(?!\/))*/.exec(line)?.[0] ?? line;
}

interface Field {
  readonly name: string;
  readonly column: string;
  readonly generated: boolean;
}

const FIELD = /^\s*(\w+)\s+\w/;
const COLUMN = /(?<!@)@map\(\s*(?:name:\s*)?"([^"]+)"/;
const FRESH = /@default\(\s*(?:autoincrement|uuid|cuid|nanoid|ulid|now|sequence|auto|dbgenerated)\b/;

function fieldOf({ text }: Line): Field | undefined {
  const name = FIELD.exec(text)?.[1];
  return name === undefined ? undefined : { name, column: COLUMN.exec(text)?.[1] ?? name, generated: FRESH.test(text) };
}

function keysOf(model: Model): readonly UniqueKey[] {
  const fields = new Map(model.lines.flatMap((line) => toEntry(fieldOf(line))));
  return model.lines.flatMap((line) => {
    const members = keyMembers(line).map((name) => fields.get(name) ?? { name, column: name, generated: false });
    if (members.length === 0) return [];
    const generated = members.some((member) => member.generated);
    const columns = members.map((member) => member.column.toLowerCase());
    const names = members.map((member) => member.name.toLowerCase());
    const key = (of: readonly string[]): UniqueKey => ({ columns: of, file: model.file, line: line.number, generated });
    return columns.join() === names.join() ? [key(columns)] : [key(columns), key(names)];
  });
}

function toEntry(field: Field | undefined): readonly (readonly [string, Field])[] {
  return field === undefined ? [] : [[field.name, field]];
}

const BLOCK_KEY = /^\s*@@(?:unique|id)\(\s*(?:fields:\s*)?\[([^\]]*)\]/;
const FIELD_KEY = /(?<!@)@(?:unique|id)\b/;

/** The fields of the key on a line: `@@unique([a, b(sort: Desc)])`, or a field with `@unique` or `@id`. */
function keyMembers(line: Line): readonly string[] {
  const block = BLOCK_KEY.exec(line.text)?.[1];
  if (block !== undefined)
    return block
      .replaceAll(/\([^)]*\)/g, '')
      .split(',')
      .map((name) => name.trim());
  const field = FIELD_KEY.test(line.text) ? fieldOf(line) : undefined;
  return field === undefined ? [] : [field.name];
}
