declare const brand: unique symbol;

/**
 * Text that may reach a terminal or a CI log: no control characters but line feed and tab, no bidirectional controls,
 * and no escape sequences but our own colours. Only the functions of this file make it, so raw text cannot get there.
 */
export type Safe = string & { readonly [brand]: true };

const colour = `${String.fromCharCode(0x1b)}\\[[0-9;]*m`;
const harmful = '(?![\\n\\t])[\\p{Cc}\\p{Bidi_Control}\\p{Cs}\\u2028\\u2029]';
const harmfulOrColour = new RegExp(`${colour}|${harmful}`, 'gu');
const anyHarmful = new RegExp(harmful, 'gu');
const replacement = '\uFFFD';

/** Text of others that may have several lines. */
export function clean(text: string): Safe {
  return sealed(text.replaceAll(anyHarmful, replacement));
}

/** Text of others that belongs on one line: a name, a path, a message. */
export function cleanLine(text: string): Safe {
  return sealed(text.replaceAll(anyHarmful, replacement).replaceAll(/[\n\t]/g, replacement));
}

/** Our own words around text that is clean already. */
export function safe(words: TemplateStringsArray, ...values: readonly (Safe | number)[]): Safe {
  return sealed(String.raw({ raw: words }, ...values));
}

export function join(parts: readonly Safe[], separator = '\n'): Safe {
  return sealed(parts.join(separator));
}

/** Text in one of our colours; `open` and `close` are SGR numbers. */
export function coloured(text: Safe, open: number, close: number): Safe {
  const escape = String.fromCharCode(0x1b);
  return sealed(`${escape}[${open}m${text}${escape}[${close}m`);
}

export function padEnd(text: Safe, width: number): Safe {
  return sealed(text.padEnd(width));
}

export function padStart(text: Safe, width: number): Safe {
  return sealed(text.padStart(width));
}

/** The parts between single spaces; indentation is empty parts. */
export function wordsOf(text: Safe): readonly Safe[] {
  return text.split(' ').map(sealed);
}

export function linesOf(text: Safe): readonly Safe[] {
  return text.split('\n').map(sealed);
}

export function withoutColour(text: Safe): Safe {
  return sealed(text.replaceAll(new RegExp(colour, 'g'), ''));
}

const obeyed = new RegExp(`^((?:${colour}|\\s)*)(?=::|##\\[)`, 'gmu');

/** With a dot before whatever a CI log would obey at the beginning of a line: `::error::`, `##[group]`. */
export function disarmed(text: Safe): Safe {
  return sealed(text.replaceAll(obeyed, '$1·'));
}

/** JSON with everything escaped that a terminal might act on; a JSON parser reads the same values. */
export function safeJson(value: unknown): Safe {
  const json = JSON.stringify(value, undefined, 2);
  return sealed(json.replaceAll(anyHarmful, (character) => escaped(character)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function sealed(text: string): Safe {
  const harmless = withoutHarm(text);
  return isSafe(harmless) ? harmless : nothing;
}

function isSafe(text: string): text is Safe {
  return text === withoutHarm(text);
}

function withoutHarm(text: string): string {
  return text.replaceAll(harmfulOrColour, (match) => (match.length > 1 && match.endsWith('m') ? match : replacement));
}

const nothing: Safe = safe``;
