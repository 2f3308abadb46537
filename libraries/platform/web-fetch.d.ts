// Requests, and the addresses they go to.

/**
 * @eos when 1.method=post,patch write http non-idempotent resource=0
 * @eos when 1.method=put,delete write http idempotent resource=0
 * @eos when 1.method=get,head,options read http resource=0
 * @eos when !1.method read http resource=0
 * @eos write http unknown resource=0
 * @eos keyed by=1.headers.Idempotency-Key|1.headers.X-Idempotency-Key label=Idempotency-Key
 * @eos key-slot header=Idempotency-Key at=1
 */
declare function fetch(input: string | URL, init?: RequestInit): Promise<Response>;
/** @eos write http unknown */
declare function fetch(input: Request, init?: RequestInit): Promise<Response>;

type BodyInit = any;
type HeadersInit = Headers | [string, string][] | { [name: string]: string };
type RequestInfo = Request | string;

interface RequestInit {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  signal?: AbortSignal | null;
  [option: string]: any;
}

interface Headers {
  append(name: string, value: string): void;
  delete(name: string): void;
  /** @eos pure */
  get(name: string): string | null;
  /** @eos pure */
  has(name: string): boolean;
  set(name: string, value: string): void;
  /** @eos calls 0 each */
  forEach(callback: (value: string, name: string) => void): void;
  /** @eos pure */
  entries(): ArrayIterator<[string, string]>;
  [Symbol.iterator](): ArrayIterator<[string, string]>;
}

declare var Headers: {
  /** @eos same */
  new (init?: HeadersInit): Headers;
  readonly prototype: Headers;
};

interface Body {
  readonly body: any;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<any>;
  formData(): Promise<FormData>;
  json(): Promise<any>;
  text(): Promise<string>;
}

interface Request extends Body {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** @eos pure */
  clone(): Request;
}

declare var Request: {
  /** @eos pure */
  new (input: RequestInfo | URL, init?: RequestInit): Request;
  readonly prototype: Request;
};

interface Response extends Body {
  readonly url: string;
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  clone(): Response;
}

declare var Response: {
  new (body?: BodyInit | null, init?: any): Response;
  readonly prototype: Response;
  json(data: any, init?: any): Response;
};

interface FormData {
  append(name: string, value: any, fileName?: string): void;
  get(name: string): any;
  set(name: string, value: any, fileName?: string): void;
}

declare var FormData: { new (): FormData; readonly prototype: FormData };

interface URLSearchParams {
  append(name: string, value: string): void;
  delete(name: string): void;
  /** @eos pure */
  get(name: string): string | null;
  /** @eos pure */
  getAll(name: string): string[];
  /** @eos pure */
  has(name: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  /** @eos pure */
  toString(): string;
  /** @eos calls 0 each */
  forEach(callback: (value: string, name: string) => void): void;
  /** @eos pure */
  entries(): ArrayIterator<[string, string]>;
  [Symbol.iterator](): ArrayIterator<[string, string]>;
}

declare var URLSearchParams: {
  /** @eos pure */
  new (init?: any): URLSearchParams;
  readonly prototype: URLSearchParams;
};

interface URL {
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  /** @eos pure */
  toString(): string;
  /** @eos pure */
  toJSON(): string;
}

declare var URL: {
  /** @eos pure */
  new (url: string | URL, base?: string | URL): URL;
  readonly prototype: URL;
  /** @eos pure */
  canParse(url: string | URL, base?: string | URL): boolean;
  /** @eos pure */
  parse(url: string | URL, base?: string | URL): URL | null;
};
