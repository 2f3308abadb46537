import type { Anomaly } from '../facts/guarantee.ts';
import type { Trace } from '../facts/trace.ts';
import { explore, type Exploration } from './explore.ts';
import type { FaultKinds } from './faults.ts';
import type { Machine } from './machine.ts';
import type { Transitions } from './transition.ts';

export interface Limits {
  /** Faults in one run. */
  readonly faults: 1 | 2;
  /** States per effect and kind of fault. */
  readonly states: number;
  readonly transitions: Transitions;
}

const crash: FaultKinds = { crash: true, failure: false, revoked: false };
const failure: FaultKinds = { crash: false, failure: true, revoked: false };
const revoked: FaultKinds = { crash: false, failure: false, revoked: true };
const any: FaultKinds = { crash: true, failure: true, revoked: true };

/**
 * All runs of one effect, one kind of fault after the other: a crash is the story that everybody knows, so where it shows
 * an anomaly it is the one that is told.
 */
export function judgedRuns(machine: Machine, limits: Limits): Omit<Exploration, 'states'> {
  const run = (kinds: FaultKinds, faults: 1 | 2): Exploration =>
    explore(machine, { ...limits, faults, kinds, redeliver: true }, limits.transitions);
  const usual = [run(crash, 1), run(failure, 1)];
  // Where a new owner passes over what the old one left undone, it does so after a crash as well: only repeats are new.
  // Code that asks whether it is still the owner may leave undone what nothing else makes it leave.
  const asks = machine.moves.some(({ kind }) => kind === 'stale' || kind === 'heartbeat');
  const isKnown = !asks && usual.some(({ anomalies }) => anomalies.has('duplicate'));
  const zombies = isKnown ? [] : [run(revoked, 1)];
  const pairs = limits.faults === 2 ? [run(any, 2)] : [];
  const all = [...usual, ...zombies, ...pairs];
  const complete = all.every((exploration) => exploration.complete);
  return {
    anomalies: complete ? firstOfEach(all) : new Map<Anomaly, Trace>(),
    complete,
    reached: all.some(({ reached }) => reached),
  };
}

function firstOfEach(explorations: readonly Exploration[]): ReadonlyMap<Anomaly, Trace> {
  return new Map([...explorations].reverse().flatMap(({ anomalies }) => [...anomalies]));
}
