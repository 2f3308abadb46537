// node-fetch 2, 3.

/**
 * @eos when 1.method=post,patch write http non-idempotent resource=0
 * @eos when 1.method=put,delete write http idempotent resource=0
 * @eos when 1.method=get,head,options read http resource=0
 * @eos when !1.method read http resource=0
 * @eos write http unknown resource=0
 * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
 * @eos key-slot header=Idempotency-Key at=1
 */
declare function fetch(url: any, init?: any): Promise<fetch.Response>;

declare namespace fetch {
  export { fetch as default };

  export class Response {
    ok: boolean;
    status: number;
    statusText: string;
    headers: any;
    url: string;
    body: any;
    json(): Promise<any>;
    text(): Promise<string>;
    arrayBuffer(): Promise<any>;
  }
  export class Headers {
    constructor(init?: any);
    append(name: string, value: string): void;
    get(name: string): string | null;
    set(name: string, value: string): void;
  }
  export class Request {
    constructor(url: any, init?: any);
  }
  export class FetchError extends Error {
    code?: string;
  }
}

export = fetch;
