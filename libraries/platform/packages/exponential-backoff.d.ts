// exponential-backoff 3: the function runs again after it failed.

/** @eos retries 0 */
export function backOff<T>(run: () => Promise<T>, options?: any): Promise<T>;
export type BackoffOptions = any;
export type IBackOffOptions = any;
