// p-retry 4 to 9: the function runs again after it failed.

/** @eos retries 0 */
declare function pRetry<T>(run: (attempt: number) => PromiseLike<T> | T, options?: pRetry.Options): Promise<T>;

declare namespace pRetry {
  export { pRetry as default };

  export interface Options {
    retries?: number;
    onFailedAttempt?: (error: any) => void | Promise<void>;
    [option: string]: any;
  }

  export class AbortError extends Error {
    constructor(message: string | Error);
    readonly originalError: Error;
  }
}

export = pRetry;
