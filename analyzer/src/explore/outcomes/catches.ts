import type { Knowledge } from '../../recognize/knowledge.ts';
import type { Step, StepId } from '../../summaries/unit-graph.ts';
import { answerOf, type CatchAnswer } from './catch-answer.ts';
import { trailOf, type CatchTrail } from './catch-trail.ts';
import { recognisedBy, type Catcher } from './caught-error.ts';

type BranchStep = Step & { readonly kind: 'branch' };
type CatchStep = Step & { readonly kind: 'catch' };
type Recognised = ReturnType<typeof recognisedBy>;

/** What is known of a unit's catches. It is the same whatever failed, and found out once for all effects of the unit. */
export class Catches {
  readonly #knowledge: Knowledge;
  readonly #recognised = new Map<Catcher, Map<StepId, Recognised>>();
  readonly #trails = new Map<StepId, CatchTrail>();
  readonly #answers = new Map<StepId, CatchAnswer | undefined>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Which answer of a branch means that the error is of a class that the code knows. */
  recognisedAt({ id, condition, env }: BranchStep, catcher: Catcher): Recognised {
    const known = this.#recognised.get(catcher) ?? new Map<StepId, Recognised>();
    this.#recognised.set(catcher, known);
    if (!known.has(id)) known.set(id, recognisedBy(this.#knowledge, catcher, condition, env));
    return known.get(id);
  }

  /** What a catch leaves behind. */
  trailOf(step: CatchStep, catcher: Catcher): CatchTrail {
    const trail = this.#trails.get(step.id) ?? trailOf(this.#knowledge, step, catcher);
    this.#trails.set(step.id, trail);
    return trail;
  }

  /** What a catch makes its function return. */
  answerOf(step: CatchStep, catcher: Catcher): CatchAnswer | undefined {
    if (!this.#answers.has(step.id)) this.#answers.set(step.id, answerOf(this.#knowledge, step, catcher));
    return this.#answers.get(step.id);
  }
}
