import type { Edit } from '@kafka-eos/analyzer/facts/edit';
import { indexLines, offsetOf } from '../line-index.ts';

/** An edit by UTF-16 offsets into one text; `end` is exclusive. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits as offsets, sorted; undefined when one of them is outside the text or two of them overlap. */
export function toOffsetEdits(text: string, edits: readonly Edit[]): readonly OffsetEdit[] | undefined {
  const index = indexLines(text);
  const found: OffsetEdit[] = [];
  for (const { place, text: replacement } of edits) {
    const start = offsetOf(index, place.start);
    const end = offsetOf(index, place.end);
    if (start === undefined || end === undefined || end < start) return undefined;
    found.push({ start, end, text: withLineBreaksOf(text, replacement) });
  }
  // Insertions at one point keep the order in which the fix lists them: the sort is stable.
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return found.some((edit, i) => edit.start < (found[i - 1]?.end ?? 0)) ? undefined : found;
}

/** The text with sorted, disjoint edits applied; everything else stays as it is, to the byte. */
export function applyEdits(text: string, edits: readonly OffsetEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of edits) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/** True when two sets of edits touch: applied together, one of them could land inside the other. */
export function conflict(a: readonly OffsetEdit[], b: readonly OffsetEdit[]): boolean {
  return a.some((one) => b.some((other) => one.start <= other.end && other.start <= one.end));
}

/** Where an offset of the old text may be in the new one: a range, because an edit at the offset makes it uncertain. */
export function mapOffset(
  offset: number,
  edits: readonly OffsetEdit[],
): { readonly from: number; readonly to: number } {
  let shift = 0;
  let touched: { readonly from: number; readonly to: number } | undefined;
  for (const edit of edits) {
    if (edit.start > offset) break;
    const start = edit.start + shift;
    if (edit.end >= offset) touched = { from: touched?.from ?? start, to: start + edit.text.length };
    shift += edit.text.length - (edit.end - edit.start);
  }
  return touched ?? { from: offset + shift, to: offset + shift };
}

/** Rules write `\n`; a file with CRLF keeps its kind of line break. */
function withLineBreaksOf(text: string, replacement: string): string {
  const first = /\r\n|\n/.exec(text)?.[0];
  return first === '\r\n' ? replacement.replaceAll(/\r?\n/g, '\r\n') : replacement;
}
