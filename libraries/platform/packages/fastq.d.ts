// fastq 1: a queue of the process, with the function that works it off given once.

declare namespace fastq {
  export interface queue<T = any, R = any> {
    /** @eos queue */
    push(task: T, done?: any): void;
    /** @eos queue */
    unshift(task: T, done?: any): void;
    pause(): any;
    resume(): any;
    idle(): boolean;
    length(): number;
    kill(): any;
    killAndDrain(): any;
    concurrency: number;
    drain(): any;
  }

  export interface queueAsPromised<T = any, R = any> {
    /** @eos queue promised */
    push(task: T): Promise<R>;
    /** @eos queue promised */
    unshift(task: T): Promise<R>;
    /** @eos drains */
    drained(): Promise<void>;
    pause(): any;
    resume(): any;
    idle(): boolean;
    length(): number;
    kill(): any;
    killAndDrain(): any;
    concurrency: number;
    drain(): any;
  }

  /** @eos works at=0|1 */
  export function promise<C = any, T = any, R = any>(
    context: C,
    worker: (task: T) => Promise<R>,
    concurrency: number,
  ): queueAsPromised<T, R>;
  /** @eos works at=0|1 */
  export function promise<C = any, T = any, R = any>(
    worker: (task: T) => Promise<R>,
    concurrency: number,
  ): queueAsPromised<T, R>;
}

/** @eos works at=0|1 */
declare function fastq<C = any, T = any, R = any>(
  context: C,
  worker: (task: T, done: any) => void,
  concurrency: number,
): fastq.queue<T, R>;
/** @eos works at=0|1 */
declare function fastq<C = any, T = any, R = any>(
  worker: (task: T, done: any) => void,
  concurrency: number,
): fastq.queue<T, R>;

export = fastq;
