// axios-retry 3 and 4: the requests of an instance are sent again, which their own stub cannot see.

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
