import type { InputMessage, Workload } from '../simulator/api.ts';

/**
 * Messages for a program that says nothing about them: an object with every name that the source reads, arrays where it
 * loops, and for a name that is compared with words, each of those words in turn.
 */
export function guessWorkload(files: ReadonlyMap<string, string>): Workload {
  const source = [...files].flatMap(([name, text]) => (/\.[cm]?[jt]sx?$/.test(name) ? [text] : [])).join('\n');
  const names = namesIn(source);
  const shape: Shape = { names, arrays: arraysIn(source), headers: headersIn(source) };
  const variants = variantsOf(source);
  const second = messageOf('m2', shape, variants[0] ?? {});
  return variants.map((variant) => [messageOf('m1', shape, variant), second] as const);
}

interface Shape {
  readonly names: readonly string[];
  readonly arrays: ReadonlySet<string>;
  readonly headers: readonly string[];
}

/** Words for names. */
type Variant = Readonly<Record<string, string>>;

const MOST_VARIANTS = 6;

function captured(source: string, pattern: RegExp): readonly string[] {
  return [...source.matchAll(pattern)].flatMap(([, first, second]) => first ?? second ?? []);
}

/** Names that are read as properties, taken apart, or declared in a type; methods are none of them. */
function namesIn(source: string): readonly string[] {
  const read = captured(source, /\??\.(\w+)\b(?!\s*\()/g);
  const declared = captured(source, /(?:^|[{;])\s*(?:readonly )?(\w+)\??: /gm);
  const takenApart = captured(source, /const \{([^}=]*)\}/g).flatMap((list) => captured(list, /(\w+)\s*(?:,|:|$)/g));
  return [...new Set([...read, ...declared, ...takenApart])]
    .filter((name) => !(name in {}) && !/^\d/.test(name))
    .toSorted();
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

/** One variant per word that a name is compared with, and one without any. */
function variantsOf(source: string): readonly Variant[] {
  const compared = [...source.matchAll(/\b(\w+)\)? ?[!=]==? ?['"]([\w.-]+)['"]/g)].flatMap(([, name, word]) =>
    name === undefined || word === undefined ? [] : [{ [name]: word }],
  );
  const switched = captured(source, /switch \((?:\w+\??\.)*(\w+)\)/g).flatMap((name) =>
    captured(source, /case ['"]([\w.-]+)['"]/g).map((word) => ({ [name]: word })),
  );
  return [{}, ...compared, ...switched].slice(0, MOST_VARIANTS);
}

const SKUS = ['sku-1', 'sku-2'];

function messageOf(id: string, { names, arrays, headers }: Shape, variant: Variant): InputMessage {
  const element = (sku: string): object =>
    Object.fromEntries(names.map((name) => [name, valueOf(name, `${id}-${sku}`)]));
  const value = Object.fromEntries(
    names.map((name) => [name, arrays.has(name) ? SKUS.map(element) : (variant[name] ?? valueOf(name, id))]),
  );
  return {
    id,
    key: id,
    value: JSON.stringify({ ...value, ...variant }),
    headers: Object.fromEntries(headers.map((name) => [name, variant[name] ?? `${id}-${name}`])),
    items: SKUS,
  };
}

const NUMBER = /amount|cents|total|price|quantity|qty|count|points|version|seats|balance|minor|size/i;
const TIME = /(?:At|date|time|timestamp)$/i;

function valueOf(name: string, id: string): string | number {
  if (NUMBER.test(name)) return 5;
  return TIME.test(name) ? '2024-05-06T07:08:09.000Z' : `${id}-${name}`;
}
