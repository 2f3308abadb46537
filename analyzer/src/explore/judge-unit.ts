import type { Effect } from '../facts/effect.ts';
import type { Anomaly, Guarantee, Verdict } from '../facts/guarantee.ts';
import type { Guard } from '../facts/guard.ts';
import { comparePlaces, type Place } from '../facts/place.ts';
import type { Trace } from '../facts/trace.ts';
import type { JudgedEffect } from '../facts/unit.ts';
import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step } from '../summaries/unit-graph.ts';
import { crashBehindGuards, type Explored } from './behind-guards.ts';
import { effectOf, isEffectStep } from './effect-step.ts';
import { explore } from './explore.ts';
import { judgedRuns, type Limits } from './judged-runs.ts';
import { decides } from './guards-for.ts';
import type { Machine } from './machine.ts';
import { project, type UnitModel } from './project.ts';
import { toldIn } from './told-steps.ts';

/** What describing an effect takes from the source. */
export interface Describe {
  readonly effect: (step: Step) => Effect | undefined;
  readonly calls: (step: Step) => readonly Place[];
}

export interface JudgedUnit {
  readonly effects: readonly JudgedEffect[];
  /** False when some effect reached a bound. */
  readonly complete: boolean;
}

/** The verdict on every effect of a unit; the copies of one call site are one effect, shown at its worst. */
export function judgeEffects(
  unit: UnitModel,
  inside: ReadonlySet<string>,
  describe: Describe,
  limits: Limits,
): JudgedUnit {
  const byPlace = new Map<string, JudgedEffect>();
  let left = MOST_FULL * limits.states;
  let complete = true;
  for (const keys of applicationsIn(unit)) {
    const step = unit.graph.steps.find((s) => keys.has(s.key));
    const effect = step === undefined ? undefined : describe.effect(step);
    if (step === undefined || effect === undefined) continue;
    const own = { ...limits, states: Math.ceil(Math.max(Math.min(left, limits.states), LEAST * limits.states)) };
    const machine = unit.graph.truncated ? undefined : project(unit, keys);
    const { verdict, bounded, states } = verdictOn(unit, machine, keys, own);
    left -= states;
    complete &&= !bounded;
    const deciding = unit.conditions.guards.filter((guard) => decides(guard, keys));
    const guards = deciding.map(({ guard }) => guard);
    const judged: JudgedEffect = {
      ...(own.verdictsOnly === true ? {} : causesOf({ unit, machine, keys }, verdict, deciding, own)),
      effect,
      verdict,
      insideTransaction: [...keys].some((key) => inside.has(key)),
      guards,
      calls: describe.calls(step),
    };
    const known = byPlace.get(effect.id);
    byPlace.set(effect.id, known === undefined ? judged : worst(known, judged));
  }
  const effects = [...byPlace.values()].sort((a, b) => comparePlaces(a.effect.place, b.effect.place));
  return { effects, complete };
}

/** What rules ask of an effect that goes wrong. */
function causesOf(
  effect: Explored,
  { anomalies }: Verdict,
  guards: readonly UnitGuard[],
  limits: Limits,
): Pick<JudgedEffect, 'ownRepeat' | 'behindGuards'> {
  const isRepeated = anomalies.some(({ kind }) => kind === 'duplicate');
  const ownRepeat = isRepeated ? findOwnRepeat(effect, guards, limits) : undefined;
  const behindGuards = anomalies.length > 0 ? crashBehindGuards(effect, guards, limits) : undefined;
  return {
    ...(ownRepeat === undefined ? {} : { ownRepeat }),
    ...(behindGuards === undefined ? {} : { behindGuards }),
  };
}

/**
 * What a unit may cost in all, in effects that each go to the bound: a table of a hundred handlers has hundreds. When
 * that is spent, the others are explored as far as `LEAST` of the bound.
 */
const MOST_FULL = 8;
const LEAST = 1 / 40;

/** The keys of the effects, those of one application together. */
export function applicationsIn({ graph, applicationOf }: UnitModel): readonly ReadonlySet<string>[] {
  const found = new Map<string, Set<string>>();
  for (const step of graph.steps.filter(isEffectStep)) {
    const application = applicationOf(step);
    found.set(application, (found.get(application) ?? new Set()).add(step.key));
  }
  return [...found.values()];
}

function worst(a: JudgedEffect, b: JudgedEffect): JudgedEffect {
  const [first, second] = badness(a) >= badness(b) ? [a, b] : [b, a];
  const insideTransaction = first.insideTransaction || second.insideTransaction;
  const verdict = together(first.verdict, second.verdict);
  const behind = { ...second.behindGuards, ...first.behindGuards };
  const parted = Object.keys(behind).length === 0 ? {} : { behindGuards: behind };
  return { ...first, ...parted, verdict, effect: withTopicsOf(first.effect, second.effect), insideTransaction };
}

/** One send in a wrapper goes to the topics of all its callers. */
function withTopicsOf(effect: Effect, other: Effect): Effect {
  if (effect.kind !== 'produce' || other.kind !== 'produce') return effect;
  return { ...effect, topics: [...new Set([...effect.topics, ...other.topics])].sort() };
}

