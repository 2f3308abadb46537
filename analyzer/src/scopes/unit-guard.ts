import type { Guard } from '../facts/guard.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import type { FailedAnswers } from './failed-answers.ts';
import type { Decision } from './guarded-effects.ts';
import type { LiveSlots } from './live-slots.ts';
import type { Reach } from './reach.ts';
import type { SteadyLocals } from './steady-locals.ts';

/** A branch that a guard decides. `fresh` is the side of a first delivery; unknown where a field is compared. */
export interface GuardBranch {
  readonly step: StepId;
  readonly fresh: 'whenTrue' | 'whenFalse' | 'unknown';
  /** It is true where the field is not what is asked for. */
  readonly negated?: true;
}

/** A guard with the steps of the unit that ask it, fill it and obey it. */
export interface UnitGuard {
  readonly guard: Guard;
  /** The steps that ask: a lookup, a read, a claim. */
  readonly asks: ReadonlySet<StepId>;
  /** The steps that record; for a claim, the same. */
  readonly records: ReadonlySet<StepId>;
  readonly branches: readonly GuardBranch[];
  /** The steps that take the record out again. */
  readonly forgets: ReadonlySet<StepId>;
  /** The record has a time to live. */
  readonly expires: boolean;
  /** A second insert under a unique key throws: the error edge is the other side of the branch. */
  readonly throws: boolean;
  /** It asks for what a record says that is there in any case. */
  readonly ofRow?: true;
  /** The keys of the effects it decides, and how. */
  readonly decides: ReadonlyMap<string, Decision>;
}

export type Candidate = Omit<UnitGuard, 'decides'>;

export interface UnitConditions {
  readonly tests: ReadonlyMap<StepId, ConditionTest>;
  readonly guards: readonly UnitGuard[];
  readonly reach: Reach;
  readonly live: LiveSlots;
  readonly answers: FailedAnswers;
  readonly steady: SteadyLocals;
}

export type BranchStep = Step & { readonly kind: 'branch' };

/** A branch with what it asks. */
export interface Member {
  readonly test: ConditionTest & { readonly kind: 'source' };
  readonly step: BranchStep;
}

export function ids(steps: readonly Step[]): ReadonlySet<StepId> {
  return new Set(steps.map((step) => step.id));
}

/** Which side of a branch is that of a first delivery, when a yes means `positive`. */
export function branchOf(positive: 'recorded' | 'fresh') {
  return ({ test, step }: Member): GuardBranch => {
    if (test.via !== 'presence') return { step: step.id, fresh: 'unknown' };
    const yesIsFresh = positive === 'fresh';
    return { step: step.id, fresh: test.positive === yesIsFresh ? 'whenTrue' : 'whenFalse' };
  };
}
