/** A way into a call: an argument, the receiver or any argument, then property names. `*` stands for every element. */
export interface Path {
  readonly root: number | 'this' | 'any-argument';
  readonly members: readonly string[];
}

/** Restricts a tag to calls whose arguments look a certain way. */
export interface Condition {
  readonly path: Path;
  readonly test: 'present' | 'absent' | 'equals';
  /** Lower-case; only for `equals`. */
  readonly values: readonly string[];
}

/** One `@eos` tag: `when COND VERB WORD* (NAME=PATH|PATH)*`. The grammar is in docs/effect-model.md. */
export interface Tag {
  readonly verb: string;
  readonly words: readonly string[];
  readonly paths: ReadonlyMap<string, readonly Path[]>;
  /** Named values that are not paths, `default=true`, as they were written. */
  readonly values: ReadonlyMap<string, string>;
  readonly when?: Condition;
}

const VALUE_NAMES = new Set([
  ...['default', 'dialect', 'connection', 'keys', 'label', 'header', 'property', 'on', 'suffix', 'of', 'unique'],
]);

/** Reads the text behind `@eos`; undefined when it is not a tag, so that the caller can say where. */
export function parseTag(text: string): Tag | undefined {
  const tokens = text.trim().split(/\s+/);
  const first = tokens[0];
  if (first === undefined || first === '') return undefined;
  if (first !== 'when') return parseMeaning(tokens, undefined);
  const condition = parseCondition(tokens[1] ?? '');
  return condition === undefined ? undefined : parseMeaning(tokens.slice(2), condition);
}

function parseMeaning(tokens: readonly string[], when: Condition | undefined): Tag | undefined {
  const [verb, ...rest] = tokens;
  if (verb === undefined || !/^[a-z-]+$/.test(verb)) return undefined;
  const words: string[] = [];
  const paths = new Map<string, readonly Path[]>();
  const values = new Map<string, string>();
  for (const token of rest) {
    const equals = token.indexOf('=');
    if (equals < 0) words.push(token);
    else readNamed(token.slice(0, equals), token.slice(equals + 1), paths, values);
  }
  return when === undefined ? { verb, words, paths, values } : { verb, words, paths, values, when };
}

function readNamed(name: string, text: string, paths: Map<string, readonly Path[]>, values: Map<string, string>): void {
  if (VALUE_NAMES.has(name)) {
    values.set(name, text);
    return;
  }
  const found = text.split('|').flatMap((part) => parsePath(part) ?? []);
  if (found.length > 0) paths.set(name, found);
}

export function parsePath(text: string): Path | undefined {
  const [root, ...members] = text.split('.');
  if (root === 'this') return { root: 'this', members };
  if (root === '*') return { root: 'any-argument', members };
  return root !== undefined && /^\d+$/.test(root) ? { root: Number(root), members } : undefined;
}

function parseCondition(text: string): Condition | undefined {
  const equals = text.indexOf('=');
  if (equals >= 0) {
    const path = parsePath(text.slice(0, equals));
    const values = text
      .slice(equals + 1)
      .toLowerCase()
      .split(/[,|]/);
    return path === undefined ? undefined : { path, test: 'equals', values };
  }
  const absent = text.startsWith('!');
  const path = parsePath(absent ? text.slice(1) : text);
  return path === undefined ? undefined : { path, test: absent ? 'absent' : 'present', values: [] };
}

/** The paths behind a name, or the paths that stand as bare words (`calls 0 each`, `retries 0`). */
export function pathsOf(tag: Tag, name: string): readonly Path[] {
  return tag.paths.get(name) ?? [];
}

export function wordPaths(tag: Tag): readonly Path[] {
  return tag.words.flatMap((word) => parsePath(word) ?? []);
}
