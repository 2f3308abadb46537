import ts from '../../typescript.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { contains } from '../../recognize/contains.ts';
import { isWithin, isWithinCode, isWithinRecursion } from '../../recognize/spot.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import { AfterAnswer } from './after-answer.ts';
import { AfterSuccess } from './after-success.ts';
import type { Aftermath, Verdict } from './aftermath.ts';
import { isBehindQuestion } from './behind-question.ts';
import { callsBeside } from './calls-beside.ts';
import type { CatchTrail } from './catch-trail.ts';
import type { Catches } from './catches.ts';
import type { Catcher } from './caught-error.ts';
import { isSettledBy } from './in-transaction.ts';
import { isInFinallyAround, isLeavingFinally } from './leaving-finally.ts';
import { mayBeCaughtNext } from './next-catch.ts';
import { routesMessage } from './routes-message.ts';
import { momentKey, type Moment, type Side, type Walk } from './walk.ts';

export interface Delivered {
  readonly isBatch: boolean;
  readonly autoResolve: boolean;
}

/** An effect, and a moment in which it fails. */
export interface Failing {
  readonly effect: Step;
  readonly moment: Moment;
}

const GOOD: Verdict = { kind: 'end', swallowed: false };
const BAD: Verdict = { kind: 'end', swallowed: true };

/** What becomes of one failed effect, step by step, when nothing else fails but the effect itself again. */
export class AfterFailure {
  readonly #knowledge: Knowledge;
  readonly #walk: Walk;
  readonly #delivered: Delivered;
  readonly #effect: Step;
  readonly #catches: Catches;
  readonly #answer: AfterAnswer;
  readonly #success: AfterSuccess;

  constructor(knowledge: Knowledge, walk: Walk, delivered: Delivered, { effect, moment }: Failing, catches: Catches) {
    this.#knowledge = knowledge;
    this.#walk = walk;
    this.#delivered = delivered;
    this.#effect = effect;
    this.#catches = catches;
    this.#answer = new AfterAnswer(walk, catches);
    this.#success = new AfterSuccess(walk, moment, effect);
  }

  verdictOf(from: Aftermath): Verdict {
    const step = this.#walk.stepAt(from);
    if (step === undefined) return GOOD;
    const at = this.#isTriedAgain(step, from) ? { ...from, caught: -1 } : from;
    switch (step.kind) {
      case 'exit':
        return this.#isSwallowedAt(at) ? BAD : GOOD;
      case 'failure':
      case 'settled':
        return GOOD;
      case 'catch':
        return this.#isAnother(step, at) ? GOOD : this.#on({ ...at, caught: step.id });
      case 'pass':
        return this.#on(isLeavingFinally(step, at, this.#catcherAt(at)) ? { ...at, caught: step.id } : at);
      case 'control':
        return this.#control(step, at);
      case 'write':
      case 'produce':
      case 'opaque':
        return this.#acted(step, at);
      case 'each':
        return this.#looped(step, at);
      case 'branch':
        return this.#branched(step, at);
      default:
        return this.#on(at);
    }
  }

