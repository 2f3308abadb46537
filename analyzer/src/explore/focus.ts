import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { StepId } from '../summaries/unit-graph.ts';
import type { EffectStep } from './effect-step.ts';

/** What one effect makes of a unit's steps. */
export interface Focus {
  /** The copies of the judged step: a wrapper may call it in several places. */
  readonly keys: ReadonlySet<string>;
  readonly effect: EffectStep;
  readonly guards: readonly UnitGuard[];
  /** The steps that keep a row from others, by key, and the number of that row. */
  readonly rows: ReadonlyMap<string, number>;
  /** The heads of the loops around the effect. */
  readonly holding: ReadonlySet<StepId>;
  /** Slots that are told inside a function in which a guard is asked. */
  readonly guardSlots: ReadonlySet<number>;
}