/** One call that repeats something here and loses something there does both. */
function together(worse: Verdict, better: Verdict): Verdict {
  const known = new Set(worse.anomalies.map(({ kind }) => kind));
  const anomalies = [...worse.anomalies, ...better.anomalies.filter(({ kind }) => !known.has(kind))];
  const kinds = new Set(anomalies.map(({ kind }) => kind));
  const isBoth = kinds.has('duplicate') && kinds.has('lost-write') && worse.guarantee !== 'none';
  return isBoth ? { guarantee: 'none', reason: BOTH, anomalies } : { ...worse, anomalies };
}

const BOTH = 'some run repeats it, and some run loses it';

function badness({ verdict, guards }: JudgedEffect): number {
  return 2 * BADNESS[verdict.guarantee] + (guards.length === 0 ? 1 : 0);
}

const BADNESS: Readonly<Record<Guarantee, number>> = {
  unknown: 0,
  'exactly-once': 1,
  'effectively-once': 2,
  'at-most-once': 3,
  'at-least-once': 4,
  none: 5,
};

/**
 * The weakest of some guarantees; exactly-once where there is nothing to lose. What is not known may be as bad as anything:
 * beside it only what is known to be bad can be said.
 */
export function weakest(guarantees: readonly Guarantee[]): Guarantee {
  const worst = guarantees.reduce<Guarantee>((a, b) => (BADNESS[a] >= BADNESS[b] ? a : b), 'exactly-once');
  const isGood = worst === 'exactly-once' || worst === 'effectively-once';
  return isGood && guarantees.includes('unknown') ? 'unknown' : worst;
}

interface Judged {
  readonly verdict: Verdict;
  readonly bounded: boolean;
  /** So many were explored. */
  readonly states: number;
}

function verdictOn(unit: UnitModel, machine: Machine | undefined, keys: ReadonlySet<string>, limits: Limits): Judged {
  const step = unit.graph.steps.find((s) => keys.has(s.key));
  const effect = step === undefined ? undefined : effectOf(step);
  if (effect === undefined || effect.repeat === 'unknown')
    return unknown('what a second execution does is not known', false);
  if (unit.graph.truncated) return unknown('the unit is too large to enter completely', true);
  if (machine === undefined) return unknown('too many conditions bear on it', true);
  const { anomalies, complete, reached, states } = judgedRuns(machine, limits);
  if (!complete) return unknown('the exploration reached its bound', true, states);
  if (!reached) return unknown('only a failure leads to it', false, states);
  return { verdict: verdictOf(effect, anomalies, unit, keys), bounded: false, states };
}

/**
 * The run in which code repeats an effect by itself, without a redelivery: a retry loop, a retrying wrapper. A guard that
 * is asked each time stands before the repeat as it does before a redelivery.
 */
function findOwnRepeat({ unit, machine }: Explored, guards: readonly UnitGuard[], limits: Limits): Trace | undefined {
  if (machine === undefined || guards.length === 0) return undefined;
  const scope = { ...limits, faults: 1, kinds: { crash: false, failure: true, revoked: false }, redeliver: false };
  const trace = explore(machine, scope, limits.transitions).anomalies.get('duplicate');
  if (trace === undefined) return undefined;
  const first = trace.findIndex(({ kind }) => kind === 'effect');
  const isAskedAgain = toldIn(unit, trace.slice(first), 'guard');
  return guards.some(({ asks }) => isAskedAgain(asks)) ? undefined : trace;
}

function unknown(reason: string, bounded: boolean, states = 0): Judged {
  return { verdict: { guarantee: 'unknown', reason, anomalies: [] }, bounded, states };
}

function verdictOf(
  effect: { readonly kind: 'write' | 'produce'; readonly repeat: string; readonly into: string },
  found: ReadonlyMap<Anomaly, Trace>,
  unit: UnitModel,
  keys: ReadonlySet<string>,
): Verdict {
  const anomalies = [...found].map(([kind, trace]) => ({ kind, trace }));
  const duplicate = found.has('duplicate');
  const lost = found.has('lost-write');
  if (duplicate && lost) return { guarantee: 'none', reason: BOTH, anomalies };
  if (duplicate) return { guarantee: 'at-least-once', reason: 'some run applies it twice', anomalies };
  if (lost) return { guarantee: 'at-most-once', reason: 'some run never applies it', anomalies };
  if (effect.into === 'kafka') {
    return {
      guarantee: 'exactly-once',
      reason: 'it is visible when the transaction commits, and so is the offset',
      anomalies,
    };
  }
  const guards: readonly Guard[] = unit.conditions.guards.filter((g) => decides(g, keys)).map(({ guard }) => guard);
  const [guard] = guards;
  const reason =
    effect.repeat === 'keep'
      ? 'doing it again leaves the same end state'
      : guard === undefined
        ? 'no run repeats it'
        : `${guard.label} is recorded together with it`;
  return { guarantee: 'effectively-once', reason, anomalies };
}
