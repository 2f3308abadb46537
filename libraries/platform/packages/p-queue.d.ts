// p-queue 6 to 10.

declare class PQueue {
  constructor(options?: any);
  /** @eos calls 0 once */
  add<R>(run: (options?: any) => PromiseLike<R> | R, options?: any): Promise<R>;
  /** @eos calls 0.* once */
  addAll<R>(runs: readonly ((options?: any) => PromiseLike<R> | R)[], options?: any): Promise<R[]>;
  onEmpty(): Promise<void>;
  /** @eos drains */
  onIdle(): Promise<void>;
  start(): this;
  pause(): void;
  clear(): void;
  readonly size: number;
  readonly pending: number;
  readonly isPaused: boolean;
  concurrency: number;
}

declare namespace PQueue {
  export { PQueue as default };
}

export = PQueue;
