// async 3: queues of the process, with the function that works them off given once.

export interface QueueObject<T = any> {
  /** @eos queue promised */
  push<R>(task: T | T[], done?: any): Promise<R>;
  /** @eos queue promised */
  pushAsync<R>(task: T | T[]): Promise<R>;
  /** @eos queue promised */
  unshift<R>(task: T | T[], done?: any): Promise<R>;
  /** @eos drains */
  drain(): Promise<void>;
  /** @eos calls 0 later */
  drain(handler: () => void): void;
  length(): number;
  running(): number;
  idle(): boolean;
  pause(): void;
  resume(): void;
  kill(): void;
  concurrency: number;
}

/** @eos works at=0 */
export function queue<T = any, R = any, E = any>(
  worker: (task: T, done?: any) => any,
  concurrency?: number,
): QueueObject<T>;
/** @eos works at=0 */
export function priorityQueue<T = any, R = any, E = any>(
  worker: (task: T, done?: any) => any,
  concurrency?: number,
): QueueObject<T>;

export {};
