import { isWithin } from '../recognize/spot.ts';
import { told } from '../scopes/live-slots.ts';
import type { Step, StepId } from '../summaries/unit-graph.ts';
import { mayThrow } from './may-throw.ts';
import { PathBranches, type PathsRequest } from './path-branches.ts';
import {
  footsteps,
  isOver,
  lost,
  momentKey,
  onwards,
  type Footsteps,
  type NextMoment,
  type PathMoment,
  type PathVisit,
} from './path-moment.ts';

/** What some path does with one transaction; the path of each ends at the step that shows it. */
export interface TransactionPaths {
  readonly unsettled: Footsteps | undefined;
  readonly bypasses: ReadonlyMap<StepId, Footsteps>;
  /** By the catch that swallows: what failed, and the path up to the commit. */
  readonly failedSends: ReadonlyMap<StepId, { readonly send: StepId; readonly path: Footsteps }>;
  /** Aborts behind a commit that has failed. */
  readonly lateAborts: ReadonlyMap<StepId, { readonly commit: StepId; readonly path: Footsteps }>;
  readonly lateUses: ReadonlyMap<StepId, { readonly settled: StepId; readonly path: Footsteps }>;
  readonly complete: boolean;
}

const LIMIT = 40_000;

/** What asks or notes something in this process does not fail. */
const CERTAIN: ReadonlySet<string> = new Set(['is-active', 'is-stale', 'seek', 'resolve-offset']);

const ON_HANDLE: ReadonlySet<string> = new Set(['send-offsets', 'commit', 'abort']);

/** Follows every path of a unit, each step that may throw included, with one of its transactions in mind. */
export function transactionPaths(request: PathsRequest): TransactionPaths {
  return new Walk(request).run();
}

class Walk {
  readonly #request: PathsRequest;
  readonly #branches: PathBranches;
  #unsettled: Footsteps | undefined;
  readonly #bypasses = new Map<StepId, Footsteps>();
  readonly #failedSends = new Map<StepId, { send: StepId; path: Footsteps }>();
  readonly #lateAborts = new Map<StepId, { commit: StepId; path: Footsteps }>();
  readonly #lateUses = new Map<StepId, { settled: StepId; path: Footsteps }>();

  constructor(request: PathsRequest) {
    this.#request = request;
    this.#branches = new PathBranches(request);
  }

  run(): TransactionPaths {
    const { graph, conditions } = this.#request;
    const first: PathMoment = {
      at: graph.entry,
      status: 'before',
      settled: undefined,
      commitFailed: false,
      failure: undefined,
      caught: undefined,
      slots: 0n,
      decided: [],
    };
    const queue: PathVisit[] = [{ moment: first, parent: undefined, thrown: false }];
    const seen = new Set([momentKey(first)]);
    let complete = true;
    for (let i = 0; i < queue.length; i += 1) {
      const visit = queue[i];
      const step = visit === undefined ? undefined : graph.steps[visit.moment.at];
      if (visit === undefined || step === undefined) continue;
      for (const { thrown = false, ...next } of this.#after(step, visit)) {
        const moment = { ...next, slots: next.slots & conditions.live.maskAt(next.at) };
        const key = momentKey(moment);
        if (seen.has(key)) continue;
        if (seen.size >= LIMIT) {
          complete = false;
          continue;
        }
        seen.add(key);
        queue.push({ moment, parent: visit, thrown });
      }
    }
    return {
      unsettled: this.#unsettled,
      bypasses: this.#bypasses,
      failedSends: this.#failedSends,
      lateAborts: this.#lateAborts,
      lateUses: this.#lateUses,
      complete,
    };
  }

  #after(step: Step, visit: PathVisit): readonly NextMoment[] {
    const { moment } = visit;
    switch (step.kind) {
      case 'write':
      case 'read':
        return onwards(moment, step);
      case 'opaque':
        return mayThrow(step) ? onwards(moment, step) : [{ ...moment, at: step.next }];
      case 'produce':
        return this.#produced(step, visit);
      case 'control':
        return this.#controlled(step, visit);
      case 'catch':
        return [
          { ...moment, at: step.next, caught: moment.failure === undefined ? undefined : (moment.caught ?? step.id) },
        ];
      case 'result':
        return [
          { ...moment, at: step.next, slots: told(this.#request.conditions.live, moment.slots, step.slot, step.value) },
        ];
      case 'branch':
        return this.#branches.ways(step, moment);
      case 'choice':
        return step.next.map((at) => ({ ...moment, at }));
      case 'each':
        return [
          { ...moment, at: step.body },
          { ...moment, at: step.next },
        ];
      case 'detach':
        return [{ ...moment, at: step.now }, ...(step.maybe ? [{ ...moment, at: step.next }] : [])];
      case 'exit':
      case 'failure':
        if (moment.status === 'open') this.#unsettled ??= footsteps(visit);
        return [];
      case 'settled':
        return [];
      default:
        return [{ ...moment, at: step.next }];
    }
  }

  #isMine(step: Step): boolean {
    return this.#request.handles.of(step).includes(this.#request.begin);
  }

