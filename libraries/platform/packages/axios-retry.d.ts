// axios-retry 3 and 4: a request of the instance that got no answer is sent again, a POST included.

/** @eos resends 0 */
declare function axiosRetry(axios: any, options?: any): any;

declare namespace axiosRetry {
  export { axiosRetry as default };
  export interface IAxiosRetryConfig {
    [option: string]: any;
  }
  export function isNetworkError(error: any): boolean;
  export function isRetryableError(error: any): boolean;
  export function isSafeRequestError(error: any): boolean;
  export function isIdempotentRequestError(error: any): boolean;
  export function isNetworkOrIdempotentRequestError(error: any): boolean;
  export function exponentialDelay(retry?: number, ...rest: any[]): number;
}

export = axiosRetry;
