// Promises.

interface PromiseLike<T> {
  /** @eos then */
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B>;
}

interface Promise<T> {
  /** @eos then */
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B>;
  /** @eos catch */
  catch<B = never>(onrejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B>;
  /** @eos finally */
  finally(onfinally?: (() => void) | null): Promise<T>;
}

interface PromiseFulfilledResult<T> {
  status: 'fulfilled';
  value: T;
}

interface PromiseRejectedResult {
  status: 'rejected';
  reason: any;
}

type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;

interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: any) => void;
}

interface PromiseConstructor {
  /** @eos calls 0 once */
  new <T>(
    executor: (
      resolve: (value: T | PromiseLike<T>) => void,
      reject: {
        /**
         * Whoever waits for the promise sees an exception.
         *
         * @eos throws
         */
        (reason?: any): void;
      },
    ) => void,
  ): Promise<T>;
  /** @eos join all */
  all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
  /** @eos join all */
  all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>;
  /** @eos join all-settled */
  allSettled<T extends readonly unknown[] | []>(
    values: T,
  ): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>;
  /** @eos join all-settled */
  allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>;
  /** @eos join race */
  race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  /** @eos join race */
  race<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  /** @eos join any */
  any<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  /** @eos join any */
  any<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  resolve(): Promise<void>;
  /** @eos same */
  resolve<T>(value: T | PromiseLike<T>): Promise<Awaited<T>>;
  /** @eos throws */
  reject<T = never>(reason?: any): Promise<T>;
  /** @eos calls 0 once */
  try<T, A extends unknown[]>(callback: (...args: A) => T | PromiseLike<T>, ...args: A): Promise<Awaited<T>>;
  withResolvers<T>(): PromiseWithResolvers<T>;
  readonly prototype: Promise<any>;
}

declare var Promise: PromiseConstructor;