  #produced(step: Step & { readonly kind: 'produce' }, visit: PathVisit): readonly NextMoment[] {
    const { moment } = visit;
    const { handles } = this.#request;
    if (!step.produce.transactional) {
      if (moment.status === 'open' && !this.#isInCatch(step) && !this.#bypasses.has(step.id))
        this.#bypasses.set(step.id, footsteps(visit));
      return onwards(moment, step);
    }
    if (!this.#isMine(step)) return onwards(moment, step);
    // A producer that is its own transaction sends plainly once that is over.
    const isLate = isOver(moment) && (!step.produce.whenOpen || handles.isHandle(step));
    return isLate ? this.#usedLate(step, visit) : this.#sent(step, moment);
  }

  #sent(step: Step & { readonly kind: 'produce' | 'control' }, moment: PathMoment): readonly NextMoment[] {
    const isOpen = moment.status === 'open';
    // Sent again, or something else in its place: the failure has been answered.
    const answers = moment.failure !== undefined && this.#answers(step, moment);
    const after = answers ? { ...moment, failure: undefined, caught: undefined } : moment;
    const failure = isOpen ? (moment.failure ?? step.id) : undefined;
    return [
      { ...after, at: step.next },
      { ...moment, at: step.error, failure, thrown: true },
    ];
  }

  #answers(step: Step, { failure, caught }: PathMoment): boolean {
    const { steps } = this.#request.graph;
    const failed = failure === undefined ? undefined : steps[failure];
    const clause = caught === undefined ? undefined : steps[caught];
    return failed?.key === step.key || (clause !== undefined && isWithin(step, clause));
  }

  #usedLate(step: Step & { readonly kind: 'produce' | 'control' }, visit: PathVisit): readonly NextMoment[] {
    const { settled } = visit.moment;
    if (settled !== undefined && !this.#lateUses.has(step.id))
      this.#lateUses.set(step.id, { settled, path: footsteps(visit) });
    return onwards({ ...visit.moment, status: 'gone' }, step);
  }

  #controlled(step: Step & { readonly kind: 'control' }, visit: PathVisit): readonly NextMoment[] {
    const { moment } = visit;
    if (step.verb === 'begin') return this.#begun(step, visit);
    if (CERTAIN.has(step.verb)) return [{ ...moment, at: step.next }];
    if (step.verb === 'escape') return onwards(lost(moment), step);
    return ON_HANDLE.has(step.verb) && this.#isMine(step) ? this.#onHandle(step, visit) : onwards(moment, step);
  }

  #onHandle(step: Step & { readonly kind: 'control' }, visit: PathVisit): readonly NextMoment[] {
    const { moment } = visit;
    if (step.verb === 'abort') return this.#aborted(step, visit);
    if (isOver(moment)) return this.#usedLate(step, visit);
    if (step.verb === 'send-offsets') return this.#sent(step, moment);
    if (moment.status !== 'open' && moment.status !== 'tried') return onwards(moment, step);
    this.#noteSwallowed(visit);
    return this.#settled(step, moment, 'committed');
  }

  #aborted(step: Step & { readonly kind: 'control' }, visit: PathVisit): readonly NextMoment[] {
    const { moment } = visit;
    if (moment.commitFailed && moment.status === 'committed') return this.#abortedLate(step, visit);
    const isOut = moment.status === 'before' || moment.status === 'gone';
    return isOut ? onwards(moment, step) : this.#settled(step, moment, 'aborted');
  }

  #begun(step: Step & { readonly kind: 'control' }, visit: PathVisit): readonly NextMoment[] {
    const { moment } = visit;
    if (step.key !== this.#request.begin) {
      // A variable that holds one handle after another holds the next one from here on.
      const hides = this.#request.handles.shareVariable(step.key, this.#request.begin);
      return [
        { ...(hides ? lost(moment) : moment), at: step.next },
        { ...moment, at: step.error, thrown: true },
      ];
    }
    if (moment.status === 'open') this.#unsettled ??= footsteps(visit);
    const fresh = { settled: undefined, commitFailed: false, failure: undefined, caught: undefined };
    return [
      { ...moment, ...fresh, at: step.next, status: 'open' },
      { ...moment, at: step.error, thrown: true },
    ];
  }

  #settled(
    step: Step & { readonly kind: 'control' },
    moment: PathMoment,
    status: 'committed' | 'aborted',
  ): readonly NextMoment[] {
    const over = { ...moment, settled: step.id, failure: undefined, caught: undefined };
    const failed = this.#request.unusableAfterFailure ? status : 'tried';
    return [
      { ...over, at: step.next, status },
      { ...over, at: step.error, status: failed, commitFailed: status === 'committed', thrown: true },
    ];
  }

  #noteSwallowed(visit: PathVisit): void {
    const { caught, failure } = visit.moment;
    if (caught === undefined || failure === undefined || this.#failedSends.has(caught)) return;
    this.#failedSends.set(caught, { send: failure, path: footsteps(visit) });
  }

  #abortedLate(step: Step & { readonly kind: 'control' }, visit: PathVisit): readonly NextMoment[] {
    const { settled } = visit.moment;
    if (settled !== undefined && !this.#lateAborts.has(step.id))
      this.#lateAborts.set(step.id, { commit: settled, path: footsteps(visit) });
    return [{ ...visit.moment, at: step.error, thrown: true }];
  }

  #isInCatch(step: Step): boolean {
    return this.#request.graph.steps.some((other) => other.kind === 'catch' && isWithin(step, other));
  }
}
