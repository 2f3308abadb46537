import type { Check } from '../check-workspace.ts';
import { collectJobs, independent, type FixJob, type TextOf } from './fix-job.ts';
import { tryFixes, type Recheck, type Trial } from './try-fixes.ts';

export type FixLevel = 'safe' | 'unsafe';

/** Enough for hundreds of fixes; a loop of fixes that bring each other back would need more. */
const mostChecks = 200;

export interface PlannedTexts {
  /** The new texts, by path relative to the workspace. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: number;
  /** The workspace as it is with the new texts. */
  readonly check: Check;
  /** False when the bound was reached before no fix was left. */
  readonly complete: boolean;
}

/**
 * Applies fixes until none is left that works on the text as it is then, so that a second run finds nothing to do.
 * Every step is checked as a whole; fixes that fail together are tried in halves.
 */
export function planFixes(first: Check, level: FixLevel, textOf: TextOf, recheck: Recheck): PlannedTexts {
  let plan: PlannedTexts = { texts: new Map(), applied: 0, check: first, complete: true };
  let checks = 0;
  for (;;) {
    const { texts, check } = plan;
    const current: TextOf = (file) => texts.get(file) ?? textOf(file);
    const step = nextStep(eligibleJobs(check, level, current), (jobs) => {
      checks += 1;
      return checks > mostChecks ? undefined : tryFixes(jobs, check, texts, current, recheck);
    });
    if (checks > mostChecks) return { ...plan, complete: false };
    if (step === undefined) return plan;
    plan = { ...plan, texts: step.trial.texts, applied: plan.applied + step.jobs.length, check: step.trial.check };
  }
}

interface Step {
  readonly jobs: readonly FixJob[];
  readonly trial: Trial;
}

/** The largest set found of fixes that work together; rejected ones make room for the alternatives of their finding. */
function nextStep(jobs: readonly FixJob[], attempt: (jobs: readonly FixJob[]) => Trial | undefined): Step | undefined {
  const rejected = new Set<FixJob>();
  const search = (batch: readonly FixJob[]): Step | undefined => {
    const trial = attempt(batch);
    if (trial === undefined) return undefined;
    if (trial.harmless && batch.every(({ targets }) => targets.some(trial.solves))) return { jobs: batch, trial };
    if (batch.length === 1) for (const job of batch) rejected.add(job);
    if (batch.length <= 1) return undefined;
    return search(batch.slice(0, batch.length / 2)) ?? search(batch.slice(batch.length / 2));
  };
  for (;;) {
    const batch = independentJobs(jobs.filter((job) => !rejected.has(job)));
    if (batch.length === 0) return undefined;
    const size = rejected.size;
    const step = search(batch);
    if (step !== undefined || rejected.size === size) return step;
  }
}

function eligibleJobs(check: Check, level: FixLevel, textOf: TextOf): readonly FixJob[] {
  return collectJobs(check.candidates, textOf)
    .filter(({ fix }) => fix.safety === 'safe' || level === 'unsafe')
    .sort((a, b) => rank(a) - rank(b));
}

/** Safe fixes first: where one conflicts with an unsafe one, it wins. */
function rank({ fix }: FixJob): number {
  return fix.safety === 'safe' ? 0 : 1;
}

function independentJobs(jobs: readonly FixJob[]): readonly FixJob[] {
  const chosen: FixJob[] = [];
  for (const job of jobs) if (chosen.every((other) => independent(job, other))) chosen.push(job);
  return chosen;
}
