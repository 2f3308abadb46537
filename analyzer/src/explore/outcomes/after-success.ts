import { isWithinCode } from '../../recognize/spot.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import { momentKey, type Moment, type Walk } from './walk.ts';

/** What is done for the same message behind an effect that succeeds, when nothing else fails. */
export class AfterSuccess {
  readonly #walk: Walk;
  readonly #moment: Moment;
  readonly #effect: Step;
  #done: ReadonlySet<string> | undefined;

  constructor(walk: Walk, moment: Moment, effect: Step) {
    this.#walk = walk;
    this.#moment = moment;
    this.#effect = effect;
  }

  leadsTo({ key }: Step): boolean {
    this.#done ??= this.#keysBehind();
    return this.#done.has(key);
  }

  /** As far as a catch: what is thrown is a failure as well. */
  #keysBehind(): ReadonlySet<string> {
    const keys = new Set<string>();
    const seen = new Set<string>();
    const pending = [...this.#walk.onwards(this.#moment)];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const step = this.#walk.stepAt(at);
      const known = momentKey(at);
      if (step === undefined || step.kind === 'catch' || seen.has(known)) continue;
      seen.add(known);
      keys.add(step.key);
      pending.push(...this.#onwards(step, at));
    }
    return keys;
  }

  /** The next turn of a loop over the batch is another message. */
  #onwards(step: Step, at: Moment): readonly Moment[] {
    if (step.kind === 'each' && step.batch && isWithinCode(this.#effect, step.node)) {
      return [this.#walk.moment(step.next, at.slots)];
    }
    if (step.kind === 'branch' && step.loop === 'batch' && isWithinCode(this.#effect, step.node.parent)) {
      return this.#walk.sides(step, at.slots).flatMap(({ yes, to }) => (yes ? [] : [to]));
    }
    return this.#walk.onwards(at);
  }
}
