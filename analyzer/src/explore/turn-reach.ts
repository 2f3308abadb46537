import type { Ways } from '../summaries/steps-from.ts';
import { stepsTo } from '../summaries/steps-to.ts';
import { successorsOf, type Step, type StepId } from '../summaries/unit-graph.ts';
import { headsAround } from './loops.ts';
import type { UnitModel } from './project.ts';

/** What is ahead in the same turn of the loops around a step: beyond their heads begins another one. */
export class TurnReach {
  readonly #unit: Pick<UnitModel, 'graph' | 'loops'>;
  readonly #holds: (step: Step) => boolean;
  readonly #ways: Ways;
  /** By the heads: a unit has more branches than loops, and one search serves all branches of a loop. */
  readonly #leading = new Map<string, ReadonlySet<StepId>>();

  constructor(unit: Pick<UnitModel, 'graph' | 'loops'>, holds: (step: Step) => boolean, ways: Ways = successorsOf) {
    this.#unit = unit;
    this.#holds = holds;
    this.#ways = ways;
  }

  /** Whether `from` leads to such a step in the turn that `around` belongs to. */
  comes(from: StepId, around: StepId): boolean {
    const until = headsAround(this.#unit.loops, around);
    const key = [...until].join();
    const leading =
      this.#leading.get(key) ?? stepsTo(this.#unit.graph, { holds: this.#holds, until, ways: this.#ways });
    this.#leading.set(key, leading);
    return leading.has(from);
  }
}
