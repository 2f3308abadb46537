import type { Expression } from './expression.ts';
import { parseExpression, simpleExpression } from './parse-expression.ts';
import type { SqlDialect } from './sql-statement.ts';
import { endsOperand } from './token.ts';
import { findAtTop, nesting, parenthesized, signAt, wordAt, type TokenList } from './token-lists.ts';

/**
 * Reads a condition. `OR`, `AND` and `NOT` are taken apart here, because the grammars bind `a AND b OR c` as
 * `a AND (b OR c)`, and so that a comparison that no grammar knows is opaque without its neighbours being lost.
 * Undefined where something is put in that may turn the condition into another one.
 */
export function parseCondition(tokens: TokenList, dialect: SqlDialect): Expression | undefined {
  const isLoose = tokens.some((token, at) => token.kind === 'hole' && endsOperand(tokens[at - 1]));
  return isLoose || tokens.length === 0 ? undefined : disjunction(tokens, dialect);
}

function disjunction(tokens: TokenList, dialect: SqlDialect): Expression {
  const whole = parenthesized(tokens, 0);
  if (whole?.next === tokens.length) return disjunction(whole.inner, dialect);
  const isOr = (at: number): boolean =>
    wordAt(tokens, at) === 'OR' || (dialect === 'mysql' && signAt(tokens, at) === '||');
  const alternatives = splitOutside(tokens, isOr);
  if (alternatives.length > 1) return combined('OR', alternatives, dialect);
  const isXor = (at: number): boolean => wordAt(tokens, at) === 'XOR';
  if (splitOutside(tokens, isXor).length > 1) return { kind: 'opaque', parts: [] };
  const isAnd = (at: number): boolean => wordAt(tokens, at) === 'AND' || signAt(tokens, at) === '&&';
  const conjuncts = splitOutside(tokens, isAnd);
  if (conjuncts.length > 1) return combined('AND', conjuncts, dialect);
  if (wordAt(tokens, 0) === 'NOT') return combined('NOT', [tokens.slice(1)], dialect);
  return simpleEquality(tokens) ?? parseExpression(tokens, dialect) ?? { kind: 'opaque', parts: [] };
}

/** `id = $1` needs no grammar. */
function simpleEquality(tokens: TokenList): Expression | undefined {
  const sign = findAtTop(tokens, 0, (at) => signAt(tokens, at) === '=');
  const left = simpleExpression(tokens.slice(0, sign));
  const right = simpleExpression(tokens.slice(sign + 1));
  return left && right && { kind: 'operator', operator: '=', operands: [left, right] };
}

function combined(operator: string, pieces: readonly TokenList[], dialect: SqlDialect): Expression {
  return { kind: 'operator', operator, operands: pieces.map((piece) => disjunction(piece, dialect)) };
}

/** The pieces between what `isSeparator` finds outside parentheses and `CASE`; the `AND` of a `BETWEEN` is none. */
function splitOutside(tokens: TokenList, isSeparator: (at: number) => boolean): readonly TokenList[] {
  const pieces: TokenList[] = [];
  let start = 0;
  let depth = 0;
  let isRange = false;
  for (let at = 0; at < tokens.length; at += 1) {
    depth += nesting(tokens, at) + caseStep(tokens, at);
    if (depth > 0) continue;
    if (wordAt(tokens, at) === 'BETWEEN') isRange = true;
    else if (isRange && wordAt(tokens, at) === 'AND') isRange = false;
    else if (isSeparator(at)) {
      pieces.push(tokens.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, tokens.slice(start)];
}

function caseStep(tokens: TokenList, at: number): number {
  if (wordAt(tokens, at) === 'CASE') return 1;
  return wordAt(tokens, at) === 'END' ? -1 : 0;
}
