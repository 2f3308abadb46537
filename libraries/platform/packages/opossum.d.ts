// opossum 8 and 9. `fire` calls the function that the breaker was made of.

declare class CircuitBreaker<A extends unknown[] = any[], R = any> {
  /** @eos calls 0 later */
  constructor(action: (...args: A) => Promise<R>, options?: any);
  fire(...args: A): Promise<R>;
  call(self: any, ...args: any[]): Promise<R>;
  /** @eos calls 0 later */
  fallback(fn: any): this;
  open(): void;
  close(): void;
  enable(): void;
  disable(): void;
  shutdown(): void;
  /** @eos calls 1 later */
  on(event: any, listener: (...args: any[]) => void): this;
  readonly opened: boolean;
  readonly closed: boolean;
  readonly halfOpen: boolean;
  readonly stats: any;
}

declare namespace CircuitBreaker {
  interface Options {
    timeout?: number | false;
    [option: string]: any;
  }
}

export = CircuitBreaker;
