// got 11 to 16. Its built-in retries leave POST and PATCH alone, so they repeat nothing that is not repeatable.

declare const got: Package;

/** The module is the function, with the rest on it. */
interface Package extends got.Got {
  default: got.Got;
  got: got.Got;
  HTTPError: { new (...args: any[]): got.HTTPError };
  RequestError: { new (...args: any[]): got.RequestError };
  TimeoutError: { new (...args: any[]): got.TimeoutError };
}

interface CancelableRequest<T = any> extends Promise<T> {
  json<R = any>(): CancelableRequest<R>;
  text(): CancelableRequest<string>;
  buffer(): CancelableRequest<any>;
  cancel(reason?: string): void;
}

declare namespace got {
  interface GotRequestFunction {
    /**
     * @eos when 1.method=post,patch write http non-idempotent resource=0
     * @eos when 1.method=put,delete write http idempotent resource=0
     * @eos when 1.method=get,head,options read http resource=0
     * @eos when !1.method read http resource=0
     * @eos write http unknown resource=0
     * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=1
     */
    <T = any>(url: any, options?: any): CancelableRequest<T>;
  }

  interface Got extends GotRequestFunction {
    /** @eos read http resource=0 */
    get<T = any>(url: any, options?: any): CancelableRequest<T>;
    /** @eos read http resource=0 */
    head<T = any>(url: any, options?: any): CancelableRequest<T>;
    /** @eos write http idempotent resource=0 */
    put<T = any>(url: any, options?: any): CancelableRequest<T>;
    /** @eos write http idempotent resource=0 */
    delete<T = any>(url: any, options?: any): CancelableRequest<T>;
    /**
     * @eos write http non-idempotent resource=0
     * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=1
     */
    post<T = any>(url: any, options?: any): CancelableRequest<T>;
    /**
     * @eos write http non-idempotent resource=0
     * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=1
     */
    patch<T = any>(url: any, options?: any): CancelableRequest<T>;
    extend(...instancesOrOptions: any[]): Got;
    paginate: any;
    stream: any;
    defaults: any;
  }

  interface RequestError extends Error {
    code: string;
    response?: any;
  }
  interface HTTPError extends RequestError {}
  interface TimeoutError extends RequestError {}
  type Response<T = any> = any;
}

export = got;
