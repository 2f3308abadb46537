import type { FaultKind } from '../api.ts';
import { never, whenAtRest } from './at-rest.ts';
import { Holding, type HeldBack } from './held-back.ts';
import { InjectedFailure, type FaultPlan, type Operation, type Point } from './operation.ts';
import { Request, type AnyRequest } from './request.ts';
import type { Story } from './story.ts';
import type { Timers } from './timers.ts';

/** What the scheduler needs to know of a process, and may do to it. */
export interface Actor {
  readonly number: number;
  /** A process that is gone answers nothing and asks for nothing. */
  readonly dead: boolean;
  /** Operations of a process that still starts are no points of the run. */
  readonly starting: boolean;
  paused: boolean;
  kill(): void;
  /** Another process gets the partition. */
  revoke(handlerEnds: boolean): void;
  /** It is to end when its handler has. */
  stop(): void;
}

type PassedOperation = Pick<Operation<unknown>, 'label' | 'point' | 'asMember' | 'isRetried'>;

interface SchedulerParts {
  readonly plan: FaultPlan;
  readonly held?: HeldBack | undefined;
  /** So many operations of an old owner later, whoever waited for its row goes on first. */
  readonly yieldAfter?: number | undefined;
  readonly timers: Timers;
  readonly story: Story;
}

const mostSteps = 3000;

/** Milliseconds that a slow operation takes: longer than most programs wait. */
const slowness = 30_000;

/**
 * Carries out one request after the other, each once all code has come to rest. So nothing depends on real time, and an
 * order of events is a choice that can be repeated.
 */
export class Scheduler {
  readonly points: Point[] = [];
  /** Ordinals of the requests that were under way while something else happened. */
  readonly detached = new Set<number>();
  readonly holding: Holding;
  /** How many points had been passed when somebody asked whether its partition is lost. */
  readonly membershipAsked = new Set<number>();
  exhausted = false;
  /** How many faults have struck so far. */
  struck = 0;
  private delivery = 0;
  private readonly plan: FaultPlan;
  private readonly timers: Timers;
  private readonly story: Story;
  private readonly requests: AnyRequest[] = [];
  /** Who waited for the lock of somebody that stood still goes on when nothing is left to do for that one. */
  private readonly waiting = new Set<Actor>();
  /** Operations that the old owner has carried out while its successor waited for a row of its. */
  overlap = 0;
  private readonly yieldAfter: number | undefined;
  private steps = 0;

  constructor(parts: SchedulerParts) {
    this.plan = parts.plan;
    this.yieldAfter = parts.yieldAfter;
    this.holding = new Holding(parts.held);
    this.timers = parts.timers;
    this.story = parts.story;
  }

  submit<T>(actor: Actor, operation: Operation<T>): Promise<T> {
    if (actor.dead) return never();
    return new Promise<T>((resolve, reject) => {
      const askedAt = this.holding.next(this.points.length);
      this.requests.push(new Request<T>(actor, operation, askedAt, { resolve, reject }));
    });
  }

  /** For calls that answer at once. A fault strikes here as well; there is nothing to wait for. */
  performNow<T>(actor: Actor, operation: Operation<T>): T | undefined {
    if (actor.dead) return undefined;
    if (actor.starting || operation.point === 'none') return operation.apply();
    const fault = this.pass(operation, false);
    this.story.tell(actor.number, 'operation', operation.label, operation.site);
    if (fault === undefined) return operation.apply();
    this.story.fault(actor.number, fault, operation.label);
    if (fault === 'failed') throw new InjectedFailure(operation.label);
    if (fault === 'revoked-first' || fault === 'revoked-last') actor.revoke(fault === 'revoked-last');
    if (fault === 'stopped') actor.stop();
    const result = operation.apply();
    if (fault === 'applied-but-failed') throw new InjectedFailure(operation.label);
    if (fault === 'crash-after') actor.kill();
    if (fault === 'revoked-after') actor.revoke(true);
    return result;
  }

  /** Lets things happen until the condition holds; false if nothing can happen any more and it does not. */
  drive(done: () => boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const goOn = (): void => {
        try {
          const ended = this.advance(done);
          if (ended === undefined) whenAtRest(goOn);
          else resolve(ended);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      whenAtRest(goOn);
    });
  }

  /** One thing happens; tells, once nothing else should or can, whether the condition holds. */
  private advance(done: () => boolean): boolean | undefined {
    if (done()) return true;
    if (this.steps >= mostSteps) this.exhausted = true;
    if (this.exhausted) return false;
    this.steps += 1;
    return this.step() || this.timers.fireNext(this.mayRun) ? undefined : false;
  }

  /** Whether anything that the process has asked for is still under way. */
  isBusy(actor: Actor): boolean {
    return this.requests.some((request) => request.actor === actor);
  }

  startDelivery(): void {
    this.delivery += 1;
  }

  /** What is still under way when a handler has ended was not waited for. */
  deliveryEnded(actor: Actor): void {
    for (const { actor: owner, askedAt } of this.requests) if (owner === actor) this.detached.add(askedAt.ordinal);
    this.holding.deliveryEnded();
  }

