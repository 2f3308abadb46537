import ts from '../../typescript.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { isWithin } from '../../recognize/spot.ts';
import type { Step, StepId } from '../../summaries/unit-graph.ts';
import { routesMessage } from './routes-message.ts';
import { momentKey, type Moment, type Walk } from './walk.ts';

type CatchStep = Step & { readonly kind: 'catch' };

/** The moments that follow a catch when nothing else fails: all of them, and those before the message is sent on. */
interface Following {
  readonly all: ReadonlySet<string>;
  readonly unrouted: ReadonlySet<string>;
}

/**
 * What a catch does after it has sent the message on, such as a status in a table, is not what would lose the message: that
 * one is kept, whatever becomes of the rest.
 */
export class RoutedBefore {
  readonly #knowledge: Knowledge;
  readonly #walk: Walk;
  /** The moments at catches that send something. */
  readonly #catches: readonly (readonly [CatchStep, readonly Moment[]])[];
  readonly #following = new Map<StepId, Following>();

  constructor(knowledge: Knowledge, walk: Walk, moments: readonly Moment[]) {
    this.#knowledge = knowledge;
    this.#walk = walk;
    const sends = walk.graph.steps.filter(({ kind }) => kind === 'produce');
    const byStep = new Map<CatchStep, Moment[]>();
    for (const moment of moments) {
      const step = walk.stepAt(moment);
      if (step?.kind !== 'catch' || !ts.isCatchClause(step.node)) continue;
      const known = byStep.get(step);
      if (known !== undefined) known.push(moment);
      else if (sends.some((send) => isWithin(send, step))) byStep.set(step, [moment]);
    }
    this.#catches = [...byStep];
  }

  has(moment: Moment, effect: Step): boolean {
    const key = momentKey(moment);
    return this.#catches.some(([caught, starts]) => {
      if (!isWithin(effect, caught)) return false;
      const { all, unrouted } = this.#followingOf(caught, starts);
      return all.has(key) && !unrouted.has(key);
    });
  }

  #followingOf(caught: CatchStep, starts: readonly Moment[]): Following {
    const known = this.#following.get(caught.id);
    if (known !== undefined) return known;
    const isRoute = (step: Step): boolean =>
      step.kind === 'produce' && isWithin(step, caught) && routesMessage(this.#knowledge, step);
    const found = { all: this.#from(caught, starts), unrouted: this.#from(caught, starts, isRoute) };
    this.#following.set(caught.id, found);
    return found;
  }

  /** As far as the clause goes, and up to a step that is an end. */
  #from(caught: CatchStep, starts: readonly Moment[], isEnd?: (step: Step) => boolean): ReadonlySet<string> {
    const seen = new Set<string>();
    const pending = starts.flatMap((start) => this.#walk.onwards(start));
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const step = this.#walk.stepAt(at);
      const key = momentKey(at);
      if (step === undefined || seen.has(key) || !isWithin(step, caught)) continue;
      seen.add(key);
      if (isEnd?.(step) !== true) pending.push(...this.#walk.onwards(at));
    }
    return seen;
  }
}
