import type { InputMessage, SimulationOptions, Workload } from '../simulator/api.ts';
import { captured, variantsOf, type Variant } from './guess-words.ts';

/** What a program is run with that says nothing about it. */
export interface Setting {
  readonly workload: Workload;
  readonly options: SimulationOptions;
}

/**
 * Messages with every name that the source reads, arrays where it loops, and for a name that is compared with words, each
 * of those words in turn; the variables of the environment that it cannot do without; unique keys where it waits for
 * their violation.
 */
export function guessSetting(files: ReadonlyMap<string, string>): Setting {
  const source = [...files].flatMap(([name, text]) => (/\.[cm]?[jt]sx?$/.test(name) ? [text] : [])).join('\n');
  return {
    workload: workloadOf(source),
    options: {
      env: environmentOf(source),
      tables: tablesOf(files, source),
      topics: topicsOf(source),
      answer: answerOf(source),
      passesOver: true,
    },
  };
}

interface Shape {
  readonly names: readonly string[];
  readonly arrays: ReadonlySet<string>;
  readonly headers: readonly string[];
  /** The value is a list itself. */
  readonly isList: boolean;
}

function workloadOf(source: string): Workload {
  const arrays = arraysIn(source);
  const parsed = captured(source, /\b(?:const|let) (\w+)(?:: [^=\n]+)? = JSON\.parse\(/g);
  const isList = /\bof JSON\.parse\(/.test(source) || parsed.some((name) => arrays.has(name));
  const shape: Shape = { names: namesIn(source), arrays, headers: headersIn(source), isList };
  const variants = variantsOf(source);
  const second = messageOf('m2', shape, variants[0] ?? {});
  return variants.map((variant) => [messageOf('m1', shape, variant), second] as const);
}

/** Names that are read as properties, taken apart, or declared in a type; methods are none of them. */
function namesIn(source: string): readonly string[] {
  const read = captured(source, /\??\.(\w+)\b(?!\s*\()/g);
  const declared = captured(source, /(?:^|[{;])\s*(?:readonly )?(\w+)\??: /gm);
  const takenApart = captured(source, /const \{([^}=]*)\}/g).flatMap((list) => captured(list, /(\w+)\s*(?:,|:|$)/g));
  return [...new Set([...read, ...declared, ...takenApart])]
    .filter((name) => !(name in {}) && !/^\d/.test(name) && isAskedFor(name, source))
    .toSorted();
}

/** The id of a document is its collection's affair, unless the program asks the message for it. */
function isAskedFor(name: string, source: string): boolean {
  return name !== '_id' || /\._id\b/.test(source);
}

function arraysIn(source: string): ReadonlySet<string> {
  const looped = captured(source, /\bof (?:\w+\??\.)*(\w+)\b/g);
  const called = captured(source, /\b(\w+)\??\.(?:map|flatMap|forEach|filter|reduce|some|every|entries)\(/g);
  return new Set([...looped, ...called]);
}

function headersIn(source: string): readonly string[] {
  return [
    ...new Set([...captured(source, /headers\??\.?\[['"]([\w-]+)/g), ...captured(source, /headers\??\.(\w+)/g)]),
  ].toSorted();
}

const SKUS = ['sku-1', 'sku-2'];

function messageOf(id: string, { names, arrays, headers, isList }: Shape, variant: Variant): InputMessage {
  // An item names its message: what is made for it must not look as if it were made for the other one.
  const items = SKUS.map((sku) => `${id}-${sku}`);
  const element = (item: string): object =>
    Object.fromEntries(names.map((name) => [name, name in variant ? variant[name] : valueOf(name, item)]));
  const value = Object.fromEntries(
    names.map((name) => [
      name,
      arrays.has(name) ? items.map(element) : name in variant ? variant[name] : valueOf(name, id),
    ]),
  );
  const given = headers.flatMap((name) => {
    const text = name in variant ? variant[name] : `${id}-${name}`;
    return typeof text === 'string' ? [[name, text] as const] : [];
  });
  const body = isList ? items.map(element) : { ...value, ...variant };
  const key = variant['key'] === undefined ? { key: id } : variant['key'] === null ? {} : { key: variant['key'] };
  const text = variant['value'] === null ? null : JSON.stringify(body);
  return { id, ...key, value: text, headers: Object.fromEntries(given), items };
}

const NUMBER =
  /amount|cents|total|price|quantity|qty|count|points|version|seats|balance|minor|size|latitude|longitude/i;
const TIME = /(?:At|date|time|timestamp)$/i;

function valueOf(name: string, id: string): string | number {
  if (NUMBER.test(name)) return 5;
  return TIME.test(name) ? '2024-05-06T07:08:09.000Z' : `${id}-${name}`;
}

/** Variables for which the source has nothing else. */
function environmentOf(source: string): Readonly<Record<string, string>> {
  const names = captured(source, /\bprocess\.env\.(\w+)(?!\w)(?!\s*(?:\?\?|\|\|))/g);
  return Object.fromEntries(names.map((name) => [name, `${name.toLowerCase()}-1`]));
}

/** Topics that a name is compared with: a consumer of an example need not say what it subscribes to. */
function topicsOf(source: string): readonly string[] {
  return ['', ...new Set(captured(source, /\btopic [!=]==? ['"]([\w.-]+)['"]/g))];
}

/** An answer has every name that the source reads; a text where it asks for one. */
function answerOf(source: string): object | string {
  if (/\.(?:get|post)<string>\(/.test(source)) return 'answer';
  return Object.fromEntries(namesIn(source).map((name) => [name, valueOf(name, 'answer')]));
}

type Tables = NonNullable<SimulationOptions['tables']>;

/**
 * Rows that the program looks up and never inserts are there. Where it waits for a second record and no schema is at hand,
 * the first column of such a row is its key.
 */
function tablesOf(files: ReadonlyMap<string, string>, source: string): Tables {
  const inserted = new Set(captured(source, /INSERT (?:IGNORE )?INTO (\w+)/gi));
  const read = captured(source, /SELECT [^'"`]*?FROM (\w+)/gi).filter((table) => !inserted.has(table));
  const found: Tables = Object.fromEntries(read.map((table) => [table, { found: true }]));
  const hasSchema = [...files.keys()].some((name) => name.endsWith('.sql'));
  if (hasSchema || !/\b23505\b/.test(source)) return found;
  const [first] = source.matchAll(/INSERT INTO (\w+) \((\w+)[^)]*\) VALUES(?![^'"`]*ON CONFLICT)/g);
  const [, table, column] = first ?? [];
  return table === undefined || column === undefined ? found : { ...found, [table]: { unique: [[column]] } };
}
