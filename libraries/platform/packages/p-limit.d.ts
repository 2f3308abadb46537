// p-limit 4 to 7: at most so many at once, each of them once.

declare function pLimit(concurrency: any): pLimit.LimitFunction;

declare namespace pLimit {
  export { pLimit as default };

  export interface LimitFunction {
    /** @eos calls 0 once */
    <A extends unknown[], R>(run: (...args: A) => PromiseLike<R> | R, ...args: A): Promise<R>;
    readonly activeCount: number;
    readonly pendingCount: number;
    clearQueue(): void;
  }
}

export = pLimit;
