// cockatiel 3. A retry policy runs its function again; the others run it once.

export interface IPolicy {
  /** @eos calls 0 once */
  execute<T>(run: (context: any) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  onSuccess: any;
  onFailure: any;
}

export class RetryPolicy {
  /** @eos retries 0 */
  execute<T>(run: (context: any) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  onRetry: any;
  onSuccess: any;
  onFailure: any;
  onGiveUp: any;
}

export class CircuitBreakerPolicy implements IPolicy {
  /** @eos calls 0 once */
  execute<T>(run: (context: any) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  readonly state: any;
  onBreak: any;
  onReset: any;
  onSuccess: any;
  onFailure: any;
}

export class TimeoutPolicy implements IPolicy {
  /** @eos calls 0 once */
  execute<T>(run: (context: any) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  onTimeout: any;
  onSuccess: any;
  onFailure: any;
}

export class BulkheadPolicy implements IPolicy {
  /** @eos calls 0 once */
  execute<T>(run: (context: any) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  onReject: any;
  onSuccess: any;
  onFailure: any;
}

export class FallbackPolicy implements IPolicy {
  /** @eos calls 0 once */
  execute<T>(run: (context: any) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  onSuccess: any;
  onFailure: any;
}

export class Policy {
  orType(type: any, predicate?: any): Policy;
  orWhen(predicate: any): Policy;
  orWhenResult(predicate: any): Policy;
}

export function retry(policy: Policy, options?: any): RetryPolicy;
export function circuitBreaker(policy: Policy, options?: any): CircuitBreakerPolicy;
export function timeout(ms: number, options?: any): TimeoutPolicy;
export function bulkhead(limit: number, queue?: number): BulkheadPolicy;
export function fallback(policy: Policy, value: any): FallbackPolicy;
/** A retry among the policies makes the whole a retry; without following them it counts as running once. */
export function wrap(...policies: any[]): IPolicy;
export function handleType(type: any, predicate?: any): Policy;
export function handleWhen(predicate: any): Policy;
export function handleResultType(type: any, predicate?: any): Policy;
export const handleAll: Policy;
export const noop: any;
export class ExponentialBackoff {
  constructor(options?: any);
}
export class ConstantBackoff {
  constructor(...args: any[]);
}
export class ConsecutiveBreaker {
  constructor(threshold: number);
}
export class SamplingBreaker {
  constructor(options: any);
}
export class BrokenCircuitError extends Error {}
export class TaskCancelledError extends Error {}
