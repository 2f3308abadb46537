import type { Token } from './token.ts';
import type { TokenList } from './token-lists.ts';

/** An expression of SQL, as far as it matters what is read in it and how it is combined. Casts are left out. */
export type Expression =
  | { readonly kind: 'column'; readonly name: string; readonly qualifier?: string }
  /** A literal, a placeholder or a hole. */
  | { readonly kind: 'token'; readonly token: Token }
  /** A keyword or number that carries no token of its own. */
  | { readonly kind: 'literal'; readonly text: string }
  /** A name that is put in at run time: some column. */
  | { readonly kind: 'some-name' }
  | { readonly kind: 'query'; readonly tokens: TokenList }
  /** Operators are in upper case; one operand for a prefix. */
  | { readonly kind: 'operator'; readonly operator: string; readonly operands: readonly Expression[] }
  /** Names of functions are in lower case, without schema. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'case'; readonly conditions: readonly Expression[]; readonly results: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** Something with parts that nothing needs to be known about. */
  | { readonly kind: 'opaque'; readonly parts: readonly Expression[] };

/** The expressions directly below. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'operator':
      return expression.operands;
    case 'call':
      return expression.args;
    case 'case':
      return [...expression.conditions, ...expression.results];
    case 'list':
      return expression.items;
    case 'opaque':
      return expression.parts;
    default:
      return [];
  }
}

/** Whether an expression or anything below it passes. */
export function someExpression(expression: Expression, test: (part: Expression) => boolean): boolean {
  return test(expression) || partsOf(expression).some((part) => someExpression(part, test));
}

/** Whether two expressions are written alike. */
export function sameExpression(one: Expression, other: Expression): boolean {
  return spelling(one) === spelling(other);
}

function spelling(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
}
