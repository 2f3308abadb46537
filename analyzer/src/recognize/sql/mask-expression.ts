import { readName } from './read-name.ts';
import type { Expression } from './expression.ts';
import { closingIndex, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** An expression rewritten for the parser; `atoms` holds what its masks stand for. */
export interface MaskedExpression {
  readonly text: string;
  readonly atoms: readonly Expression[];
}

/** Masks are a column's name or a string's text: both stand wherever an operand can. */
export const MASK = /^eos_(\d+)$/;

/**
 * Rewrites an expression so that every grammar reads it alike: names, strings, parameters and subqueries become masks,
 * casts and time zones go, and the spellings that a grammar lacks become their equals.
 */
export function maskExpression(tokens: TokenList): MaskedExpression {
  const atoms: Expression[] = [];
  const out: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const piece = rewrittenAt(tokens, at) ?? maskedAt(tokens, at) ?? { text: tokens[at]?.text ?? '', next: at + 1 };
    if (piece.atom === undefined) out.push(piece.text);
    else {
      out.push(
        piece.atom.kind === 'column' || piece.atom.kind === 'some-name'
          ? `eos_${atoms.length}`
          : `'eos_${atoms.length}'`,
      );
      atoms.push(piece.atom);
    }
    at = piece.next;
  }
  return { text: out.join(' '), atoms };
}

interface Piece {
  readonly text: string;
  readonly next: number;
  readonly atom?: Expression;
}

const SAME_SIGN: Readonly<Record<string, string>> = { '==': '=', '<=>': '=', '&&': 'AND', '!': 'NOT' };

function rewrittenAt(tokens: TokenList, at: number): Piece | undefined {
  const same = SAME_SIGN[signAt(tokens, at)];
  if (same !== undefined) return { text: same, next: at + 1 };
  if (signAt(tokens, at) === '::') return { text: '', next: behindType(tokens, at + 1) };
  if (wordsAt(tokens, at, 'IS NOT DISTINCT FROM')) return { text: '=', next: at + 4 };
  if (wordsAt(tokens, at, 'IS DISTINCT FROM')) return { text: '<>', next: at + 3 };
  if (wordsAt(tokens, at, 'AT TIME ZONE')) return { text: '', next: behindOperand(tokens, at + 3) };
  // `SUBSTRING(a FROM 1 FOR 2)`, `TRIM(BOTH 'x' FROM a)`: arguments like any other.
  if (wordsAt(tokens, at, 'FROM|FOR')) return { text: ',', next: at + 1 };
  if (wordsAt(tokens, at, 'BOTH|LEADING|TRAILING'))
    return { text: '', next: at + (wordAt(tokens, at + 1) === 'FROM' ? 2 : 1) };
  if (wordAt(tokens, at) === 'CAST') return { text: '', next: at + 1 };
  if (wordAt(tokens, at) === 'AS') return { text: '', next: behindCastType(tokens, at + 1) };
  return undefined;
}

const TYPE_WORDS = /^(?:PRECISION|VARYING|WITH|WITHOUT|TIME|ZONE|UNSIGNED|SIGNED)$/;

/** Behind `timestamp(3) without time zone`, `numeric(10, 2)[]`, `schema.type`. */
function behindType(tokens: TokenList, at: number): number {
  let next = readName(tokens, at)?.next ?? at + 1;
  for (;;) {
    if (signAt(tokens, next) === '(') next = closingIndex(tokens, next) + 1;
    else if (signAt(tokens, next) === '[' && signAt(tokens, next + 1) === ']') next += 2;
    else if (TYPE_WORDS.test(wordAt(tokens, next))) next += 1;
    else return next;
  }
}

/** `AS` is left in an expression by `CAST(… AS type)` only, which its parenthesis closes. */
function behindCastType(tokens: TokenList, at: number): number {
  let next = behindType(tokens, at);
  while (next < tokens.length && signAt(tokens, next) !== ')') next += 1;
  return next;
}

function behindOperand(tokens: TokenList, at: number): number {
  if (signAt(tokens, at) === '(') return closingIndex(tokens, at) + 1;
  return readName(tokens, at)?.next ?? at + 1;
}

