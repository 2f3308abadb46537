import type { Position } from '@kafka-eos/analyzer/facts/place';
import type { Finding } from '../finding.ts';
import { indexLines, offsetOf, type LineIndex } from '../line-index.ts';
import { mapOffset, type OffsetEdit } from './apply-edits.ts';

/** How one file was changed. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly OffsetEdit[];
}

export interface Comparison {
  /** Findings of the old text that the new one still has. */
  readonly remaining: ReadonlySet<Finding>;
  /** Findings that only the new text has. */
  readonly added: readonly Finding[];
}

/** Which findings survive a change of the text, found again at the place that the edits moved them to. */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  changes: ReadonlyMap<string, TextChange>,
): Comparison {
  const movers = new Map([...changes].map(([file, change]) => [file, moverOf(change)]));
  const remaining = new Set<Finding>();
  const added: Finding[] = [];
  for (const finding of after) {
    const mover = movers.get(finding.file) ?? staysInPlace;
    const same = before.find(
      (earlier) => !remaining.has(earlier) && isSame(earlier, finding) && mover(earlier.start, finding.start),
    );
    if (same === undefined) added.push(finding);
    else remaining.add(same);
  }
  return { remaining, added };
}

/** Whether a position of the old text became one of the new text. */
type Mover = (before: Position, after: Position) => boolean;

const staysInPlace: Mover = (before, after) => before.line === after.line && before.column === after.column;

function moverOf({ before, after, edits }: TextChange): Mover {
  const oldIndex = indexLines(before);
  const newIndex = indexLines(after);
  return (from, to) => {
    const { from: first, to: last } = mapOffset(known(oldIndex, from), edits);
    const offset = known(newIndex, to);
    return first <= offset && offset <= last;
  };
}

function known(index: LineIndex, position: Position): number {
  return offsetOf(index, position) ?? index.text.length;
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.messageId === b.messageId && a.file === b.file;
}
