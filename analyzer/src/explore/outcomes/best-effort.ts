import type { UnitConditions } from '../../scopes/unit-guard.ts';
import { sameResource } from '../../scopes/record-match.ts';
import type { Step, UnitGraph } from '../../summaries/unit-graph.ts';
import { isGivenBack } from '../given-back.ts';

type WriteStep = Step & { readonly kind: 'write' };

/** Writes of a cache by which no work is lost: what can be read again elsewhere, how long it stays, and locks. */
export class BestEffort {
  readonly #records: ReadonlySet<number>;
  readonly #locks: readonly WriteStep[];

  constructor(graph: UnitGraph, { guards }: Pick<UnitConditions, 'guards'>) {
    this.#records = new Set(guards.flatMap(({ records }) => [...records]));
    this.#locks = graph.steps.filter(
      (step): step is WriteStep => step.kind === 'write' && isOfCache(step) && step.write.claims,
    );
  }

  /** A copy that nobody asks whether the message was handled; how long a thing stays; a lock that its holder renews. */
  isCopy(step: Step): boolean {
    if (step.kind !== 'write' || !isOfCache(step)) return false;
    const { copies, lasts, lease } = step.write;
    return lasts === true || lease === true || (copies === true && !this.#records.has(step.id));
  }

  /** A lock that was taken here is given back; it expires by itself. */
  isRelease(step: Step): boolean {
    if (step.kind !== 'write' || !isGivenBack(step)) return false;
    return this.#locks.some(({ write }) => sameResource(write.resource, step.write.resource));
  }
}

function isOfCache({ write }: WriteStep): boolean {
  return write.category === 'cache';
}