/** Words that the grammars must see as they are; any other that no parenthesis follows is a name. */
const GRAMMAR_WORDS: ReadonlySet<string> = new Set(
  (
    'AND OR XOR NOT IN IS NULL TRUE FALSE BETWEEN LIKE ILIKE SIMILAR TO ESCAPE REGEXP RLIKE GLOB CASE WHEN THEN ELSE END INTERVAL ' +
    'ARRAY ANY ALL SOME DISTINCT USING DIV MOD COLLATE BINARY SEPARATOR CURRENT_DATE CURRENT_TIME ' +
    'CURRENT_TIMESTAMP'
  ).split(' '),
);

function maskedAt(tokens: TokenList, at: number): Piece | undefined {
  const token = tokens[at];
  const whole = queryAt(tokens, at) ?? newRowAt(tokens, at);
  if (whole !== undefined || token === undefined || token.kind === 'sign') return whole;
  if (GRAMMAR_WORDS.has(token.upper) || isUnit(tokens, at)) return { text: token.upper, next: at + 1 };
  const isQualifier = signAt(tokens, at + 1) === '.';
  const isName = token.kind === 'word' || token.kind === 'name' || (token.kind === 'hole' && isQualifier);
  return isName ? maskedName(tokens, at) : { text: '', next: at + 1, atom: { kind: 'token', token } };
}

function maskedName(tokens: TokenList, at: number): Piece | undefined {
  const name = readName(tokens, at);
  if (name === undefined) return undefined;
  if (signAt(tokens, name.next) === '(') return { text: functionText(name.name), next: name.next };
  if (signAt(tokens, name.next) === '=>') return { text: '', next: name.next + 1 };
  return { text: '', next: name.next, atom: columnOf(name) };
}

const OWN_SYNTAX = /^(?:extract|substring|trim|overlay)$/;
/** What a function is called for the grammars when it is put in at run time, or has a syntax of its own. */
export const FUNCTION_PREFIX = 'eos_';

function functionText(name: string | undefined): string {
  if (name === undefined) return `${FUNCTION_PREFIX}function`;
  return OWN_SYNTAX.test(name) ? FUNCTION_PREFIX + name : name;
}

/** `INTERVAL 1 DAY`, `DATE '…'`: a word of the grammar only there. */
function isUnit(tokens: TokenList, at: number): boolean {
  if (wordAt(tokens, at) === '') return false;
  if (wordAt(tokens, at - 2) === 'INTERVAL') return true;
  return wordsAt(tokens, at, 'DATE|TIME|TIMESTAMP') && tokens[at + 1]?.kind === 'string';
}

export function columnOf(name: { readonly name: string | undefined; readonly qualifier?: string }): Expression {
  if (name.name === undefined) return { kind: 'some-name' };
  return { kind: 'column', name: name.name, ...(name.qualifier === undefined ? {} : { qualifier: name.qualifier }) };
}

/** `VALUES(n)` of `ON DUPLICATE KEY UPDATE` is the new row's `n`, as `EXCLUDED.n` is elsewhere. */
function newRowAt(tokens: TokenList, at: number): Piece | undefined {
  if (wordAt(tokens, at) !== 'VALUES' || signAt(tokens, at + 1) !== '(') return undefined;
  const name = readName(tokens, at + 2)?.name;
  if (name === undefined) return undefined;
  return { text: '', next: closingIndex(tokens, at + 1) + 1, atom: { kind: 'column', name, qualifier: 'excluded' } };
}

/** A subquery, with the `EXISTS` or `ARRAY` before it. */
function queryAt(tokens: TokenList, at: number): Piece | undefined {
  const open = wordsAt(tokens, at, 'EXISTS|ARRAY') ? at + 1 : at;
  if (signAt(tokens, open) !== '(' || !wordsAt(tokens, open + 1, 'SELECT|WITH|VALUES|TABLE')) return undefined;
  if (newRowAt(tokens, open + 1) !== undefined) return undefined;
  const close = closingIndex(tokens, open);
  return { text: '', next: close + 1, atom: { kind: 'query', tokens: tokens.slice(open + 1, close) } };
}
