import ts from '../../typescript.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { Aftermath } from './aftermath.ts';
import { callsBeside } from './calls-beside.ts';
import type { CatchAnswer } from './catch-answer.ts';
import type { Catches } from './catches.ts';
import type { Catcher } from './caught-error.ts';
import type { Side, Walk } from './walk.ts';

/** What callers make of the answer that a catch gives instead of what failed. */
export class AfterAnswer {
  readonly #walk: Walk;
  readonly #catches: Catches;

  constructor(walk: Walk, catches: Catches) {
    this.#walk = walk;
    this.#catches = catches;
  }

  /** The sides of a branch that fit the answer, if it asks for that. */
  ways(
    step: Step & { readonly kind: 'branch' },
    at: Aftermath,
    catcher: Catcher,
    sides: readonly Side[],
  ): readonly Aftermath[] {
    const answer = this.#answerAt(at, catcher);
    const { condition, whenTrue, whenFalse } = step;
    const asked = ts.isCaseClause(condition.parent) ? condition.parent.parent.parent : condition;
    if (answer?.isReadIn(asked) !== true) return sides.map(({ to }) => ({ ...at, ...to }));
    const truth = asked === condition && sides.length > 1 ? answer.truthOf(condition) : undefined;
    return sides
      .filter(({ yes }) => truth === undefined || yes === truth)
      .map(({ yes, to }) => ({ ...at, ...to, instead: yes ? whenFalse : whenTrue }));
  }

  /** The first turn of a loop over what was handed back, which is not empty. */
  firstTurn(step: Step & { readonly kind: 'each' }, at: Aftermath, catcher: Catcher): Aftermath | undefined {
    const answer = this.#answerAt(at, catcher);
    if (answer?.isItem !== true || at.instead === step.id) return undefined;
    const isOver = answer.isReadIn(step.over) || this.#isHanded(answer, step, at);
    return isOver ? { ...at, ...this.#walk.moment(step.body, at.slots), instead: step.id } : undefined;
  }

  /** Done only because the catch answered as it did. */
  isInstead(step: Step, { instead }: Aftermath): boolean {
    const other = this.#walk.graph.steps[instead];
    return other !== undefined && !this.#walk.leads(other.kind === 'each' ? other.next : instead, step.key);
  }

  /** What is handed back as it came is dealt with here. */
  isDealtWith(step: Step, at: Aftermath, catcher: Catcher): boolean {
    const answer = this.#answerAt(at, catcher);
    if (answer?.isItem !== true || (step.kind !== 'write' && step.kind !== 'produce')) return false;
    return answer.isReadIn(step.node) || this.#isHanded(answer, step, at);
  }

  /** A function that the step stands in is given an answer that says something. */
  isTold(step: Step, at: Aftermath, catcher: Catcher): boolean {
    const answer = this.#answerAt(at, catcher);
    return answer?.isTelling === true && this.#isHanded(answer, step, at);
  }

  #isHanded({ isReadIn }: CatchAnswer, step: Step, { caught }: Aftermath): boolean {
    return callsBeside(step, this.#walk.graph.steps[caught]).some((call) => isReadIn(call));
  }

  #answerAt({ caught }: Aftermath, catcher: Catcher): CatchAnswer | undefined {
    const step = this.#walk.graph.steps[caught];
    return step?.kind === 'catch' ? this.#catches.answerOf(step, catcher) : undefined;
  }
}
