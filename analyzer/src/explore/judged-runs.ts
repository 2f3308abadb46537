import type { Anomaly } from '../facts/guarantee.ts';
import type { Trace } from '../facts/trace.ts';
import { explore, Exploring, type Exploration } from './explore.ts';
import type { FaultKinds } from './faults.ts';
import type { Machine, Move } from './machine.ts';
import type { Run, Transitions } from './transition.ts';

export interface Limits {
  /** Faults in one run. */
  readonly faults: 1 | 2;
  /** States per effect and kind of fault. */
  readonly states: number;
  readonly transitions: Transitions;
  /** What effects guarantee is all that is asked for. */
  readonly verdictsOnly?: boolean;
}

const crash: FaultKinds = { crash: true, failure: false, revoked: false };
const failure: FaultKinds = { crash: false, failure: true, revoked: false };
const revoked: FaultKinds = { crash: false, failure: false, revoked: true };
const everyKind: FaultKinds = { crash: true, failure: true, revoked: true };

/**
 * All runs of one effect, one kind of fault after the other: a crash is the story that everybody knows, so where it shows
 * an anomaly it is the one that is told.
 */
export function judgedRuns(machine: Machine, limits: Limits): Exploration {
  const run: Run = { machine, transitions: limits.transitions, redeliver: true };
  const exploring = new Exploring(run, { faults: 1, states: limits.states });
  exploring.allow(crash);
  exploring.allow(failure);
  // Where a new owner passes over what the old one left undone, it does so after a crash as well: only repeats are new.
  // Code that asks whether it is still the owner may leave undone what nothing else makes it leave.
  const asks = machine.moves.some(({ kind }) => kind === 'stale' || kind === 'heartbeat');
  if (asks || isKeptBack(machine) || !exploring.has('duplicate')) exploring.allow(revoked);
  const usual = exploring.result();
  return limits.faults === 1 || !usual.complete ? usual : withPairs(usual, run, limits);
}

/**
 * Rows that the old owner commits behind the back of the new one, which has been given their messages already, may stand
 * in its way for good; a process that starts after a crash is given what is behind the position only.
 */
function isKeptBack({ moves }: Machine): boolean {
  const isRefused = (move: Move): boolean =>
    move.kind === 'claim' ? move.taken !== undefined : move.kind === 'target' && move.claims?.throws === true;
  return moves.some(({ kind }) => kind === 'database') && moves.some(isRefused);
}

function withPairs(usual: Exploration, run: Run, limits: Limits): Exploration {
  const scope = { faults: 2, states: limits.states, kinds: everyKind, redeliver: run.redeliver };
  const { anomalies, complete, reached, states } = explore(run.machine, scope, limits.transitions);
  return {
    anomalies: complete ? new Map([...anomalies, ...usual.anomalies]) : new Map<Anomaly, Trace>(),
    complete,
    states: usual.states + states,
    reached: usual.reached || reached,
  };
}
