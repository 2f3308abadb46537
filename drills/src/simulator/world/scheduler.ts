import { setImmediate } from 'node:timers';
import type { FaultKind } from '../api.ts';
import { InjectedFailure, type FaultPlan, type Operation, type Point, type PointKind } from './operation.ts';
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
  revoke(): void;
}

export interface HeldBack {
  readonly operation: number;
  readonly until: 'next-point' | 'delivery-ends' | 'unit-ends';
}

interface Request {
  readonly actor: Actor;
  readonly ordinal: number;
  readonly operation: Pick<Operation<unknown>, 'label' | 'point' | 'site' | 'lane' | 'ready' | 'failed'>;
  /** Takes effect and answers. */
  readonly complete: () => void;
  /** Takes effect; nobody hears of it. False if the other side refused. */
  readonly applyOnly: () => boolean;
  readonly reject: (error: unknown) => void;
  /** The points that had been passed when it was asked for. */
  readonly askedAt: number;
}

const mostSteps = 3000;

/**
 * Carries out one request after the other, each once all code has come to rest. So nothing depends on real time, and an
 * order of events is a choice that can be repeated.
 */
export class Scheduler {
  readonly points: Point[] = [];
  /** Ordinals of the requests that were under way while something else happened. */
  readonly detached = new Set<number>();
  exhausted = false;
  /** How many faults have struck so far. */
  struck = 0;
  private delivery = 0;
  private readonly plan: FaultPlan;
  private readonly timers: Timers;
  private readonly story: Story;
  private readonly requests: Request[] = [];
  private readonly held: HeldBack | undefined;
  private released = false;
  private asked = 0;
  private steps = 0;

  constructor(parts: { plan: FaultPlan; held?: HeldBack | undefined; timers: Timers; story: Story }) {
    this.plan = parts.plan;
    this.held = parts.held;
    this.timers = parts.timers;
    this.story = parts.story;
  }

  submit<T>(actor: Actor, operation: Operation<T>): Promise<T> {
    if (actor.dead) return never();
    return new Promise<T>((resolve, reject) => {
      this.requests.push({
        actor,
        operation,
        reject,
        ordinal: this.asked,
        askedAt: this.points.length,
        complete: () => {
          try {
            resolve(operation.apply());
          } catch (error) {
            reject(asError(error));
          }
        },
        applyOnly: () => takesEffect(operation),
      });
      this.asked += 1;
    });
  }

  /** For calls that answer at once. A fault strikes here as well; there is nothing to wait for. */
  performNow<T>(actor: Actor, operation: Operation<T>): T | undefined {
    if (actor.dead) return undefined;
    if (actor.starting || operation.point === 'none') return operation.apply();
    const fault = this.pass(operation.point, operation.label, false);
    this.story.tell(actor.number, 'operation', operation.label, operation.site);
    if (fault === undefined) return operation.apply();
    this.story.fault(actor.number, fault, operation.label);
    if (fault === 'failed') throw new InjectedFailure(operation.label);
    if (fault === 'revoked-first' || fault === 'revoked-last') actor.revoke();
    const result = operation.apply();
    if (fault === 'applied-but-failed') throw new InjectedFailure(operation.label);
    if (fault === 'crash-after') actor.kill();
    return result;
  }

  /** Lets things happen until the condition holds; false if nothing can happen any more and it does not. */
  async drive(done: () => boolean): Promise<boolean> {
    for (;;) {
      await codeAtRest();
      if (done()) return true;
      if (this.steps >= mostSteps) this.exhausted = true;
      if (this.exhausted) return false;
      this.steps += 1;
      if (!this.step() && !this.timers.fireNext((owner) => this.mayRun(owner))) return false;
    }
  }

  startDelivery(): void {
    this.delivery += 1;
  }

  /** What is still under way when a handler has ended was not waited for. */
  deliveryEnded(actor: Actor): void {
    for (const request of this.requests) if (request.actor === actor) this.detached.add(request.ordinal);
    if (this.held?.until === 'delivery-ends') this.release();
  }

  release(): void {
    if (this.held && this.asked > this.held.operation) this.released = true;
  }

  forget(actor: Actor): void {
    const kept = this.requests.filter((request) => request.actor !== actor);
    this.requests.splice(0, this.requests.length, ...kept);
  }

  private mayRun(owner: object): boolean {
    return 'paused' in owner && owner.paused === false;
  }

  private step(): boolean {
    const next = this.pick() ?? this.pickHeld();
    if (next) {
      this.carryOut(next);
      return true;
    }
    const blocked = this.requests.find(({ actor }) => !actor.paused);
    if (!blocked) return false;
    // Somebody waits for a lock. The one who holds it goes on, or, if nobody can, the lock is broken.
    const holders = this.requests.map(({ actor }) => actor).filter(({ paused }) => paused);
    for (const holder of holders) holder.paused = false;
    if (holders.length === 0) {
      this.remove(blocked);
      blocked.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
    }
    return true;
  }

  private pick(): Request | undefined {
    const busy = new Set<object>();
    for (const request of this.requests) {
      const { actor, operation } = request;
      if (actor.paused) continue;
      if (operation.lane) {
        if (busy.has(operation.lane)) continue;
        busy.add(operation.lane);
      }
      if (!this.isHeld(request) && (operation.ready?.() ?? true)) return request;
    }
    return undefined;
  }

  /** The request that was held back is all there is to do, so its caller waits for it. */
  private pickHeld(): Request | undefined {
    const request = this.requests.find((candidate) => !candidate.actor.paused && this.isHeld(candidate));
    if (request) this.released = true;
    return request && this.pick();
  }

  private isHeld({ ordinal, askedAt }: Request): boolean {
    if (this.released || this.held?.operation !== ordinal) return false;
    return this.held.until !== 'next-point' || this.points.length === askedAt;
  }

  private carryOut(request: Request): void {
    const { actor, operation } = request;
    this.remove(request);
    if (actor.starting || operation.point === 'none') {
      request.complete();
      return;
    }
    const others = this.requests.filter((other) => other.actor === actor && !other.actor.starting);
    for (const other of others) this.detached.add(other.ordinal);
    if (others.length > 0) this.detached.add(request.ordinal);
    const fault = this.pass(operation.point, operation.label, others.length > 0);
    if (fault !== 'revoked-first') this.story.tell(actor.number, 'operation', operation.label, operation.site);
    if (fault === undefined) {
      request.complete();
      return;
    }
    this.story.fault(actor.number, fault, operation.label);
    this.strike(fault, request);
  }

  private pass(kind: PointKind, label: string, concurrent: boolean): FaultKind | undefined {
    const fault = this.plan.get(this.points.length);
    if (fault !== undefined) this.struck += 1;
    this.points.push({ kind, label, concurrent, delivery: this.delivery });
    return fault;
  }

  private strike(fault: FaultKind, request: Request): void {
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
        actor.revoke();
        actor.paused = true;
        this.requests.unshift(request);
        break;
      case 'revoked-last':
        actor.revoke();
        request.complete();
        break;
    }
  }

  private remove(request: Request): void {
    this.requests.splice(this.requests.indexOf(request), 1);
  }
}

function takesEffect(operation: Operation<unknown>): boolean {
  try {
    operation.apply();
    return true;
  } catch {
    return false;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** All microtasks have run when the event loop gets here. */
function codeAtRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
