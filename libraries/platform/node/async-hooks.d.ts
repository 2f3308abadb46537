// Context that follows the calls made inside a callback.

export class AsyncLocalStorage<T = any> {
  constructor(options?: any);
  /** @eos same */
  static bind<F>(fn: F): F;
  static snapshot(): <R>(fn: (...args: any[]) => R, ...args: any[]) => R;
  /** @eos calls 1 once */
  run<R>(store: T, callback: () => R): R;
  /** @eos calls 1 once */
  run<R, A extends any[]>(store: T, callback: (...args: A) => R, ...args: A): R;
  /** @eos calls 0 once */
  exit<R, A extends any[]>(callback: (...args: A) => R, ...args: A): R;
  getStore(): T | undefined;
  enterWith(store: T): void;
  disable(): void;
}

export class AsyncResource {
  constructor(type: string, options?: any);
  /** @eos same */
  static bind<F>(fn: F, ...rest: any[]): F;
  /** @eos same */
  bind<F>(fn: F, self?: any): F;
  /** @eos calls 0 once */
  runInAsyncScope<R>(fn: (...args: any[]) => R, self?: any, ...args: any[]): R;
  /** @eos unstable counter */
  asyncId(): number;
}

/** @eos unstable counter */
export function executionAsyncId(): number;
/** @eos unstable counter */
export function triggerAsyncId(): number;
export function createHook(callbacks: any): any;
