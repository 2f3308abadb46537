import type { Token } from './token.ts';

/** Part of a statement. Its parentheses are balanced unless a function says otherwise. */
export type TokenList = readonly Token[];

/** The word at an index in upper case; empty for anything that is no word. */
export function wordAt(tokens: TokenList, at: number): string {
  return tokens[at]?.upper ?? '';
}

/** The sign at an index; empty for anything that is no sign. */
export function signAt(tokens: TokenList, at: number): string {
  const token = tokens[at];
  return token?.kind === 'sign' ? token.text : '';
}

/** Whether these words, in upper case, stand at an index. `A|B` matches either. */
export function wordsAt(tokens: TokenList, at: number, words: string): boolean {
  return words.split(' ').every((word, offset) => {
    const found = wordAt(tokens, at + offset);
    return found !== '' && word.split('|').includes(found);
  });
}

/** The index of the parenthesis or bracket that closes the one at `open`; the list's length when none does. */
export function closingIndex(tokens: TokenList, open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    depth += nesting(tokens, at);
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** +1 where a parenthesis or bracket opens, -1 where it closes. */
export function nesting(tokens: TokenList, at: number): number {
  const sign = signAt(tokens, at);
  if (sign === '(' || sign === '[') return 1;
  return sign === ')' || sign === ']' ? -1 : 0;
}

/** The deepest nesting, or undefined when parentheses or brackets do not match. */
export function deepestNesting(tokens: TokenList): number | undefined {
  const open: string[] = [];
  let deepest = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const step = nesting(tokens, at);
    if (step === 1) open.push(signAt(tokens, at));
    deepest = Math.max(deepest, open.length);
    if (step === -1 && open.pop() !== (signAt(tokens, at) === ')' ? '(' : '[')) return undefined;
  }
  return open.length === 0 ? deepest : undefined;
}

/** The first index from `from` on, outside parentheses, that passes; the list's length when none does. */
export function findAtTop(tokens: TokenList, from: number, test: (at: number) => boolean): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    if (depth === 0 && test(at)) return at;
    depth += nesting(tokens, at);
  }
  return tokens.length;
}

/** The pieces between the commas outside parentheses; no piece for an empty list. */
export function splitAtCommas(tokens: TokenList): readonly TokenList[] {
  if (tokens.length === 0) return [];
  const pieces: TokenList[] = [];
  let start = 0;
  while (start <= tokens.length) {
    const comma = findAtTop(tokens, start, (at) => signAt(tokens, at) === ',');
    pieces.push(tokens.slice(start, comma));
    start = comma + 1;
  }
  return pieces;
}

/** What stands in the parentheses at `open`, and the index behind them; undefined when there are none. */
export function parenthesized(
  tokens: TokenList,
  open: number,
): { readonly inner: TokenList; readonly next: number } | undefined {
  if (signAt(tokens, open) !== '(') return undefined;
  const close = closingIndex(tokens, open);
  return { inner: tokens.slice(open + 1, close), next: close + 1 };
}
