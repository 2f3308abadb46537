import type { Position } from '@kafka-eos/analyzer/facts/place';

/** The offsets of a text's lines, broken where TypeScript breaks them: LF, CRLF, CR, U+2028 and U+2029. */
export interface LineIndex {
  readonly text: string;
  /** The offset of each line's first character. */
  readonly starts: readonly number[];
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return { text, starts };
}

/** The offset of a position, or undefined when the text has no such place. */
export function offsetOf({ text, starts }: LineIndex, { line, column }: Position): number | undefined {
  const start = starts[line - 1];
  if (start === undefined || column < 1) return undefined;
  const offset = start + column - 1;
  return offset <= (starts[line] ?? text.length) ? offset : undefined;
}

/** A line without its break; empty when there is no such line. `line` is 1-based. */
export function lineText({ text, starts }: LineIndex, line: number): string {
  const start = starts[line - 1];
  if (start === undefined) return '';
  return text.slice(start, starts[line] ?? text.length).replace(/[\n\r\u2028\u2029]+$/, '');
}
