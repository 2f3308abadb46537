import type { Trace } from '../facts/trace.ts';
import type { CrashBehindGuards } from '../facts/unit.ts';
import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { StepId } from '../summaries/unit-graph.ts';
import { explore } from './explore.ts';
import { isGivenBack } from './given-back.ts';
import type { Limits } from './judged-runs.ts';
import type { Machine } from './machine.ts';
import type { UnitModel } from './project.ts';
import { toldIn } from './told-steps.ts';

/** An effect of a unit, and what its runs are. */
export interface Explored {
  readonly unit: UnitModel;
  readonly machine: Machine | undefined;
  readonly keys: ReadonlySet<string>;
}

/**
 * What one crash does to an effect behind durable guards whose records never expire: then it is the order of record and
 * effect that repeats or loses it, and nothing else.
 */
export function crashBehindGuards(
  { unit, machine, keys }: Explored,
  guards: readonly UnitGuard[],
  limits: Limits,
): CrashBehindGuards | undefined {
  const asked = guards.filter(({ guard }) => guard.store === 'durable' && guard.form !== 'constraint');
  if (asked.length === 0 || machine === undefined) return undefined;
  const steady = { ...machine, guards: machine.guards.map((guard) => ({ ...guard, expires: false })) };
  const kinds = { crash: true, failure: false, revoked: false };
  const { anomalies } = explore(steady, { ...limits, faults: 1, kinds, redeliver: true }, limits.transitions);
  const repeated = repeatedBehind(anomalies.get('duplicate'), asked, unit, keys);
  const isMissed = !unit.graph.steps.some((step) => keys.has(step.key) && isGivenBack(step));
  const lost = isMissed ? lostBehind(anomalies.get('lost-write'), asked, unit, keys) : undefined;
  if (repeated === undefined && lost === undefined) return undefined;
  return { ...(repeated === undefined ? {} : { repeated }), ...(lost === undefined ? {} : { lost }) };
}

/** The guards whose record comes after the effect, or is taken back with what it was pending in. */
function repeatedBehind(
  trace: Trace | undefined,
  guards: readonly UnitGuard[],
  unit: UnitModel,
  keys: ReadonlySet<string>,
): CrashBehindGuards['repeated'] {
  if (trace === undefined) return undefined;
  const isRecorded = toldIn(unit, trace.slice(0, faultIn(trace)), 'guard');
  const targets = unit.graph.steps.filter(({ key }) => keys.has(key));
  const follows = (record: StepId): boolean =>
    targets.some(({ id }) => unit.conditions.reach.reachesNormally(id, record));
  const unkept = guards.filter(({ records }) => isRecorded(records) || [...records].some(follows));
  return unkept.length === 0 ? undefined : { trace, guards: unkept.map(({ guard }) => guard.id) };
}

/**
 * The guard whose record survived the crash, and which was asked last when the message came again: then the effect did
 * not run, so it is that guard which kept it from running.
 */
function lostBehind(
  trace: Trace | undefined,
  guards: readonly UnitGuard[],
  unit: UnitModel,
  keys: ReadonlySet<string>,
): CrashBehindGuards['lost'] {
  const replay = trace?.findLastIndex(({ kind }) => kind === 'replay') ?? -1;
  if (trace === undefined || replay < 0) return undefined;
  const isRecorded = toldIn(unit, trace.slice(0, replay), 'guard');
  const last = trace.slice(replay).findLast(({ kind }) => kind === 'guard');
  const isLast = toldIn(unit, last === undefined ? [] : [last], 'guard');
  const targets = unit.graph.steps.filter(({ key }) => keys.has(key));
  // What only a failure leads to behind the record is not done without one either.
  const isAhead = (record: StepId): boolean =>
    targets.some(({ id }) => unit.conditions.reach.reachesNormally(record, id));
  const skipping = guards.find(
    ({ asks, records }) => isLast(asks) && isRecorded(records) && [...records].some(isAhead),
  );
  return skipping === undefined ? undefined : { trace, guards: [skipping.guard.id] };
}

function faultIn(trace: Trace): number {
  const at = trace.findIndex(({ kind }) => kind === 'fault');
  return at < 0 ? trace.length : at;
}
