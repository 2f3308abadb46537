import type { Position, Range } from 'vscode-languageserver';

/** Whether two ranges share a position; the end of one may be the start of the other. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
