import type { Step } from '../../summaries/unit-graph.ts';
import { momentKey, momentsOfSuccess, type Moment, type Walk } from './walk.ts';

/**
 * Failures are judged one at a time: an effect that is come to without any is not judged as well where another failure has
 * changed what the code remembers. One that stands in a catch is.
 */
export class OnlyFailure {
  readonly #moments = new Set<string>();
  readonly #keys = new Set<string>();

  constructor(walk: Walk) {
    for (const moment of momentsOfSuccess(walk) ?? []) {
      const step = walk.stepAt(moment);
      this.#moments.add(momentKey(moment));
      if (step !== undefined) this.#keys.add(step.key);
    }
  }

  mayBe(moment: Moment, { key }: Step): boolean {
    return !this.#keys.has(key) || this.#moments.has(momentKey(moment));
  }
}
