/** Words for names of what a message holds; null leaves the name out. */
export type Variant = Readonly<Record<string, string | null>>;

const MOST_VARIANTS = 12;

export function captured(source: string, pattern: RegExp): readonly string[] {
  return [...source.matchAll(pattern)].flatMap(([, first, second]) => first ?? second ?? []);
}

/** What the source asks a message for: one variant per word that a name is compared with, and one without any. */
export function variantsOf(source: string): readonly Variant[] {
  const all = [{}, ...compared(source), ...switched(source), ...lookedUp(source), ...askedBare(source)];
  const known = new Map(all.map((variant) => [JSON.stringify(variant), variant]));
  return [...known.values()].slice(0, MOST_VARIANTS);
}

function compared(source: string): readonly Variant[] {
  const words = [...source.matchAll(/\b(\w+)\)? ?[!=]==? ?['"]([\w.-]+)['"]/g)].flatMap(([, name, word]) =>
    name === undefined || word === undefined ? [] : [{ [name]: word }],
  );
  // A number that is missing counts as none, and a tombstone has no value.
  const missing = captured(source, /\b(\w+) (?:[!=]==? (?:null|undefined)\b|[<>]=? )/g);
  const optional = captured(source, /\b(value)\?\./g);
  return [...words, ...[...missing, ...optional].map((name) => ({ [name]: null }))];
}

function switched(source: string): readonly Variant[] {
  const words = captured(source, /case ['"]([\w.-]+)['"]/g);
  return captured(source, /switch \((?:[\w.]+\()?(?:\w+\??\.)*(\w+)\)?\)/g).flatMap((name) =>
    words.map((word) => ({ [name]: word })),
  );
}

/** `handlers[event.type]`, `TYPES.has(event.type)`: each word that is written in the table. */
function lookedUp(source: string): readonly Variant[] {
  const asked = [
    ...source.matchAll(/\b(\w+)\??\.(?:has|get|includes)\((?:\w+\??\.)*(\w+)\)/g),
    ...source.matchAll(/\b(\w+)\[(?:\w+\??\.)*([a-zA-Z]\w*)\]/g),
  ];
  return asked.flatMap(([, table = '', name = '']) => wordsIn(source, table).map((word) => ({ [name]: word })));
}

function wordsIn(source: string, table: string): readonly string[] {
  const set = captured(source, new RegExp(`\\b${table}\\b[^=;]*= (?:new Set[^([]*\\()?\\[([^\\]]*)\\]`, 'g'));
  const map = captured(source, new RegExp(`\\b${table}\\b[^=;]*= new Map[^(]*\\(\\[([\\s\\S]*?)\\]\\);`, 'g'));
  const object = captured(source, new RegExp(`\\b${table}\\b[^=;]*= \\{\\n([\\s\\S]*?)\\n\\}`, 'g'));
  return [
    ...set.flatMap((text) => captured(text, /['"]([\w.-]+)['"]/g)),
    ...map.flatMap((text) => captured(text, /\[\s*['"]([\w.-]+)['"]/g)),
    ...object.flatMap((text) => captured(text, /^ {2}(?:async )?['"]?([\w.-]+)['"]?(?:\(|: )/gm)),
  ];
}

/** `if (urgent)`: such a name is not always there. A message without an id of its own is nobody's promise. */
function askedBare(source: string): readonly Variant[] {
  const asked = [
    ...captured(source, /\bif \(!?(?:\w+\??\.)*(\w+)\)/g),
    ...captured(source, /= !?(?:\w+\??\.)*(\w+) \?/g),
    ...captured(source, /\b(\w+) && /g),
  ];
  return asked.filter((name) => !/(?:^i|I)d$|[kK]ey$/.test(name)).map((name) => ({ [name]: null }));
}
