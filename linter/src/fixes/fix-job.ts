import type { Fix } from '@kafka-eos/rules/contract/define-rule';
import type { Candidate } from '../check-workspace.ts';
import type { Finding } from '../finding.ts';
import { conflict, toOffsetEdits, type OffsetEdit } from './apply-edits.ts';

/** One distinct change of the code, and the findings that offer it. */
export interface FixJob {
  readonly key: string;
  readonly fix: Fix;
  readonly targets: readonly Finding[];
  /** By file, relative to the workspace. */
  readonly edits: ReadonlyMap<string, readonly OffsetEdit[]>;
}

/** The text of a file of the workspace, or undefined when it must not be edited. */
export type TextOf = (file: string) => string | undefined;

/** The fixes of the findings that can be applied to the text; equal ones are one job. Examples are no jobs. */
export function collectJobs(candidates: readonly Candidate[], textOf: TextOf): readonly FixJob[] {
  const jobs = new Map<string, FixJob>();
  for (const { finding, fixes } of candidates) {
    for (const fix of fixes() ?? []) {
      if (fix.safety === 'example') continue;
      const key = fixKey(fix);
      const earlier = jobs.get(key);
      const edits = earlier?.edits ?? editsByFile(fix, textOf);
      if (edits === undefined) continue;
      jobs.set(key, { key, fix, edits, targets: [...(earlier?.targets ?? []), finding] });
    }
  }
  return [...jobs.values()];
}

/** Equal for fixes that leave the same text. */
export function fixKey(fix: Fix): string {
  return JSON.stringify(fix.edits);
}

/** True when the jobs can be applied in one step: they touch different places, and different findings. */
export function independent(a: FixJob, b: FixJob): boolean {
  return (
    !a.targets.some((target) => b.targets.includes(target)) &&
    ![...a.edits].some(([file, edits]) => conflict(edits, b.edits.get(file) ?? []))
  );
}

function editsByFile(fix: Fix, textOf: TextOf): FixJob['edits'] | undefined {
  const result = new Map<string, readonly OffsetEdit[]>();
  for (const file of new Set(fix.edits.map(({ place }) => place.file))) {
    const text = textOf(file);
    const own = fix.edits.filter(({ place }) => place.file === file);
    const edits = text === undefined ? undefined : toOffsetEdits(text, own);
    if (edits === undefined) return undefined;
    result.set(file, edits);
  }
  return result.size === 0 ? undefined : result;
}
