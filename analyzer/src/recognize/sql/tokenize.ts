import { skipBlank } from './lex-blank.ts';
import { lexPlaceholder, ParameterCount, type Placeholder } from './lex-placeholder.ts';
import { lexQuoted, type Lexeme, type OpenQuotes } from './lex-quoted.ts';
import { HOLE } from './hole.ts';
import type { SqlDialect } from './sql-statement.ts';
import type { Token } from './token.ts';

export interface Tokens {
  readonly tokens: readonly Token[];
  /** False when a quote was opened and never closed, so that what follows it may be misread. */
  readonly complete: boolean;
}

/** Reads a text into tokens, in linear time. Where the dialect leaves `\'` open, the reading that closes all quotes wins. */
export function tokenize(text: string, dialect: SqlDialect): Tokens {
  const tokens = scan(text, dialect, dialect === 'mysql');
  if (tokens.complete || dialect !== 'any' || !text.includes('\\')) return tokens;
  const withEscapes = scan(text, dialect, true);
  return withEscapes.complete ? withEscapes : tokens;
}

function scan(text: string, dialect: SqlDialect, escapes: boolean): Tokens {
  const tokens: Token[] = [];
  const open: OpenQuotes = { unclosed: new Set() };
  const parameters = new ParameterCount();
  const holes = new HoleCount(text);
  let at = skipBlank(text, 0, dialect);
  while (at < text.length) {
    const token = nextToken({ text, at, dialect, escapes, open, previous: tokens.at(-1) }, parameters, holes);
    tokens.push(token);
    at = skipBlank(text, token.end, dialect);
  }
  return { tokens, complete: open.unclosed.size === 0 };
}

interface Here {
  readonly text: string;
  readonly at: number;
  readonly dialect: SqlDialect;
  readonly escapes: boolean;
  readonly open: OpenQuotes;
  readonly previous: Token | undefined;
}

function nextToken(here: Here, parameters: ParameterCount, holes: HoleCount): Token {
  const { text, at, dialect } = here;
  const quoted = lexQuoted(text, at, dialect, here.escapes, here.open);
  const placeholder = quoted === undefined ? lexPlaceholder(text, at, dialect, here.previous) : undefined;
  if (placeholder !== undefined) return parameterToken(placeholder, at, parameters, holes);
  const lexeme = quoted ?? lexHole(here) ?? lexNumber(here) ?? lexWord(here) ?? lexSign(here);
  return {
    kind: lexeme.kind,
    text: lexeme.text,
    upper: lexeme.kind === 'word' ? lexeme.text.toUpperCase() : '',
    start: at,
    end: lexeme.end,
    index: lexeme.text.includes(HOLE) ? holes.before(text.indexOf(HOLE, at)) : -1,
  };
}

function parameterToken(found: Placeholder, start: number, parameters: ParameterCount, holes: HoleCount): Token {
  const { text, end, parameter } = found;
  if (found.computed) return { kind: 'hole', text, upper: '', start, end, index: holes.before(end - 1) };
  const token: Token = { kind: 'placeholder', text, upper: '', start, end, index: parameters.indexOf(found) };
  return parameter === undefined ? token : { ...token, parameter };
}

/** A hole on its own; glued to a word it is a part of the name. */
function lexHole({ text, at }: Here): Lexeme | undefined {
  if (text[at] !== HOLE) return undefined;
  const next = text[at + 1];
  if (next !== undefined && next !== HOLE && /[\w$]/.test(next)) return undefined;
  return { kind: 'hole', text: HOLE, end: at + 1 };
}

const NUMBER = /0[xX][\dA-Fa-f]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

function lexNumber({ text, at }: Here): Lexeme | undefined {
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  return number === undefined ? undefined : { kind: 'number', text: number, end: at + number.length };
}

const WORD = /@{0,2}[A-Za-z_\u0080-\uFFFF][\w$\u0080-\uFFFF]*/y;
const STRING_PREFIX = /^(?:[bBeEnNxX]|_\w+)$/;

function lexWord({ text, at, dialect, open }: Here): Lexeme | undefined {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const end = at + word.length;
  const string =
    text[end] === "'" && STRING_PREFIX.test(word)
      ? lexQuoted(text, end, dialect, /^[eE_]/.test(word) || dialect === 'mysql', open)
      : undefined;
  return string ?? { kind: 'word', text: word, end };
}

const SIGN = /->>|#>>|<=>|!~~\*|!~\*|::|:=|=>|->|#>|#-|@>|<@|@@|@\?|<=|>=|<>|!=|==|!~|~\*|\|\||&&|<<|>>|\?\||\?&|[^]/y;

function lexSign({ text, at }: Here): Lexeme {
  SIGN.lastIndex = at;
  const sign = SIGN.exec(text)?.[0] ?? '';
  return { kind: 'sign', text: sign, end: at + Math.max(sign.length, 1) };
}

/** Counts holes forward, each character once. */
class HoleCount {
  readonly #text: string;
  #at = 0;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** How many holes come before `offset`; offsets only grow from call to call. */
  before(offset: number): number {
    for (; this.#at < offset; this.#at += 1) {
      if (this.#text[this.#at] === HOLE) this.#count += 1;
    }
    return this.#count;
  }
}
