import type { Place } from '../facts/place.ts';
import type { Provenance } from '../recognize/provenance.ts';
import { isInside } from '../scopes/container.ts';
import type { BranchStep, UnitConditions, UnitGuard } from '../scopes/unit-guard.ts';
import type { LiveSlots } from '../scopes/live-slots.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { asksErrorAt } from './asks-error.ts';
import { assumingAsked } from './assume-asked.ts';
import { collapsed } from './collapse.ts';
import { effectOf } from './effect-step.ts';
import type { Focus } from './focus.ts';
import { decides, guardsFor } from './guards-for.ts';
import { lockedRows } from './locked-rows.ts';
import { withLeaves, type Loops } from './loops.ts';
import type { Delivery, Machine, Move } from './machine.ts';
import type { RememberedFailure } from './remembered-failures.ts';
import { MOST_GUARDS } from './state.ts';
import { translated } from './translate.ts';
import { withRemembered } from './with-remembered.ts';

/** What the projection needs to know of a unit. */
export interface UnitModel {
  readonly graph: UnitGraph;
  readonly conditions: UnitConditions;
  readonly delivery: Delivery;
  readonly loops: Loops;
  readonly placeOf: (step: Step) => Place;
  /** The same text for two steps that do one thing to one thing. */
  readonly applicationOf: (step: Step) => string;
  /** What a branch asks for. */
  readonly provenanceOf: (branch: BranchStep) => Provenance;
  /** The begins whose transactional id is the same in every process. */
  readonly fencing: ReadonlySet<StepId>;
  /** The begins whose producer is made anew for them. */
  readonly anew: ReadonlySet<StepId>;
  readonly remembered: readonly RememberedFailure[];
}

/** So many loops, which are bits of a number as well. */
const MAX_LOOPS = 15;

/**
 * The unit as far as one effect is concerned: its own steps, the guards that decide it, transactions and positions.
 * Every other effect may fail and nothing else, so that the state stays small and equal moments meet. `shape` may leave
 * steps out that only lead on.
 */
export function project(unit: UnitModel, keys: ReadonlySet<string>, shape = collapsed): Machine | undefined {
  const { graph, conditions, delivery, loops } = unit;
  const target = graph.steps.find((step) => keys.has(step.key));
  const effect = target === undefined ? undefined : effectOf(target);
  if (target === undefined || effect === undefined) return undefined;
  if (loops.all.some(({ bit }) => bit >= MAX_LOOPS)) return undefined;
  const guards = guardsFor(unit, keys, effect).slice(0, MOST_GUARDS);
  const steps = translated(unit, { ...focusOn(unit, keys, guards), effect });
  const { moves: kept, entry, slots } = withRemembered(unit, assumingAsked(unit, keys, guards, steps));
  const translation = withLeaves(loops, kept);
  const moves = shape(translation);
  return {
    entry,
    moves,
    slotMasks: translation.map((move, id) => slots | conditions.live.maskAt(stepOf(unit, move, id))),
    asksError: asksErrorAt(moves),
    delivery,
    target: {
      label: effect.label,
      place: unit.placeOf(target),
      produce: effect.kind === 'produce',
      keeps: moves.some((move) => move.kind === 'target' && move.repeat === 'keep'),
    },
    guards: guards.map((unitGuard) => ({
      label: unitGuard.guard.label,
      durable: unitGuard.guard.store === 'durable',
      expires: unitGuard.expires,
      decides: decides(unitGuard, keys),
    })),
    keepsConnection: graph.steps.some((step) => step.kind === 'control' && step.onConnection === true),
    movesPosition: graph.steps.some((step) => step.kind === 'control' && POSITIONS.has(step.verb)),
  };
}

/** What was added between two steps is asked what the later one is. */
function stepOf({ graph }: UnitModel, move: Move, id: StepId): StepId {
  return id >= graph.steps.length && (move.kind === 'leave' || move.kind === 'tell') ? move.next : id;
}

const POSITIONS: ReadonlySet<string> = new Set([
  'begin',
  'send-offsets',
  'commit-offsets',
  'commit-offsets-if-necessary',
  'resolve-offset',
]);

function focusOn(unit: UnitModel, keys: ReadonlySet<string>, guards: readonly UnitGuard[]): Omit<Focus, 'effect'> {
  const { graph, conditions, loops } = unit;
  const around = graph.steps.filter((step) => keys.has(step.key)).flatMap(({ id }) => loops.around[id] ?? []);
  const rows = lockedRows(graph, guards).slice(0, MOST_GUARDS - guards.length);
  return {
    keys,
    guards,
    rows: new Map(rows.map((key, row) => [key, guards.length + row])),
    holding: new Set(around.map(({ head }) => head)),
    guardSlots: slotsOfGuards(graph, guards, conditions.live),
  };
}

/** Answers of functions that a guard has a part in: they branch on what it says, or catch what a second record throws. */
function slotsOfGuards(graph: UnitGraph, guards: readonly UnitGuard[], live: LiveSlots): ReadonlySet<number> {
  const asked = guards.flatMap(({ guard, throws, asks, branches }) => {
    const steps = throws && guard.form === 'claim' ? [...asks] : branches.map(({ step }) => step);
    return steps.flatMap((step) => graph.steps[step]?.env ?? []);
  });
  return new Set(
    graph.steps.flatMap((step) => {
      if (step.kind !== 'result') return [];
      const { env } = step;
      const number = live.numberOf(step.slot);
      return number !== undefined && asked.some((inner) => isInside(inner, env)) ? [number] : [];
    }),
  );
}
