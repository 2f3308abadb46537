/** `name` is a quoted identifier. A keyword and a bare identifier are both a `word`. */
export type TokenKind = 'word' | 'name' | 'string' | 'number' | 'placeholder' | 'hole' | 'sign';

/** A lexical element of SQL; comments and blanks are none. */
export interface Token {
  readonly kind: TokenKind;
  /** Without quotes and escapes. */
  readonly text: string;
  /** Of a word: its text in upper case; else empty. */
  readonly upper: string;
  /** UTF-16 offsets in the text it was read from. */
  readonly start: number;
  readonly end: number;
  /** Of a placeholder: which parameter. Of a token with a hole in it: which hole is its first. */
  readonly index: number;
  /** Of a named placeholder. */
  readonly parameter?: string;
}

/** Words that cannot be a bare name; what they stand before is another part of the statement. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    'ALL AND ANY AS ASC BETWEEN BY CASE CROSS DEFAULT DELETE DESC DISTINCT DO ELSE END EXCEPT EXISTS FALSE FETCH FOR FROM FULL ' +
    'GROUP HAVING ILIKE IN INNER INSERT INTERSECT INTERVAL INTO IS JOIN LATERAL LEFT LIKE LIMIT NATURAL NOT NULL OFFSET ON OR ORDER ' +
    'OUTER OVERRIDING REGEXP RETURNING RIGHT RLIKE SELECT SET SIMILAR SOME STRAIGHT_JOIN TABLE THEN TRUE UNION UPDATE USING ' +
    'VALUES WHEN WHERE WINDOW WITH XOR'
  ).split(' '),
);

const RESERVED_OPERANDS: ReadonlySet<string> = new Set(['DEFAULT', 'END', 'FALSE', 'NULL', 'TRUE']);

/** Whether an operand may end here, so that what follows directly can only be an operator or another clause. */
export function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'sign') return token.text === ')' || token.text === ']';
  return token.kind !== 'word' || !RESERVED_WORDS.has(token.upper) || RESERVED_OPERANDS.has(token.upper);
}
