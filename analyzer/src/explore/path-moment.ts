import type { Step, StepId } from '../summaries/unit-graph.ts';

/** A step of a path; `failed` when the path goes on with its exception. */
export interface Footstep {
  readonly id: StepId;
  readonly failed: boolean;
}

export type Footsteps = readonly Footstep[];

/**
 * `before` any begin, `open`, `committed`, `aborted`; `tried`: a settlement failed that may be tried again; `gone`: what
 * has become of it cannot be seen, or has been reported.
 */
type Status = 'before' | 'open' | 'committed' | 'aborted' | 'tried' | 'gone';

export interface PathMoment {
  readonly at: StepId;
  readonly status: Status;
  /** The settlement. */
  readonly settled: StepId | undefined;
  readonly commitFailed: boolean;
  /** A send that failed, and the catch that heard of it. */
  readonly failure: StepId | undefined;
  readonly caught: StepId | undefined;
  readonly slots: bigint;
  /** Conditions made of names alone, as they were decided on the way. */
  readonly decided: readonly string[];
}

export interface PathVisit {
  readonly moment: PathMoment;
  readonly parent: PathVisit | undefined;
  /** It was reached by the exception of the step before. */
  readonly thrown: boolean;
}

/** A moment that follows; `thrown` when it follows by an exception. */
export type NextMoment = PathMoment & { readonly thrown?: boolean };

/** The ways on from a step that may throw. */
export function onwards(
  moment: PathMoment,
  step: Step & { readonly next: StepId; readonly error: StepId },
): readonly NextMoment[] {
  return [
    { ...moment, at: step.next },
    { ...moment, at: step.error, thrown: true },
  ];
}

export function isOver({ status }: PathMoment): boolean {
  return status === 'committed' || status === 'aborted';
}

/** From here on the transaction is out of sight. */
export function lost(moment: PathMoment): PathMoment {
  const { status } = moment;
  return { ...moment, status: status === 'before' ? 'before' : 'gone', failure: undefined, caught: undefined };
}

export function momentKey(moment: PathMoment): string {
  const { at, status, settled, commitFailed, failure, caught, slots, decided } = moment;
  return [at, status, settled ?? '', commitFailed, failure ?? '', caught ?? '', slots, ...decided].join('|');
}

/** The path to a visit, its own step included. */
export function footsteps(visit: PathVisit): Footsteps {
  const path: Footstep[] = [];
  let failed = false;
  for (let at: PathVisit | undefined = visit; at !== undefined; at = at.parent) {
    path.unshift({ id: at.moment.at, failed });
    failed = at.thrown;
  }
  return path;
}
