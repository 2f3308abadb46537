import type { CrashOutcome, CrashPoint, CrashTable, EndState, Extent } from '../facts/crash-table.ts';
import type { Place } from '../facts/place.ts';
import type { JudgedEffect } from '../facts/unit.ts';
import { aftermathOf, faultFreeRuns, type Aftermath, type FaultFreeRuns } from './crash-runs.ts';
import { pointsOf } from './crash-points.ts';
import { effectOf } from './effect-step.ts';
import { applicationsIn, type Describe } from './judge-unit.ts';
import type { Limits } from './judged-runs.ts';
import type { Machine } from './machine.ts';
import { project, type UnitModel } from './project.ts';
import { keyOf } from './state-key.ts';
import type { State } from './state.ts';
import { labelOf } from './step-label.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';

/** What the runs say about one crash and one copy of an effect: a crash in every state that the paths lead to. */
interface Crashes {
  readonly states: readonly State[];
  readonly aftermaths: readonly Aftermath[];
  /** False when the way to the crash reached a bound. */
  readonly complete: boolean;
}

interface Moment {
  readonly at: Pick<CrashPoint, 'moment' | 'place' | 'label' | 'calls'>;
  /** The states in which the process dies. */
  readonly states: (runs: FaultFreeRuns) => readonly State[];
}

/** One copy of an effect, with the machine it is judged by. */
interface Subject {
  readonly effect: string;
  readonly machine: Machine;
  readonly runs: FaultFreeRuns;
  readonly crashed: (state: State) => Aftermath;
}

/**
 * The outcome of every effect for a crash at each point of a unit. It takes the same machines and transitions as the
 * verdicts, and only the runs whose one fault is the crash at that point.
 */
export function crashTable(
  unit: UnitModel,
  effects: readonly JudgedEffect[],
  describe: Describe,
  limits: Limits,
  functions: readonly Place[],
): CrashTable {
  const judged = new Set(
    effects.flatMap(({ effect, verdict }) => (verdict.guarantee === 'unknown' ? [] : [effect.id])),
  );
  const subjects = subjectsOf(unit, judged, describe, limits);
  const known = new Set(subjects.map(({ effect }) => effect));
  const points = momentsOf(unit, describe).flatMap((moment): readonly CrashPoint[] => {
    const crashes = subjects.map((subject) => ({ subject, crashes: crashesIn(subject, moment) }));
    if (!crashes.some(({ crashes: { states } }) => states.length > 0)) return [];
    const all = crashes.map((each) => each.crashes);
    const outcomes = effects.map(({ effect: { id } }): CrashOutcome => {
      const own = crashes.filter(({ subject }) => subject.effect === id).map((each) => each.crashes);
      return known.has(id) ? outcomeOf(id, own) : { effect: id, ...NOT_JUDGED };
    });
    const redelivered = extentOf(all.flatMap(({ aftermaths }) => aftermaths.map((each) => each.redelivered)));
    return [{ ...moment.at, redelivered, forgotten: forgottenIn(crashes), outcomes }];
  });
  return { points, functions };
}

/** What the explorer has no verdict on, it has no outcome for. */
const NOT_JUDGED = { kept: 'never', dropped: 'never', performed: 'never', ends: ['unknown'] } as const;

function subjectsOf(
  unit: UnitModel,
  judged: ReadonlySet<string>,
  describe: Describe,
  limits: Limits,
): readonly Subject[] {
  if (unit.graph.truncated) return [];
  return applicationsIn(unit).flatMap((keys): readonly Subject[] => {
    const step = unit.graph.steps.find((each) => keys.has(each.key));
    const effect = step === undefined ? undefined : describe.effect(step)?.id;
    if (step === undefined || effect === undefined || !judged.has(effect)) return [];
    // A copy of a known effect may be unknown itself.
    if (effectOf(step)?.repeat === 'unknown') return [];
    // Steps that only lead on are kept: a crash may come after any of them.
    const projected = project(unit, keys, (moves) => moves);
    if (projected === undefined) return [];
    // Whether or not anything moves the position by hand, the next message is where its commit has happened.
    const machine: Machine = { ...projected, movesPosition: true };
    const runs = faultFreeRuns(machine, limits.states);
    return runs.reached ? [{ effect, machine, runs, crashed: remembering(machine, limits.states) }] : [];
  });
}

