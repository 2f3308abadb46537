/** What one link of a chain may cost in stack, relative to a bracket: a cheap link is walked in a loop by the compiler. */
const weights: ReadonlyMap<string, number> = new Map([
  ['.', 1],
  ['?', 1],
  ['!', 1],
  ['~', 1],
  ['<', 0.5],
  ['>', 0.5],
  ...['+', '-', '*', '/', '%', '&', '|', '^', '=', ':'].map((operator) => [operator, 0.1] as const),
]);

const openers = '([{';
const closers = ')]}';
const blanks = ' \t\r';
/** After one of these a line break does not end an expression. */
const joining = '.?!~<>+-*/%&|^=:,([{';

/**
 * An upper estimate of how deep the syntax tree of a text is, in nested brackets; found without parsing, in linear time.
 * Every walk over a tree takes stack in proportion to it, and a text of a few kilobytes can exhaust any stack.
 */
export function estimateNesting(text: string): number {
  const pile = openPile();
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const end = endOfQuietText(text, at, character);
    if (end > at) {
      at = end - 1;
      if (character !== '/') last = character;
    } else if (character === '\n') {
      if (!joining.includes(last) && startsStatement(text, at + 1)) pile.reset();
    } else if (!blanks.includes(character)) {
      last = character;
      addTo(pile, character);
    }
  }
  return Math.ceil(pile.deepest());
}

function addTo(pile: Pile, character: string): void {
  if (openers.includes(character)) pile.open();
  else if (closers.includes(character)) pile.close();
  else if (character === ';' || character === ',') pile.reset();
  else pile.add(weights.get(character) ?? 0);
}

/** What has piled up in the current expression of every open bracket. The sum is how deep a node can lie here. */
interface Pile {
  open(): void;
  close(): void;
  add(weight: number): void;
  /** The current expression is over. */
  reset(): void;
  deepest(): number;
}

function openPile(): Pile {
  const piled: number[] = [0];
  let total = 0;
  let deepest = 0;
  const set = (weight: number): void => {
    total += weight - (piled.at(-1) ?? 0);
    piled[piled.length - 1] = weight;
    deepest = Math.max(deepest, total);
  };
  return {
    open() {
      piled.push(0);
      set(1);
    },
    close() {
      set(0);
      if (piled.length > 1) piled.pop();
    },
    add: (weight) => {
      if (weight > 0) set((piled.at(-1) ?? 0) + weight);
    },
    reset: () => {
      set(0);
    },
    deepest: () => deepest,
  };
}

/** The end of a comment or of a quoted string that begins here; else the same position. A string ends with its line. */
function endOfQuietText(text: string, at: number, character: string): number {
  if (character === '"' || character === "'") return endOfString(text, at + 1, character);
  if (character !== '/') return at;
  const next = text.charAt(at + 1);
  if (next === '/') return endOr(text, text.indexOf('\n', at));
  return next === '*' ? endOr(text, text.indexOf('*/', at + 2) + 2, 2) : at;
}

function endOfString(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === quote) return at + 1;
    if (character === '\n') return at;
    if (character === '\\') at += 1;
  }
  return text.length;
}

function endOr(text: string, found: number, least = 0): number {
  return found < least ? text.length : found;
}

/** Whether the next line begins like a statement of its own, not like the rest of a chain. */
function startsStatement(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at += 1;
  return /[\w$@#'"`}/\n]/.test(text.charAt(at));
}
