import type { Check } from '../check-workspace.ts';
import { toFindingFix, type Finding } from '../finding.ts';
import { collectJobs, fixKey, independent, type FixJob, type TextOf } from './fix-job.ts';
import { tryFixes, type Recheck } from './try-fixes.ts';

/**
 * Each check of a changed text costs an analysis of what the change touches, which grows with the slice, and most where a
 * unit reaches a bound; a workspace with more fixes than this allows is shown the first ones. A count, and not a time: the
 * same code has the same fixes.
 */
function mostChecks({ analysis }: Check): number {
  if (analysis.notices.some(({ incomplete }) => incomplete)) return 2;
  return Math.min(60, Math.max(2, Math.floor(2000 / Math.max(1, analysis.files.length))));
}

export interface Verified {
  readonly findings: readonly Finding[];
  /** Fixes left out because the bound was reached. */
  readonly unverified: number;
}

/**
 * The findings with the fixes that work: with one of them in the text its finding is gone and nothing new is found.
 * Fixes of different files are tried together, and apart when that fails. Examples are shown as they are.
 */
export function verifyFixes(check: Check, textOf: TextOf, recheck: Recheck): Verified {
  const working = new Map<string, ReadonlySet<Finding>>();
  const most = mostChecks(check);
  let checks = 0;
  let unverified = 0;
  const verify = (jobs: readonly FixJob[]): void => {
    if (checks === most) {
      unverified += jobs.length;
      return;
    }
    checks += 1;
    const { harmless, solves } = tryFixes(jobs, check, new Map(), textOf, recheck);
    if (harmless) for (const { key, targets } of jobs) working.set(key, new Set(targets.filter(solves)));
    else if (jobs.length > 1) {
      verify(jobs.slice(0, jobs.length / 2));
      verify(jobs.slice(jobs.length / 2));
    }
  };
  inDifferentFiles(collectJobs(check.candidates, textOf)).forEach(verify);
  const findings = check.candidates.map(({ finding, fixes }) => ({
    ...finding,
    fixes: (fixes() ?? [])
      .filter((fix) => fix.safety === 'example' || working.get(fixKey(fix))?.has(finding) === true)
      .map(toFindingFix),
  }));
  return { findings, unverified };
}

/** Groups that share no file, so that no fix can hide what another one breaks beside it. */
function inDifferentFiles(jobs: readonly FixJob[]): readonly (readonly FixJob[])[] {
  const groups: FixJob[][] = [];
  for (const job of jobs) {
    const group = groups.find((others) => others.every((other) => independent(job, other) && !shareFile(job, other)));
    if (group === undefined) groups.push([job]);
    else group.push(job);
  }
  return groups;
}

function shareFile(a: FixJob, b: FixJob): boolean {
  return [...a.edits.keys()].some((file) => b.edits.has(file));
}
