import ts from '../../typescript.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { isWithinCode } from '../../recognize/spot.ts';
import type { Step, StepId } from '../../summaries/unit-graph.ts';
import { callsBeside } from './calls-beside.ts';
import type { CatchTrail } from './catch-trail.ts';
import type { Catches } from './catches.ts';
import type { Catcher } from './caught-error.ts';
import { routesMessage } from './routes-message.ts';
import { momentKey, type Moment, type Side, type Walk } from './walk.ts';

/** A moment after an effect has failed. */
export interface Aftermath extends Moment {
  /** The catch, or the `finally` that returns, in which the failure is now; -1 while it is still on its way out. */
  readonly caught: StepId;
  readonly aborted: boolean;
  /** The loop over the batch has gone on to other messages. */
  readonly passed: boolean;
  /** Something has moved the position past the message. */
  readonly moved: boolean;
}

/** What a moment leads to: an end that is bad or not, any of some ways, or all of them. */
export type Verdict =
  | { readonly kind: 'end'; readonly swallowed: boolean }
  | { readonly kind: 'any' | 'all'; readonly next: readonly Aftermath[] };

export interface Delivered {
  readonly isBatch: boolean;
  readonly autoResolve: boolean;
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

  constructor(knowledge: Knowledge, walk: Walk, delivered: Delivered, effect: Step, catches: Catches) {
    this.#knowledge = knowledge;
    this.#walk = walk;
    this.#delivered = delivered;
    this.#effect = effect;
    this.#catches = catches;
  }

  verdictOf(at: Aftermath): Verdict {
    const step = this.#walk.stepAt(at);
    if (step === undefined) return GOOD;
    switch (step.kind) {
      case 'exit':
        return this.#isSwallowedAt(at) ? BAD : GOOD;
      case 'failure':
      case 'settled':
        return GOOD;
      case 'catch':
        return this.#on({ ...at, caught: step.id });
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
    if (catcher === undefined || !routesMessage(this.#knowledge, step)) return this.#on(at);
    const isRouted = isWithinCode(step, catcher) || (step.kind !== 'opaque' && this.#isToldOf(step, at, catcher));
    return isRouted ? GOOD : this.#on(at);
  }

  #looped(step: Step & { readonly kind: 'each' }, at: Aftermath): Verdict {
    const isNext = step.batch && at.caught >= 0 && isWithinCode(this.#effect, step.node);
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
    if (sides.length < 2 || catcher === undefined)
      return any(
        at,
        sides.map(({ to }) => to),
      );
    if (isWithinCode(step, catcher)) return any(at, this.#undecided(step, at, catcher, sides));
    const kind = this.#isTold(step.condition, at, catcher) ? 'all' : 'any';
    return { kind, next: sides.map(({ to }) => ({ ...at, ...to })) };
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
    return trail.isAskedIn(step.node) || callers.some((call) => trail.isHandedOnBy(call));
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

/** What a commit settles; one that has failed is tried again by another call. */
function isSettledBy(step: Step): boolean {
  return isInTransaction(step) || (step.kind === 'control' && step.verb === 'commit');
}

function isInTransaction(step: Step): boolean {
  if (step.kind === 'produce') return step.produce.transactional || step.produce.whenOpen;
  return step.kind === 'control' && step.verb === 'send-offsets';
}

function hasThrown({ kind }: Step): boolean {
  return kind === 'failure' || kind === 'catch';
}

/** A `finally` with a `return` ends what nobody has caught, or what the catch beside it throws on. */
function isLeavingFinally({ node }: Step, { caught }: Aftermath, catcher: Catcher | undefined): boolean {
  if (!ts.isBlock(node) || !ts.isTryStatement(node.parent) || node.parent.finallyBlock !== node) return false;
  if (caught < 0) return true;
  return catcher !== undefined && catcher.parent === node.parent && /\bthrow\b/.test(catcher.getText());
}

function isInFinallyAround(node: ts.Node, effect: Step): boolean {
  let at: ts.Node = node;
  while (!ts.isSourceFile(at)) {
    const { parent } = at;
    if (ts.isTryStatement(parent) && parent.finallyBlock === at && isWithinCode(effect, parent.tryBlock)) return true;
    at = parent;
  }
  return false;
}
