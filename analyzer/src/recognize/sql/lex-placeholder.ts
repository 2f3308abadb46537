import { HOLE } from './hole.ts';
import type { SqlDialect } from './sql-statement.ts';
import { endsOperand, type Token } from './token.ts';

/** `position` is the number in the text (`$2`, `?2`); a bare `?` or `%s` has neither number nor name. */
export interface Placeholder {
  readonly end: number;
  readonly text: string;
  readonly position?: number;
  readonly parameter?: string;
  /** Its number or name is put in at run time: `$${i}`. */
  readonly computed?: true;
}

const NUMBERED = /[$?](\d+)/y;
const NAMED = /(?::(?:\.\.\.)?|[$@])([A-Za-z_]\w*|\d+)/y;

/** A placeholder at `at`. `previous` tells an operator (`data ? 'key'`, `a % s`, `a::int`) from a parameter. */
export function lexPlaceholder(
  text: string,
  at: number,
  dialect: SqlDialect,
  previous: Token | undefined,
): Placeholder | undefined {
  const first = text[at];
  if (first === undefined || !'$?:@%'.includes(first)) return undefined;
  const numbered = exec(NUMBERED, text, at);
  if (numbered !== undefined) return { end: numbered.end, text: numbered.text, position: Number(numbered.group) - 1 };
  if (text[at + 1] === HOLE && '$:?'.includes(first))
    return { end: at + 2, text: text.slice(at, at + 2), computed: true };
  if (first === '?') return questionMark(text, at, dialect, previous);
  if (first === '%') return text[at + 1] === 's' && !endsOperand(previous) ? { end: at + 2, text: '%s' } : undefined;
  return named(text, at, dialect, previous);
}

/** PostgreSQL has `?`, `?|` and `?&` as operators between operands, where no parameter can stand. */
function questionMark(
  text: string,
  at: number,
  dialect: SqlDialect,
  previous: Token | undefined,
): Placeholder | undefined {
  if (dialect !== 'mysql' && dialect !== 'sqlite' && endsOperand(previous) && !text.startsWith('??', at))
    return undefined;
  const end = at + (text[at + 1] === '?' ? 2 : 1);
  return { end, text: text.slice(at, end) };
}

/** `@name` is a user variable in MySQL; behind an operand `:` is a slice's or a cast's. */
function named(text: string, at: number, dialect: SqlDialect, previous: Token | undefined): Placeholder | undefined {
  if (endsOperand(previous) || (text[at] === '@' && dialect === 'mysql')) return undefined;
  const match = exec(NAMED, text, at);
  return match === undefined ? undefined : { end: match.end, text: match.text, parameter: match.group };
}

interface Match {
  readonly text: string;
  readonly group: string;
  readonly end: number;
}

function exec(pattern: RegExp, text: string, at: number): Match | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? undefined : { text: found[0], group: found[1] ?? '', end: at + found[0].length };
}

/** Counts parameters as a driver does: by their number, by the first appearance of their name, or one by one. */
export class ParameterCount {
  readonly #names = new Map<string, number>();
  #bare = 0;

  indexOf(placeholder: Placeholder): number {
    if (placeholder.position !== undefined) return placeholder.position;
    if (placeholder.parameter === undefined) {
      this.#bare += 1;
      return this.#bare - 1;
    }
    const known = this.#names.get(placeholder.parameter);
    if (known !== undefined) return known;
    this.#names.set(placeholder.parameter, this.#names.size);
    return this.#names.size - 1;
  }
}
