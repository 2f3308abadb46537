import assert from 'node:assert/strict';
import type { Finding, FindingFix } from '@kafka-eos/linter/finding';
import { applyEdits, toOffsetEdits } from '@kafka-eos/linter/fixes/apply-edits';

/** A finding with the texts that its fixes lead to: the form in which what different surfaces show can be compared. */
export interface ShownFinding {
  /** `FILE:LINE:COLUMN-LINE:COLUMN` */
  readonly place: string;
  readonly rule: string;
  readonly text: string;
  /** What the safe fix leads to. */
  readonly fixed: string | undefined;
  /** What the others lead to. */
  readonly suggested: readonly string[];
}

/** A file that ESLint and editors look at; the command line knows others, too. */
export const sourceFile = /\.[mc]?[jt]sx?$/;

/** What a finding of the command line's JSON and one of the engine have in common. */
export type StatedFinding = Pick<Finding, 'file' | 'start' | 'end' | 'rule' | 'message' | 'help' | 'fixes'>;

/** As the command line shows it. Fixes that touch other files are left out: ESLint has none. */
export function shownFinding(finding: StatedFinding, text: string): ShownFinding {
  const { file, start, end, rule, message, help } = finding;
  const results = finding.fixes
    .filter(({ safety, edits }) => safety !== 'example' && edits.every((edit) => edit.file === file))
    .map((fix) => ({ safety: fix.safety, text: fixedText(fix, text) }));
  const safe = results.find(({ safety }) => safety === 'safe');
  return {
    place: `${file}:${start.line}:${start.column}-${end.line}:${end.column}`,
    rule,
    text: `${message}\n${help}`,
    fixed: safe?.text,
    suggested: results.filter((result) => result !== safe).map((result) => result.text),
  };
}

function fixedText({ edits }: FindingFix, text: string): string {
  const offsets = toOffsetEdits(
    text,
    edits.map((edit) => ({ place: edit, text: edit.text })),
  );
  assert.ok(offsets);
  return applyEdits(text, offsets);
}
