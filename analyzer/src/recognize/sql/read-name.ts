import { HOLE } from './hole.ts';
import { RESERVED_WORDS, type Token } from './token.ts';
import { parenthesized, signAt, splitAtCommas, type TokenList } from './token-lists.ts';

/** A table's or column's name with what qualifies it, folded to lower case. */
export interface Name {
  /** Undefined when it is put in at run time. */
  readonly name: string | undefined;
  /** What stands directly before the name's dot: a table or an alias for a column, a schema for a table. */
  readonly qualifier?: string;
  /** The index behind the name. */
  readonly next: number;
}

/** The possibly qualified name at an index. A name is a bare word that is not reserved, a quoted one, or a hole. */
export function readName(tokens: TokenList, at: number): Name | undefined {
  let part = namePart(tokens[at]);
  if (part === undefined) return undefined;
  let qualifier: string | undefined;
  let next = at + 1;
  while (signAt(tokens, next) === '.') {
    const following = namePart(tokens[next + 1], true);
    if (following === undefined) return undefined;
    qualifier = part.name;
    part = following;
    next += 2;
  }
  return { name: part.name, next, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** Behind a dot even a reserved word is a name. `??` is a name that the MySQL drivers put in. */
function namePart(token: Token | undefined, behindDot = false): { readonly name: string | undefined } | undefined {
  if (token === undefined) return undefined;
  if (token.kind === 'hole' || (token.kind === 'placeholder' && token.text === '??')) return { name: undefined };
  if (token.kind === 'word' && !behindDot && RESERVED_WORDS.has(token.upper)) return undefined;
  if (token.kind !== 'word' && token.kind !== 'name') return undefined;
  return { name: token.text.includes(HOLE) ? undefined : token.text.toLowerCase() };
}

/** The names in a list such as `(a, "b")`, undefined in it for one put in at run time; undefined for any other list. */
export function readNameList(tokens: TokenList): readonly (string | undefined)[] | undefined {
  const names: (string | undefined)[] = [];
  for (const piece of splitAtCommas(tokens)) {
    const name = readName(piece, 0);
    if (name?.next !== piece.length) return undefined;
    names.push(name.name);
  }
  return names;
}

/**
 * The plain columns of a key, `(a, b DESC, c(10) COLLATE x)`; undefined when one is an expression or put in at run
 * time, because then the key does not speak about columns.
 */
export function readKeyColumns(tokens: TokenList): readonly string[] | undefined {
  const columns: string[] = [];
  for (const piece of splitAtCommas(tokens)) {
    const name = readName(piece, 0);
    if (name?.name === undefined) return undefined;
    const prefix = parenthesized(piece, name.next);
    if (prefix !== undefined && prefix.inner[0]?.kind !== 'number') return undefined;
    if (
      piece
        .slice(prefix?.next ?? name.next)
        .some((token) => token.kind !== 'word' && token.kind !== 'name' && token.text !== '.')
    )
      return undefined;
    columns.push(name.name);
  }
  return columns;
}
