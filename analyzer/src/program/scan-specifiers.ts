/** What a source names, found in its bytes without parsing it. */
export interface Mentions {
  /** Module specifiers, each once, in the order found. */
  readonly imported: readonly string[];
  /** Names of `declare module '…'`. */
  readonly declared: readonly string[];
}

type Keyword = 'from' | 'import' | 'require' | 'module';

const keywords: readonly Keyword[] = ['from', 'import', 'require', 'module'];
/** Longer than any path that a file system takes in one piece. */
const longestSpecifier = 512;

const tab = 0x09;
const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const doubleQuote = 0x22;
const dollar = 0x24;
const singleQuote = 0x27;
const openParenthesis = 0x28;
const asterisk = 0x2a;
const slash = 0x2f;
const backslash = 0x5c;
const backtick = 0x60;

/**
 * Finds every `from '…'`, `import '…'`, `import('…')`, `require('…')` and `declare module '…'`, also in comments and
 * strings: whoever needs to be sure parses the file. Nothing that TypeScript would resolve is missed. Linear in time.
 */
export function scanSpecifiers(source: Uint8Array): Mentions {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const imported = new Set<string>();
  const declared = new Set<string>();
  for (const keyword of keywords) {
    const trivia = openTrivia(bytes);
    const into = keyword === 'module' ? declared : imported;
    for (let at = bytes.indexOf(keyword); at >= 0; at = bytes.indexOf(keyword, at + keyword.length)) {
      if (isWordByte(bytes[at - 1])) continue;
      const specifier = specifierAfter(bytes, at + keyword.length, keyword, trivia);
      if (specifier !== undefined) into.add(specifier);
    }
  }
  return { imported: [...imported], declared: [...declared] };
}

function specifierAfter(bytes: Buffer, start: number, keyword: Keyword, trivia: Trivia): string | undefined {
  let at = trivia.skip(start);
  if (bytes[at] === openParenthesis) {
    if (keyword === 'from' || keyword === 'module') return undefined;
    at = trivia.skip(at + 1);
  } else if (keyword === 'require') return undefined;
  return stringAt(bytes, at);
}

function stringAt(bytes: Buffer, start: number): string | undefined {
  const quote = bytes[start];
  if (quote !== singleQuote && quote !== doubleQuote && quote !== backtick) return undefined;
  const last = Math.min(bytes.length, start + 1 + longestSpecifier);
  for (let at = start + 1; at < last; at += 1) {
    const byte = bytes[at];
    if (byte === quote) return at === start + 1 ? undefined : bytes.toString('utf8', start + 1, at);
    if (byte === newline || byte === carriageReturn || byte === backslash) return undefined;
    if (byte === dollar && quote === backtick) return undefined;
  }
  return undefined;
}

interface Trivia {
  /** The first position at or after `start` that is neither blank nor part of a comment. */
  skip(start: number): number;
}

/**
 * A keyword may stand in a comment, and that comment before many others. So that hostile input stays linear, the end of
 * a comment is looked for once for all keywords in it, and what follows an end is found once.
 */
function openTrivia(bytes: Buffer): Trivia {
  const closing = nextFrom((at) => closingOf(bytes, at));
  const lineEnd = nextFrom((at) => endOfLine(bytes, at));
  const blanks = nextFrom((at) => skipBlanks(bytes, at));
  const settled = new Map<number, number>();

  function afterComment(end: number): number {
    const passed: number[] = [];
    let at = end;
    for (let next: number | undefined = end; next !== undefined; next = endOfComment(bytes, at, closingOf, endOfLine)) {
      const known = settled.get(next);
      passed.push(next);
      at = known ?? skipBlanks(bytes, next);
      if (known !== undefined) break;
    }
    for (const each of passed) settled.set(each, at);
    return at;
  }

  return {
    skip(start) {
      const at = blanks(start);
      const end = endOfComment(
        bytes,
        at,
        (_, from) => closing(from),
        (_, from) => lineEnd(from),
      );
      return end === undefined ? at : afterComment(end);
    },
  };
}

/** Finds where the terminator of a comment stands. */
type FindEnd = (bytes: Buffer, from: number) => number;

/** Where the comment that begins at `at` ends; undefined if none begins there. */
function endOfComment(bytes: Buffer, at: number, block: FindEnd, line: FindEnd): number | undefined {
  if (bytes[at] !== slash) return undefined;
  if (bytes[at + 1] === asterisk) return Math.min(block(bytes, at + 2) + 2, bytes.length);
  return bytes[at + 1] === slash ? line(bytes, at + 2) : undefined;
}

function closingOf(bytes: Buffer, from: number): number {
  const found = bytes.indexOf('*/', from);
  return found < 0 ? bytes.length : found;
}

function endOfLine(bytes: Buffer, from: number): number {
  const found = bytes.indexOf(newline, from);
  return found < 0 ? bytes.length : found;
}

/** Answers from memory while the question lies between the last one and its answer. */
function nextFrom(find: (at: number) => number): (at: number) => number {
  let from = 0;
  let found = -1;
  return (at) => {
    if (at < from || at > found) {
      from = at;
      found = find(at);
    }
    return found;
  };
}

function skipBlanks(bytes: Buffer, start: number): number {
  let at = start;
  while (isBlank(bytes[at])) at += 1;
  return at;
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === newline || byte === carriageReturn || byte === tab;
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === dollar;
}
