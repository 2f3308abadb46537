// Bull 3, 4. A job id that is still known makes a second add a no-op. A processor is no part of the handler.

interface QueueConstructor {
  new <T = any>(name: string, ...options: any[]): Bull.Queue<T>;
  <T = any>(name: string, ...options: any[]): Bull.Queue<T>;
}

declare const Bull: QueueConstructor;

declare namespace Bull {
  interface Queue<T = any> {
    readonly name: string;
    /**
     * @eos write queue non-idempotent resource=this
     * @eos keyed by=2.jobId|1.jobId label=jobId
     * @eos key-slot property=jobId at=2
     */
    add(name: string, data: T, options?: any): Promise<Job<T>>;
    /**
     * @eos write queue non-idempotent resource=this
     * @eos keyed by=1.jobId label=jobId
     * @eos key-slot property=jobId at=1
     */
    add(data: T, options?: any): Promise<Job<T>>;
    /**
     * @eos write queue non-idempotent resource=this
     * @eos keyed by=0.*.opts.jobId label=jobId
     */
    addBulk(jobs: any[]): Promise<Job<T>[]>;
    process(...args: any[]): Promise<void>;
    /** @eos read queue resource=this */
    getJob(id: any): Promise<Job<T> | null>;
    close(force?: boolean): Promise<void>;
    on(event: any, listener: (...args: any[]) => void): this;
  }

  interface Job<T = any> {
    id: any;
    data: T;
    attemptsMade: number;
    finished(): Promise<any>;
    remove(): Promise<void>;
  }
}

export = Bull;