  forget(actor: Actor): void {
    const kept = this.requests.filter((request) => request.actor !== actor);
    this.requests.splice(0, this.requests.length, ...kept);
  }

  private readonly mayRun = (owner: object): boolean => 'paused' in owner && owner.paused === false;

  private step(): boolean {
    const next = this.pick() ?? this.pickHeld() ?? this.pickWaiting();
    if (next) {
      if (this.requests.length > 1 && this.pick(next)) this.holding.noteAlternative(next, this.points.length);
      this.carryOut(next);
      this.overlapped(next.actor);
      return true;
    }
    const blocked = this.requests.find(({ actor }) => !actor.paused);
    if (!blocked) return false;
    // Somebody waits for a lock. The one who holds it goes on, or, if nobody can, the lock is broken.
    const holders = this.requests.map(({ actor }) => actor).filter(({ paused }) => paused);
    for (const holder of holders) holder.paused = false;
    if (holders.length > 0) this.waiting.add(blocked.actor);
    if (holders.length === 0) {
      this.remove(blocked);
      blocked.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
    }
    return true;
  }

  private pick(except?: AnyRequest): AnyRequest | undefined {
    const [only] = this.requests;
    if (only && this.requests.length === 1) return this.isDue(only) ? only : undefined;
    const busy = new Set<object>();
    for (const request of this.requests) {
      const { lane } = request.operation;
      if (lane && busy.has(lane)) continue;
      if (lane) busy.add(lane);
      if (request !== except && this.isDue(request)) return request;
    }
    return undefined;
  }

  private isDue(request: AnyRequest): boolean {
    const { actor, operation } = request;
    return !actor.paused && !this.waiting.has(actor) && !this.isHeld(request) && (operation.ready?.() ?? true);
  }

  /** The request that was held back is all there is to do, so its caller waits for it. */
  private pickHeld(): AnyRequest | undefined {
    const request = this.requests.find((candidate) => !candidate.actor.paused && this.isHeld(candidate));
    if (request) this.holding.release();
    return request && this.pick();
  }

  /** The one who waited goes on; the old owner stands still again until that one is done. */
  private overlapped(actor: Actor): void {
    if (this.waiting.size === 0 || actor.dead) return;
    this.overlap += 1;
    if (this.overlap !== this.yieldAfter) return;
    this.waiting.clear();
    actor.paused = true;
  }

  private pickWaiting(): AnyRequest | undefined {
    if (this.waiting.size === 0) return undefined;
    this.waiting.clear();
    return this.pick();
  }

  private isHeld(request: AnyRequest): boolean {
    return this.holding.isHeld(request, this.points.length);
  }

  private carryOut(request: AnyRequest): void {
    const { actor, operation } = request;
    this.remove(request);
    if (actor.starting || operation.point === 'none') {
      request.complete();
      return;
    }
    let concurrent = false;
    for (const other of this.requests) {
      if (other.actor !== actor) continue;
      concurrent = true;
      this.detached.add(other.askedAt.ordinal);
    }
    if (concurrent) this.detached.add(request.askedAt.ordinal);
    const fault = this.pass(operation, concurrent);
    if (fault !== 'revoked-first') this.story.tell(actor.number, 'operation', operation.label, operation.site);
    if (fault === undefined) {
      request.complete();
      return;
    }
    this.story.fault(actor.number, fault, operation.label);
    this.strike(fault, request);
  }

  private pass(
    { point: kind, label, asMember = false, isRetried = false }: PassedOperation,
    concurrent: boolean,
  ): FaultKind | undefined {
    const fault = this.plan.get(this.points.length);
    if (fault !== undefined) this.struck += 1;
    this.points.push({ kind, label, concurrent, asMember, isRetried, delivery: this.delivery });
    return fault;
  }

  private strike(fault: FaultKind, request: AnyRequest): void {
    const { actor, operation } = request;
    switch (fault) {
      case 'crash-before':
        actor.kill();
        break;
      case 'crash-after':
        request.applyOnly();
        actor.kill();
        break;
      case 'failed':
        operation.failed?.();
        request.reject(new InjectedFailure(operation.label));
        break;
      case 'applied-but-failed':
        request.applyOnly();
        operation.failed?.();
        request.reject(new InjectedFailure(operation.label));
        break;
      case 'revoked-first':
        actor.revoke(false);
        actor.paused = true;
        this.requests.unshift(request);
        break;
      case 'revoked-last':
        actor.revoke(true);
        request.complete();
        break;
      case 'revoked-after':
        request.complete();
        actor.revoke(true);
        break;
      case 'stopped':
        actor.stop();
        request.complete();
        break;
      case 'slow':
        this.timers.elapsed += slowness;
        request.complete();
        break;
      case 'retried':
        request.applyOnly();
        request.complete();
        break;
    }
  }

  private remove(request: AnyRequest): void {
    this.requests.splice(this.requests.indexOf(request), 1);
  }
}