/** Most crashes leave the same little behind. */
function remembering(machine: Machine, limit: number): (state: State) => Aftermath {
  const known = new Map<string, Aftermath>();
  return (state) => {
    const key = keyOf(state);
    const aftermath = known.get(key) ?? aftermathOf(machine, state, limit);
    known.set(key, aftermath);
    return aftermath;
  };
}

function momentsOf(unit: UnitModel, describe: Describe): readonly Moment[] {
  const { graph, delivery } = unit;
  const { place } = delivery;
  const remembered = new Map(
    unit.conditions.guards.flatMap(({ guard, records, decides: decided }) =>
      guard.store === 'memory' && decided.size > 0 ? [...records].map((id) => [id, guard.label] as const) : [],
    ),
  );
  const points = pointsOf(graph, (id) => remembered.has(id));
  const after = points.map(({ step, ids }): Moment => ({
    at: {
      moment: 'after',
      place: unit.placeOf(step),
      label: pointLabel(step, remembered),
      calls: describe.calls(step),
    },
    states: ({ after: left }) => ids.flatMap((id) => left.get(id) ?? []),
  }));
  const label = delivery.kind === 'handler' ? 'the handler returns' : 'the function returns';
  const returned: Moment = {
    at: { moment: 'returned', place, label, calls: [] },
    states: ({ before }) => before.get(graph.exit) ?? [],
  };
  const committed: Moment = {
    at: { moment: 'committed', place, label: 'the offset is committed', calls: [] },
    states: ({ after: left }) => (left.get(graph.exit) ?? []).filter(({ position }) => position > 0),
  };
  const before: Moment = {
    at: { moment: 'before', place, label: 'the first step', calls: [] },
    states: ({ before: reached }) => (reached.get(graph.entry) ?? []).slice(0, 1),
  };
  return [before, ...after, returned, ...(delivery.kind === 'handler' && delivery.autoCommit ? [committed] : [])];
}

function pointLabel(step: Step, remembered: ReadonlyMap<StepId, string>): string {
  const guard = remembered.get(step.id);
  return guard === undefined ? labelOf(step) : `${guard} remembers the message`;
}

function crashesIn({ runs, crashed }: Subject, { states }: Moment): Crashes {
  const distinct = [...new Map(states(runs).map((state) => [keyOf(state), state])).values()];
  return { states: distinct, aftermaths: distinct.map(crashed), complete: runs.complete };
}

function outcomeOf(effect: string, copies: readonly Crashes[]): CrashOutcome {
  const ends = new Set(copies.flatMap(({ aftermaths }) => aftermaths.flatMap((each) => [...each.ends])));
  if (copies.some(({ complete, aftermaths }) => !complete || aftermaths.some((each) => !each.complete)))
    ends.add('unknown');
  // A path on which the message's own data led elsewhere says nothing about the effect.
  const states = copies.flatMap((each) => each.states.filter(({ away }) => !away));
  const performing = copies.flatMap(({ aftermaths }) => aftermaths.flatMap((each) => [...each.performing]));
  return {
    effect,
    kept: extentOf(states.map(({ applied }) => applied > 0)),
    dropped: extentOf(states.map(({ pendingDb, pendingKafka }) => pendingDb + pendingKafka > 0)),
    performed: extentOf(performing),
    ends: WORST_FIRST.filter((end) => ends.has(end)),
  };
}

const WORST_FIRST: readonly EndState[] = ['duplicate', 'lost-write', 'aborted-read', 'unknown', 'once', 'left-out'];

function extentOf(holds: readonly boolean[]): Extent {
  if (!holds.includes(true)) return 'never';
  return holds.includes(false) ? 'sometimes' : 'always';
}

function forgottenIn(crashes: readonly { readonly subject: Subject; readonly crashes: Crashes }[]): readonly string[] {
  const labels = crashes.flatMap(({ subject: { machine }, crashes: { states } }) =>
    machine.guards.flatMap(({ label, durable }, i) =>
      !durable && states.some(({ memory }) => (memory & (1 << i)) !== 0) ? [label] : [],
    ),
  );
  return [...new Set(labels)].sort();
}