  /** What a catch leads back to is tried from its first line: when it ends without an error, the failure is made good. */
  #isTriedAgain(step: Step, { caught }: Aftermath): boolean {
    const catcher = this.#walk.graph.steps[caught];
    const clause = catcher?.node;
    if (catcher === undefined || clause === undefined || !ts.isCatchClause(clause)) return false;
    const tried = { node: clause.parent.tryBlock, env: catcher.env };
    return isWithin(step, tried) || isWithinRecursion(step, tried);
  }

  /** Behind the catch of this failure the code may throw for reasons of its own, as for a field that is missing. */
  #isAnother(step: Step, { caught }: Aftermath): boolean {
    const before = this.#walk.graph.steps[caught];
    return before !== undefined && before.id !== step.id && !mayBeCaughtNext(before, step);
  }

  #on(at: Aftermath): Verdict {
    return any(at, this.#walk.onwards(at));
  }

  /** Without a catch the failure went nowhere: nobody waits for the effect. */
  #isSwallowedAt({ caught, passed, moved }: Aftermath): boolean {
    const { isBatch, autoResolve } = this.#delivered;
    if (caught < 0) return false;
    if (!isBatch) return true;
    // Leaving the loop early drops the rest of the batch as well, which is a mistake of its own.
    return autoResolve ? passed || !this.#isInBatchLoop() : moved;
  }

  #control(step: Step & { readonly kind: 'control' }, at: Aftermath): Verdict {
    switch (step.verb) {
      case 'seek':
        return GOOD;
      case 'abort':
        return this.#on({ ...at, aborted: true });
      case 'commit':
        // What is left out of a transaction that is committed all the same is another mistake.
        if (step.key === this.#effect.key || (!at.aborted && isSettledBy(this.#effect))) return this.#again(step, at);
        return this.#on(at);
      case 'begin':
      case 'send-offsets':
        return step.key === this.#effect.key ? this.#again(step, at) : this.#on({ ...at, moved: true });
      case 'commit-offsets':
      case 'resolve-offset':
        return this.#movedBy(step, at);
      case 'commit-offsets-if-necessary':
        return step.hasArgument ? this.#movedBy(step, at) : this.#on(at);
      default:
        return this.#on(at);
    }
  }

  /** A commit in a `finally` moves the position although the failure is still on its way out. */
  #movedBy(step: Step, at: Aftermath): Verdict {
    if (at.caught < 0 && isInFinallyAround(step.node, this.#effect)) return BAD;
    return this.#on({ ...at, moved: true });
  }

  /** Tried again, it may succeed, or fail as before. */
  #again(step: Step, at: Aftermath): Verdict {
    const thrown = step.key === this.#effect.key ? this.#walk.thrown(at) : undefined;
    return thrown === undefined ? GOOD : { kind: 'any', next: [{ ...at, ...thrown }] };
  }

  #acted(step: Step, at: Aftermath): Verdict {
    if (step.key === this.#effect.key) return this.#again(step, at);
    const catcher = this.#catcherAt(at);
    if (catcher === undefined) return this.#on(at);
    if (this.#answer.isDealtWith(step, at, catcher)) return GOOD;
    if (!routesMessage(this.#knowledge, step)) return this.#on(at);
    const isRouted =
      isWithinCode(step, catcher) ||
      !this.#success.leadsTo(step) ||
      this.#answer.isInstead(step, at) ||
      (step.kind !== 'opaque' && this.#isToldOf(step, at, catcher));
    return isRouted ? GOOD : this.#on(at);
  }

  #looped(step: Step & { readonly kind: 'each' }, at: Aftermath): Verdict {
    const isNext = step.batch && at.caught >= 0 && isWithinCode(this.#effect, step.node);
    const catcher = isNext ? undefined : this.#catcherAt(at);
    const first = catcher === undefined ? undefined : this.#answer.firstTurn(step, at, catcher);
    if (first !== undefined) return { kind: 'any', next: [first] };
    if (!isNext) return this.#on(at);
    return any(this.#past(step.node, at), [this.#walk.moment(step.next, at.slots)]);
  }

  #past(loop: ts.Node, at: Aftermath): Aftermath {
    return { ...at, passed: true, moved: at.moved || this.#movesIn(loop) };
  }

  /** The messages behind this one move the position past it. */
  #movesIn(loop: ts.Node): boolean {
    return this.#walk.graph.steps.some(
      (step) => step.kind === 'control' && MOVES.has(step.verb) && isWithinCode(step, loop),
    );
  }

  #isInBatchLoop(): boolean {
    return this.#walk.graph.steps.some(
      (step) =>
        ((step.kind === 'each' && step.batch) || (step.kind === 'branch' && step.loop === 'batch')) &&
        isWithinCode(this.#effect, step.kind === 'each' ? step.node : step.node.parent),
    );
  }

  #branched(step: Step & { readonly kind: 'branch' }, at: Aftermath): Verdict {
    const sides = this.#repeated(step, this.#walk.sides(step, at.slots));
    const catcher = this.#catcherAt(at);
    if (step.loop === 'batch' && catcher !== undefined && isWithinCode(this.#effect, step.node.parent)) {
      const past = this.#past(step.node.parent, at);
      return any(
        past,
        sides.filter(({ yes }) => !yes).map(({ to }) => to),
      );
    }
    if (catcher === undefined)
      return any(
        at,
        sides.map(({ to }) => to),
      );
    if (sides.length < 2) return { kind: 'any', next: this.#answer.ways(step, at, catcher, sides) };
    if (isWithinCode(step, catcher)) return any(at, this.#undecided(step, at, catcher, sides));
    const kind = this.#isTold(step.condition, at, catcher) ? 'all' : 'any';
    return { kind, next: this.#answer.ways(step, at, catcher, sides) };
  }

  /** Tried again, the same message leads to the effect again; only the condition of a loop may change its mind. */
  #repeated(step: Step & { readonly kind: 'branch' }, sides: readonly Side[]): readonly Side[] {
    if (ts.isIterationStatement(step.condition.parent, false)) return sides;
    const towards = this.#walk.towards(sides, this.#effect.key);
    return towards.length === 1 ? towards : sides;
  }

  /** An error of a class that the code knows may be dropped on purpose, if every other one is thrown on. */
  #undecided(
    step: Step & { readonly kind: 'branch' },
    at: Aftermath,
    catcher: Catcher,
    sides: readonly Side[],
  ): readonly Moment[] {
    const test = this.#walk.testOf(step);
    if (test?.kind === 'violation') return sides.filter(({ yes }) => yes !== test.positive).map(({ to }) => to);
    const known = this.#catches.recognisedAt(step, catcher);
    if (known === undefined) return sides.map(({ to }) => to);
    const isDropped = ({ yes }: Side): boolean =>
      (known === 'either' || yes === known) &&
      sides.every((other) => other.yes === yes || this.#alwaysThrows({ ...at, ...other.to }, catcher));
    return sides.filter((side) => !isDropped(side)).map(({ to }) => to);
  }

  #alwaysThrows(from: Moment, catcher: Catcher): boolean {
    const seen = new Set<string>();
    const pending = [from];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const step = this.#walk.stepAt(at);
      const key = momentKey(at);
      if (step === undefined || hasThrown(step) || seen.has(key)) continue;
      if (step.kind === 'exit' || (step.kind === 'each' && step.batch)) return false;
      seen.add(key);
      pending.push(...this.#unrecognised(step, at, catcher));
    }
    return true;
  }

  /** The ways of an error of no class that the code knows. */
  #unrecognised(step: Step, at: Moment, catcher: Catcher): readonly Moment[] {
    if (step.kind !== 'branch' || !isWithinCode(step, catcher)) return this.#walk.onwards(at);
    const known = this.#catches.recognisedAt(step, catcher);
    const others = this.#walk.sides(step, at.slots).filter(({ yes }) => yes !== known);
    return others.map(({ to }) => to);
  }

  #isTold(code: ts.Node, at: Aftermath, catcher: Catcher): boolean {
    return this.#trailAt(at, catcher)?.isAskedIn(code) === true;
  }

  /** The step itself, or who calls what it stands in. */
  #isToldOf(step: Step, at: Aftermath, catcher: Catcher): boolean {
    const trail = this.#trailAt(at, catcher);
    if (trail === undefined) return false;
    const callers = callsBeside(step, this.#walk.graph.steps[at.caught]);
    if (trail.isAskedIn(step.node) || callers.some((call) => trail.isHandedOnBy(call))) return true;
    const isAsked = (condition: ts.Node): boolean => !contains(condition.parent, catcher) && trail.isAskedIn(condition);
    if ([step.node, ...callers].some((code) => isBehindQuestion(code, isAsked))) return true;
    return this.#answer.isTold(step, at, catcher);
  }

  #trailAt({ caught }: Aftermath, catcher: Catcher): CatchTrail | undefined {
    const step = this.#walk.graph.steps[caught];
    return step?.kind === 'catch' ? this.#catches.trailOf(step, catcher) : undefined;
  }

  #catcherAt({ caught }: Aftermath): Catcher | undefined {
    const node = this.#walk.graph.steps[caught]?.node;
    if (node === undefined) return undefined;
    return ts.isCatchClause(node) || ts.isMethodDeclaration(node) || ts.isExpression(node) ? node : undefined;
  }
}

const MOVES: ReadonlySet<string> = new Set(['commit-offsets', 'resolve-offset', 'commit-offsets-if-necessary']);

function any(at: Aftermath, next: readonly Moment[]): Verdict {
  return { kind: 'any', next: next.map((moment) => ({ ...at, ...moment })) };
}

function hasThrown({ kind }: Step): boolean {
  return kind === 'failure' || kind === 'catch';
}
