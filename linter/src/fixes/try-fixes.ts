import type { Check } from '../check-workspace.ts';
import type { Finding } from '../finding.ts';
import { applyEdits } from './apply-edits.ts';
import { compareFindings, type TextChange } from './compare-findings.ts';
import type { FixJob, TextOf } from './fix-job.ts';

/** Checks the workspace with these texts, by path relative to it, in place of what the files hold. */
export type Recheck = (texts: ReadonlyMap<string, string>) => Check;

/** What the workspace is like with some fixes in it. */
export interface Trial {
  readonly texts: ReadonlyMap<string, string>;
  readonly check: Check;
  /** True when nothing new is found, and nothing is left unanalysed that was analysed before. */
  readonly harmless: boolean;
  readonly solves: (finding: Finding) => boolean;
}

/** Applies independent fixes on top of earlier texts, and checks the result. */
export function tryFixes(
  jobs: readonly FixJob[],
  before: Check,
  earlier: ReadonlyMap<string, string>,
  textOf: TextOf,
  recheck: Recheck,
): Trial {
  const changes = changesOf(jobs, textOf);
  const texts = new Map([...earlier, ...[...changes].map(([file, { after }]) => [file, after] as const)]);
  const check = recheck(texts);
  const { remaining, added } = compareFindings(findingsOf(before), findingsOf(check), changes);
  return {
    texts,
    check,
    harmless: added.length === 0 && gaps(check) <= gaps(before),
    solves: (finding) => !remaining.has(finding),
  };
}

function changesOf(jobs: readonly FixJob[], textOf: TextOf): ReadonlyMap<string, TextChange> {
  const changes = new Map<string, TextChange>();
  for (const file of new Set(jobs.flatMap(({ edits }) => [...edits.keys()]))) {
    const edits = jobs.flatMap((job) => job.edits.get(file) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
    const before = textOf(file) ?? '';
    changes.set(file, { before, edits, after: applyEdits(before, edits) });
  }
  return changes;
}

function findingsOf(check: Check): readonly Finding[] {
  return check.candidates.map(({ finding }) => finding);
}

function gaps({ notices }: Check): number {
  return notices.filter(({ incomplete }) => incomplete).length;
}
