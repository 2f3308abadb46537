// ky 0.3x to 2. Its built-in retries leave POST and PATCH alone.

export interface ResponsePromise<T = any> extends Promise<any> {
  json<J = T>(): Promise<J>;
  text(): Promise<string>;
}

export interface KyInstance {
  /**
   * @eos when 1.method=post,patch write http non-idempotent resource=0
   * @eos when 1.method=put,delete write http idempotent resource=0
   * @eos when 1.method=get,head,options read http resource=0
   * @eos when !1.method read http resource=0
   * @eos write http unknown resource=0
   * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=1
   */
  <T = any>(url: any, options?: any): ResponsePromise<T>;
  /** @eos read http resource=0 */
  get<T = any>(url: any, options?: any): ResponsePromise<T>;
  /** @eos read http resource=0 */
  head<T = any>(url: any, options?: any): ResponsePromise<T>;
  /** @eos write http idempotent resource=0 */
  put<T = any>(url: any, options?: any): ResponsePromise<T>;
  /** @eos write http idempotent resource=0 */
  delete<T = any>(url: any, options?: any): ResponsePromise<T>;
  /**
   * @eos write http non-idempotent resource=0
   * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=1
   */
  post<T = any>(url: any, options?: any): ResponsePromise<T>;
  /**
   * @eos write http non-idempotent resource=0
   * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=1
   */
  patch<T = any>(url: any, options?: any): ResponsePromise<T>;
  create(defaults?: any): KyInstance;
  extend(defaults?: any): KyInstance;
}

declare const ky: KyInstance;
export default ky;

export class HTTPError extends Error {
  response: any;
}

export class TimeoutError extends Error {}

export {};
