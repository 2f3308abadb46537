// undici 5 to 8.

interface ResponseData {
  statusCode: number;
  headers: any;
  trailers: any;
  body: any;
}

export interface Response {
  ok: boolean;
  status: number;
  statusText: string;
  headers: any;
  body: any;
  json(): Promise<any>;
  text(): Promise<string>;
}

/**
 * @eos when 1.method=post,patch write http non-idempotent resource=0
 * @eos when 1.method=put,delete write http idempotent resource=0
 * @eos when 1.method=get,head,options read http resource=0
 * @eos when !1.method read http resource=0
 * @eos write http unknown resource=0
 * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
 * @eos key-slot header=Idempotency-Key at=1
 */
export function request(url: any, options?: any): Promise<ResponseData>;
/**
 * @eos when 1.method=post,patch write http non-idempotent resource=0
 * @eos when 1.method=put,delete write http idempotent resource=0
 * @eos when 1.method=get,head,options read http resource=0
 * @eos when !1.method read http resource=0
 * @eos write http unknown resource=0
 * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
 * @eos key-slot header=Idempotency-Key at=1
 */
export function fetch(url: any, init?: any): Promise<Response>;
/**
 * @eos when 1.method=post,patch write http non-idempotent resource=0
 * @eos when 1.method=put,delete write http idempotent resource=0
 * @eos when 1.method=get,head,options read http resource=0
 * @eos when !1.method read http resource=0
 * @eos write http unknown resource=0
 * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
 * @eos key-slot header=Idempotency-Key at=1
 */
export function stream(url: any, options: any, factory: any): Promise<any>;

export class Dispatcher {
  /**
   * @eos when 0.method=post,patch write http non-idempotent resource=0.path
   * @eos when 0.method=put,delete write http idempotent resource=0.path
   * @eos when 0.method=get,head,options read http resource=0.path
   * @eos when !0.method read http resource=0.path
   * @eos write http unknown resource=0.path
   * @eos keyed by=0.headers.Idempotency-Key|0.headers.X-Idempotency-Key label=Idempotency-Key
   * @eos key-slot header=Idempotency-Key at=0
   */
  request(options: any, callback?: any): Promise<ResponseData>;
  close(): Promise<void>;
  destroy(error?: any): Promise<void>;
}

export class Client extends Dispatcher {
  constructor(url: any, options?: any);
}

export class Pool extends Dispatcher {
  constructor(url: any, options?: any);
}

export class Agent extends Dispatcher {
  constructor(options?: any);
}

export class ProxyAgent extends Dispatcher {
  constructor(options: any);
}

export function setGlobalDispatcher(dispatcher: Dispatcher): void;
export function getGlobalDispatcher(): Dispatcher;
export const errors: any;

export {};
