import { displayWidth } from './display-width.ts';
import { join, safe, withoutColour, wordsOf, type Safe } from './safe.ts';

/** Breaks a line between words, so that no line is wider than `width` unless a single word is; later ones are indented. */
export function wrap(line: Safe, width: number, indent: Safe): Safe {
  const lines: Safe[] = [];
  let current: Safe | undefined;
  for (const word of wordsOf(line)) {
    const longer: Safe = current === undefined ? word : safe`${current} ${word}`;
    if (current === undefined || displayWidth(withoutColour(longer)) <= width) current = longer;
    else {
      lines.push(current);
      current = safe`${indent}${word}`;
    }
  }
  return join([...lines, current ?? safe``]);
}
