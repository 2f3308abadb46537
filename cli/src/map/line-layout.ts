import { displayWidth } from '../terminal/display-width.ts';
import { cleanLine, join, linesOf, safe, withoutColour, wordsOf, type Safe } from '../terminal/safe.ts';
import { wrap } from '../terminal/wrap.ts';

/** Where lines stand: in how many columns, behind what. */
export interface Column {
  readonly width: number;
  /** Before the first line of a text. */
  readonly prefix: Safe;
  /** Before each of its other lines. */
  readonly hanging: Safe;
}

type Paint = (text: Safe) => Safe;

/** Columns, colours aside. */
export function widthOf(text: Safe): number {
  return displayWidth(withoutColour(text));
}

function spaces(count: number): Safe {
  return cleanLine(' '.repeat(Math.max(0, count)));
}

/** Two texts at the ends of a line; where they do not fit, the second has a line of its own, below the first. */
export function bothEnds(left: Safe, right: Safe, column: Column): Safe {
  const { width, prefix, hanging } = column;
  if (right === '') return paragraph(left, column);
  const room = width - widthOf(prefix) - widthOf(left) - widthOf(right);
  if (room >= 2) return safe`${prefix}${left}${spaces(room)}${right}`;
  return join([paragraph(left, column), safe`${hanging}${right}`]);
}

/** A text over as many lines as it needs. Each word is painted by itself: what is before a line keeps its own colour. */
export function paragraph(text: Safe, { width, prefix, hanging }: Column, paint: Paint = (word) => word): Safe {
  const painted = join(wordsOf(text).map(paint), ' ');
  const lines = linesOf(wrap(painted, width - Math.max(widthOf(prefix), widthOf(hanging)), safe``));
  return join(lines.map((line, i) => safe`${i === 0 ? prefix : hanging}${line}`));
}

/** `── title ────`, as wide as the column. */
export function rule(start: Safe, title: Safe, fill: string, width: number): Safe {
  const rest = width - widthOf(start) - widthOf(title) - 1;
  return safe`${start}${title} ${cleanLine(fill.repeat(Math.max(0, rest)))}`;
}
