import type { Operation } from './operation.ts';
import type { Actor } from './scheduler.ts';

/** When a request was asked for. */
export interface AskedAt {
  /** How many were asked for before it. */
  readonly ordinal: number;
  /** The points that had been passed. */
  readonly points: number;
  readonly deliveryEnds: number;
  /** How often everything had come to rest. */
  readonly rests: number;
}

/** An operation that was asked for, and who waits for the answer. */
export class Request<T> {
  readonly actor: Actor;
  readonly operation: Operation<T>;
  readonly askedAt: AskedAt;
  readonly reject: (error: unknown) => void;
  private readonly resolve: (answer: T) => void;

  constructor(
    actor: Actor,
    operation: Operation<T>,
    askedAt: AskedAt,
    answer: { readonly resolve: (answer: T) => void; readonly reject: (error: unknown) => void },
  ) {
    this.actor = actor;
    this.operation = operation;
    this.askedAt = askedAt;
    this.resolve = answer.resolve;
    this.reject = answer.reject;
  }

  /** Takes effect and answers. */
  complete(): void {
    try {
      this.resolve(this.operation.apply());
    } catch (error) {
      this.reject(error);
    }
  }

  /** Takes effect; nobody hears of it, nor of a refusal. */
  applyOnly(): void {
    try {
      this.operation.apply();
    } catch {
      // The other side has refused, and the process that asked will never know.
    }
  }
}

/** What a scheduler does with a request, whatever the answer to it is. */
export type AnyRequest = Pick<Request<unknown>, 'actor' | 'askedAt' | 'reject' | 'complete' | 'applyOnly'> & {
  readonly operation: Omit<Operation<unknown>, 'apply'>;
};
