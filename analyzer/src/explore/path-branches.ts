import { answered, knownAnswer } from '../scopes/live-slots.ts';
import { fixedName } from '../scopes/fixed-name.ts';
import type { UnitConditions } from '../scopes/unit-guard.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import { asksLocal } from '../summaries/local-variable.ts';
import { reachesFrom } from '../summaries/steps-from.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { lost, type NextMoment, type PathMoment } from './path-moment.ts';
import type { TransactionHandles } from './transaction-handles.ts';
import { contains } from '../recognize/contains.ts';

export interface PathsRequest {
  readonly graph: UnitGraph;
  readonly conditions: Pick<UnitConditions, 'tests' | 'live'>;
  readonly handles: TransactionHandles;
  /** The key of the begin that is followed. */
  readonly begin: string;
  /** A commit that fails leaves a handle behind that is of no use any more. */
  readonly unusableAfterFailure: boolean;
}

const MOST_DECIDED = 4;

type BranchStep = Step & { readonly kind: 'branch' };

/** Which ways lead on from a branch, with one transaction in mind. */
export class PathBranches {
  readonly #request: PathsRequest;
  readonly #asked: ReadonlySet<string>;

  constructor(request: PathsRequest) {
    this.#request = request;
    this.#asked = askedAgain(request.graph);
  }

  #truth(step: BranchStep, test: ConditionTest, moment: PathMoment): boolean | undefined {
    if (test.kind !== 'active') return knownAnswer(this.#request.conditions.live, moment.slots, test);
    const asked = this.#request.handles.askedBy(step.condition, step.env);
    const mine = asked.includes(this.#request.begin);
    if (!mine || moment.status === 'before' || moment.status === 'tried' || moment.status === 'gone') return undefined;
    return (moment.status === 'open') === test.positive;
  }

  ways(step: BranchStep, moment: PathMoment): readonly NextMoment[] {
    const { conditions } = this.#request;
    const test = conditions.tests.get(step.id) ?? { kind: 'opaque', local: false };
    const known = this.#truth(step, test, moment) ?? this.#decidedBefore(step, moment);
    const to = (yes: boolean): StepId => (yes ? step.whenTrue : step.whenFalse);
    if (known !== undefined) return [{ ...moment, at: to(known) }];
    const after = this.#answered(step, test, moment);
    return [true, false].map((yes) => {
      const slots = answered(conditions.live, after.slots, test, yes);
      return { ...after, at: to(yes), slots, decided: this.#deciding(step, yes, after) };
    });
  }

  /** The code looks at what failed, or at a variable that may tell of it: what it does then is a decision. */
  #answered(step: BranchStep, test: ConditionTest, moment: PathMoment): PathMoment {
    if (moment.failure === undefined) return this.#mayHangTogether(step, test, moment) ? lost(moment) : moment;
    const forgiven = { ...moment, failure: undefined, caught: undefined };
    if (asksLocal(test)) return forgiven;
    const clause = moment.caught === undefined ? undefined : this.#request.graph.steps[moment.caught];
    const isInside = clause !== undefined && contains(clause.node, step.node);
    return isInside && this.#decides(step, 'commit') ? forgiven : moment;
  }

  /** A variable of the code itself decides whether the transaction is settled; it may have decided on the begin, too. */
  #mayHangTogether(step: BranchStep, test: ConditionTest, { status }: PathMoment): boolean {
    if (status !== 'open' || (test.kind !== 'number' && !(test.kind === 'opaque' && test.local))) return false;
    return this.#decides(step, 'commit') || this.#decides(step, 'abort');
  }

  /** One side leads there, and the other does not. */
  #decides({ whenTrue, whenFalse }: BranchStep, verb: 'commit' | 'abort'): boolean {
    const leads = (from: StepId): boolean =>
      reachesFrom(
        this.#request.graph,
        { from, until: new Set() },
        (step) => step.kind === 'control' && step.verb === verb,
      );
    return leads(whenTrue) !== leads(whenFalse);
  }

  #nameOf(step: BranchStep): string | undefined {
    const name = step.test === 'truthy' ? fixedName(step.condition) : undefined;
    return name !== undefined && this.#asked.has(name) ? `${name}@${String(step.env?.id ?? '')}` : undefined;
  }

  #decidedBefore(step: BranchStep, moment: PathMoment): boolean | undefined {
    const name = this.#nameOf(step);
    if (name === undefined) return undefined;
    if (moment.decided.includes(`${name}=true`)) return true;
    return moment.decided.includes(`${name}=false`) ? false : undefined;
  }

  #deciding(step: BranchStep, yes: boolean, { decided }: PathMoment): readonly string[] {
    const name = this.#nameOf(step);
    return name === undefined || decided.length >= MOST_DECIDED ? decided : [...decided, `${name}=${String(yes)}`];
  }
}

/** Names that more than one branch asks for. */
function askedAgain({ steps }: UnitGraph): ReadonlySet<string> {
  const counts = new Map<string, Set<Step['node']>>();
  for (const step of steps) {
    const name = step.kind === 'branch' ? fixedName(step.condition) : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? new Set()).add(step.node));
  }
  return new Set([...counts].filter(([, nodes]) => nodes.size > 1).map(([name]) => name));
}
