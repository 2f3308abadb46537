import type { Edit } from '../facts/edit.ts';
import type { Position } from '../facts/place.ts';

/** A text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => offsetOf(text, b.place.start) - offsetOf(text, a.place.start))
    .reduce(
      (all, { place, text: written }) =>
        all.slice(0, offsetOf(text, place.start)) + written + all.slice(offsetOf(text, place.end)),
      text,
    );
}

function offsetOf(text: string, { line, column }: Position): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
