import type { FindingFix, Finding } from '@kafka-eos/linter/finding';
import { applyEdits, toOffsetEdits } from '@kafka-eos/linter/fixes/apply-edits';

/** One replacement of a part of the linted text, by UTF-16 offsets without a byte order mark; `end` is exclusive. */
export interface Replacement {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface HostFixes {
  /** What the host may apply unasked. */
  readonly fix?: Replacement;
  /** What it may offer. */
  readonly suggestions: readonly Replacement[];
}

/** The fixes that a host can apply: those within the linted file. Examples show a direction, and are none. */
export function hostFixes(finding: Finding, text: string): HostFixes {
  const possible = finding.fixes.flatMap((fix) => {
    const replacement = fix.safety === 'example' ? undefined : replacementOf(fix, finding.file, text);
    return replacement === undefined ? [] : [{ ...replacement, safety: fix.safety }];
  });
  const safe = possible.find(({ safety }) => safety === 'safe');
  const suggestions = possible.filter((each) => each !== safe);
  return safe === undefined ? { suggestions } : { fix: safe, suggestions };
}

function replacementOf({ title, edits }: FindingFix, file: string, text: string): Replacement | undefined {
  if (edits.some((edit) => edit.file !== file)) return undefined;
  const offsets = toOffsetEdits(
    text,
    edits.map((edit) => ({ place: edit, text: edit.text })),
  );
  const first = offsets?.[0];
  const last = offsets?.at(-1);
  if (offsets === undefined || first === undefined || last === undefined) return undefined;
  // Hosts take one replacement at a time, so that what lies between the edits is replaced by itself.
  const local = offsets.map((edit) => ({ ...edit, start: edit.start - first.start, end: edit.end - first.start }));
  return { title, start: first.start, end: last.end, text: applyEdits(text.slice(first.start, last.end), local) };
}
