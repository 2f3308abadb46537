import type { SqlDialect } from './sql-statement.ts';
import type { TokenKind } from './token.ts';

/** A piece of text and what it is; `text` is without quotes and escapes. */
export interface Lexeme {
  readonly kind: TokenKind;
  readonly text: string;
  readonly end: number;
}

/** Reading resumes behind an opening quote that nothing closes; remembered, so that the search is not repeated. */
export interface OpenQuotes {
  readonly unclosed: Set<string>;
}

/** So many different unclosed `$tag$` are no SQL; beyond them a search per tag would make the scan quadratic. */
const MOST_UNCLOSED = 16;

/** A string, a quoted name or a dollar-quoted string at `at`; undefined when there is none, or no closing quote. */
export function lexQuoted(
  text: string,
  at: number,
  dialect: SqlDialect,
  escapes: boolean,
  open: OpenQuotes,
): Lexeme | undefined {
  const quote = text[at];
  if (quote === '$' && dialect !== 'mysql') return lexDollarQuoted(text, at, open);
  if (quote === undefined || !'\'"`'.includes(quote)) return undefined;
  const isName = quote === '`' || (quote === '"' && dialect !== 'mysql');
  return lexClosed(text, at, { quote, isName, escaping: escapes && !isName }, open);
}

interface Quote {
  readonly quote: string;
  readonly isName: boolean;
  readonly escaping: boolean;
}

function lexClosed(text: string, at: number, { quote, isName, escaping }: Quote, open: OpenQuotes): Lexeme | undefined {
  const key = `${quote}${escaping ? '\\' : ''}`;
  if (open.unclosed.has(key)) return undefined;
  const close = closingQuote(text, at, quote, escaping);
  if (close === -1) {
    open.unclosed.add(key);
    return undefined;
  }
  const inner = text.slice(at + 1, close).replaceAll(quote + quote, quote);
  return {
    kind: isName ? 'name' : 'string',
    text: escaping ? inner.replaceAll(/\\(.)/gs, '$1') : inner,
    end: close + 1,
  };
}

function closingQuote(text: string, open: number, quote: string, escapes: boolean): number {
  let at = open + 1;
  while (at < text.length) {
    if (escapes && text[at] === '\\') at += 2;
    else if (text[at] !== quote) at += 1;
    else if (text[at + 1] === quote) at += 2;
    else return at;
  }
  return -1;
}

const DOLLAR_TAG = /\$(?:[A-Za-z_]\w*)?\$/y;

function lexDollarQuoted(text: string, at: number, open: OpenQuotes): Lexeme | undefined {
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(text)?.[0];
  if (tag === undefined || open.unclosed.has(tag) || open.unclosed.size > MOST_UNCLOSED) return undefined;
  const close = text.indexOf(tag, at + tag.length);
  if (close === -1) {
    open.unclosed.add(tag);
    return undefined;
  }
  return { kind: 'string', text: text.slice(at + tag.length, close), end: close + tag.length };
}
