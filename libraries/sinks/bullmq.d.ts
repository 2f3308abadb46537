// BullMQ 1 to 6. A job id that is still known makes a second add a no-op. A worker's processor is no part of the handler.

export interface Job<D = any, R = any, N extends string = string> {
  id?: string;
  name: N;
  data: D;
  opts: any;
  attemptsMade: number;
  updateProgress(value: any): Promise<void>;
  log(row: string): Promise<number>;
  remove(options?: any): Promise<void>;
  waitUntilFinished(events: QueueEvents, ttl?: number): Promise<R>;
}

export class Queue<D = any, R = any, N extends string = string> {
  constructor(name: string, options?: any, connection?: any);
  readonly name: string;
  /**
   * @eos write queue non-idempotent resource=this
   * @eos keyed by=2.jobId|2.deduplication.id label=jobId
   * @eos key-slot property=jobId at=2
   */
  add(name: N, data: D, options?: any): Promise<Job<D, R, N>>;
  /**
   * @eos write queue non-idempotent resource=this
   * @eos keyed by=0.*.opts.jobId|0.*.opts.deduplication.id label=jobId
   */
  addBulk(jobs: any[]): Promise<Job<D, R, N>[]>;
  /** @eos read queue resource=this */
  getJob(id: string): Promise<Job<D, R, N> | undefined>;
  /** @eos write queue idempotent resource=this */
  remove(id: string, options?: any): Promise<number>;
  close(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  on(event: any, listener: (...args: any[]) => void): this;
}

export class Worker<D = any, R = any, N extends string = string> {
  constructor(name: string, processor?: string | null | ((job: Job<D, R, N>, token?: string) => any), options?: any);
  run(): Promise<void>;
  close(force?: boolean): Promise<void>;
  on(event: any, listener: (...args: any[]) => void): this;
}

export class FlowProducer {
  constructor(options?: any);
  /**
   * @eos write queue non-idempotent
   * @eos keyed by=0.opts.jobId label=jobId
   */
  add(flow: any, options?: any): Promise<any>;
  close(): Promise<void>;
}

export class QueueEvents {
  constructor(name: string, options?: any);
  on(event: any, listener: (...args: any[]) => void): this;
  close(): Promise<void>;
}

export class UnrecoverableError extends Error {}

export type Processor<D = any, R = any, N extends string = string> = (job: Job<D, R, N>, token?: string) => Promise<R>;
