// @nestjs/axios 3 and 4: axios behind observables. A POST or a PATCH is repeatable only with a key that the other side knows.

import type { AxiosInstance } from 'axios';

/** Something of rxjs, of which a handler only waits for the result. */
interface Result<T> {
  pipe(...operators: any[]): any;
  subscribe(...observer: any[]): any;
  toPromise(): Promise<T | undefined>;
}

export class HttpService {
  constructor(instance?: AxiosInstance);
  readonly axiosRef: AxiosInstance;
  /**
   * @eos when 0.method=post,patch write http non-idempotent resource=0.url
   * @eos when 0.method=put,delete write http idempotent resource=0.url
   * @eos when 0.method=get,head,options read http resource=0.url
   * @eos when !0.method read http resource=0.url
   * @eos write http unknown resource=0.url
   * @eos keyed by=0.headers.Idempotency-Key|0.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=0
   */
  request<T = any>(config: any): Result<T>;
  /** @eos read http resource=0 */
  get<T = any>(url: string, config?: any): Result<T>;
  /** @eos read http resource=0 */
  head<T = any>(url: string, config?: any): Result<T>;
  /** @eos write http idempotent resource=0 */
  delete<T = any>(url: string, config?: any): Result<T>;
  /** @eos write http idempotent resource=0 */
  put<T = any>(url: string, data?: any, config?: any): Result<T>;
  /** @eos write http idempotent resource=0 */
  putForm<T = any>(url: string, data?: any, config?: any): Result<T>;
  /**
   * @eos write http non-idempotent resource=0
   * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=2
   */
  post<T = any>(url: string, data?: any, config?: any): Result<T>;
  /**
   * @eos write http non-idempotent resource=0
   * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=2
   */
  postForm<T = any>(url: string, data?: any, config?: any): Result<T>;
  /**
   * @eos write http non-idempotent resource=0
   * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=2
   */
  patch<T = any>(url: string, data?: any, config?: any): Result<T>;
  /**
   * @eos write http non-idempotent resource=0
   * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=2
   */
  patchForm<T = any>(url: string, data?: any, config?: any): Result<T>;
}

export class HttpModule {
  static register(options: any): any;
  static registerAsync(options: any): any;
}
