import { clean, cleanLine, type Safe } from '../terminal/safe.ts';

const source = Symbol('markup');

/** XML or HTML of ours. Text of others gets into it escaped, because only `markup` makes it. */
export interface Markup {
  readonly [source]: string;
}

type Hole = Markup | string | number | readonly Markup[];

/** Our own markup around texts, which are escaped, and around other markup, which is not. */
export function markup(words: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return { [source]: String.raw({ raw: words }, ...holes.map(written)) };
}

/** Pieces one after another, a line each. */
export function lines(pieces: readonly Markup[]): Markup {
  return { [source]: pieces.map((piece) => piece[source]).join('\n') };
}

export const nothing: Markup = markup``;

export function toText(piece: Markup): Safe {
  return clean(piece[source]);
}

function written(hole: Hole): string {
  if (typeof hole === 'number') return String(hole);
  if (typeof hole === 'string') return escaped(hole);
  return isList(hole) ? hole.map((piece) => piece[source]).join('') : hole[source];
}

function isList(hole: Markup | readonly Markup[]): hole is readonly Markup[] {
  return Array.isArray(hole);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** On one line, and without the characters that no XML document may have. */
function escaped(text: string): string {
  return cleanLine(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
