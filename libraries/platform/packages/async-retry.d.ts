// async-retry 1: the function runs again after it failed, until it calls `bail`.

/** @eos retries 0 */
declare function retry<T = any>(
  run: (bail: (error: Error) => void, attempt: number) => Promise<T> | T,
  options?: any,
): Promise<T>;

declare namespace retry {
  interface Options {
    retries?: number;
    [option: string]: any;
  }
}

export = retry;
