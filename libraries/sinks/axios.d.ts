// axios 0.27 and 1. A POST or a PATCH is repeatable only with a key that the other side knows.

declare const axios: axios.AxiosStatic;

declare namespace axios {
  interface AxiosResponse<T = any, D = any> {
    data: T;
    status: number;
    statusText: string;
    headers: any;
    config: any;
    request?: any;
  }

  type AxiosPromise<T = any> = Promise<AxiosResponse<T>>;
  type Method = string;
  type AxiosHeaders = any;

  interface AxiosRequestConfig<D = any> {
    [option: string]: any;
  }

  interface InternalAxiosRequestConfig<D = any> {
    [option: string]: any;
  }

  interface AxiosError<T = any, D = any> extends Error {
    code?: string;
    config?: any;
    request?: any;
    response?: AxiosResponse<T>;
    status?: number;
  }

  interface Axios {
    /**
     * @eos when 0.method=post,patch write http non-idempotent resource=0.url
     * @eos when 0.method=put,delete write http idempotent resource=0.url
     * @eos when 0.method=get,head,options read http resource=0.url
     * @eos when !0.method read http resource=0.url
     * @eos write http unknown resource=0.url
     * @eos keyed by=0.headers.Idempotency-Key|0.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=0
     */
    request<T = any, R = AxiosResponse<T>, D = any>(config: AxiosRequestConfig<D>): Promise<R>;
    /** @eos read http resource=0 */
    get<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>;
    /** @eos read http resource=0 */
    head<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>;
    /** @eos read http resource=0 */
    options<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>;
    /** @eos write http idempotent resource=0 */
    delete<T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>;
    /** @eos write http idempotent resource=0 */
    put<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: any, config?: AxiosRequestConfig<D>): Promise<R>;
    /** @eos write http idempotent resource=0 */
    putForm<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: any,
      config?: AxiosRequestConfig<D>,
    ): Promise<R>;
    /**
     * @eos write http non-idempotent resource=0
     * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=2
     */
    post<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: any, config?: AxiosRequestConfig<D>): Promise<R>;
    /**
     * @eos write http non-idempotent resource=0
     * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=2
     */
    postForm<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: any,
      config?: AxiosRequestConfig<D>,
    ): Promise<R>;
    /**
     * @eos write http non-idempotent resource=0
     * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=2
     */
    patch<T = any, R = AxiosResponse<T>, D = any>(url: string, data?: any, config?: AxiosRequestConfig<D>): Promise<R>;
    /**
     * @eos write http non-idempotent resource=0
     * @eos keyed by=2.headers.Idempotency-Key|2.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=2
     */
    patchForm<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: any,
      config?: AxiosRequestConfig<D>,
    ): Promise<R>;
    getUri(config?: any): string;
    defaults: any;
    interceptors: { request: AxiosInterceptorManager; response: AxiosInterceptorManager };
  }

  interface AxiosInterceptorManager<V = any> {
    use(onFulfilled?: ((value: any) => any) | null, onRejected?: any, options?: any): number;
    eject(id: number): void;
    clear(): void;
  }

  interface AxiosInstance extends Axios {
    /**
     * @eos when 1.method=post,patch write http non-idempotent resource=0
     * @eos when 1.method=put,delete write http idempotent resource=0
     * @eos when 1.method=get,head,options read http resource=0
     * @eos when !1.method read http resource=0
     * @eos write http unknown resource=0
     * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=1
     */
    <T = any, R = AxiosResponse<T>, D = any>(url: string, config?: AxiosRequestConfig<D>): Promise<R>;
    /**
     * @eos when 0.method=post,patch write http non-idempotent resource=0.url
     * @eos when 0.method=put,delete write http idempotent resource=0.url
     * @eos when 0.method=get,head,options read http resource=0.url
     * @eos when !0.method read http resource=0.url
     * @eos write http unknown resource=0.url
     * @eos keyed by=0.headers.Idempotency-Key|0.headers.X-Idempotency-Key label=Idempotency-Key
     * @eos key-slot header=Idempotency-Key at=0
     */
    <T = any, R = AxiosResponse<T>, D = any>(config: AxiosRequestConfig<D>): Promise<R>;
    create(config?: any): AxiosInstance;
  }

  interface AxiosStatic extends AxiosInstance {
    Axios: { new (config?: any): Axios };
    AxiosError: { new <T = any, D = any>(...args: any[]): AxiosError<T, D> };
    AxiosHeaders: { new (headers?: any): any; from(headers?: any): any };
    HttpStatusCode: any;
    isAxiosError<T = any, D = any>(value: any): value is AxiosError<T, D>;
    isCancel(value: any): boolean;
    all<T>(values: T[]): Promise<any[]>;
    spread(callback: any): any;
    toFormData(...args: any[]): any;
    default: AxiosStatic;
  }
}

export = axios;
