// What Node has in common with browsers, without fetch.

/** @eos calls 0 later */
declare function setTimeout<A extends any[]>(callback: (...args: A) => void, ms?: number, ...args: A): NodeJS.Timeout;
/**
 * @eos calls 0 later
 * @eos overlaps 0
 */
declare function setInterval<A extends any[]>(callback: (...args: A) => void, ms?: number, ...args: A): NodeJS.Timeout;
/** @eos calls 0 later */
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate;
/** @eos calls 0 later */
declare function queueMicrotask(callback: () => void): void;
declare function clearTimeout(timer?: NodeJS.Timeout | string | number): void;
declare function clearInterval(timer?: NodeJS.Timeout | string | number): void;
declare function clearImmediate(timer?: NodeJS.Immediate): void;

interface Console {
  /** @eos log */
  assert(condition?: boolean, ...data: any[]): void;
  /** @eos log */
  count(label?: string): void;
  /** @eos log */
  debug(...data: any[]): void;
  /** @eos log */
  dir(value?: any, options?: any): void;
  /** @eos log */
  error(...data: any[]): void;
  /** @eos log */
  group(...data: any[]): void;
  /** @eos log */
  groupEnd(): void;
  /** @eos log */
  info(...data: any[]): void;
  /** @eos log */
  log(...data: any[]): void;
  /** @eos log */
  table(data?: any, columns?: readonly string[]): void;
  /** @eos log */
  time(label?: string): void;
  /** @eos log */
  timeEnd(label?: string): void;
  /** @eos log */
  timeLog(label?: string, ...data: any[]): void;
  /** @eos log */
  trace(...data: any[]): void;
  /** @eos log */
  warn(...data: any[]): void;
}

declare var console: Console;

interface SubtleCrypto {
  /** @eos pure */
  digest(algorithm: any, data: any): Promise<ArrayBuffer>;
  /** @eos pure */
  sign(algorithm: any, key: any, data: any): Promise<ArrayBuffer>;
  /** @eos pure */
  verify(algorithm: any, key: any, signature: any, data: any): Promise<boolean>;
  /** @eos pure */
  importKey(format: string, data: any, algorithm: any, extractable: boolean, usages: readonly string[]): Promise<any>;
  /** @eos pure */
  deriveBits(algorithm: any, key: any, length?: number): Promise<ArrayBuffer>;
  /** @eos pure */
  encrypt(algorithm: any, key: any, data: any): Promise<ArrayBuffer>;
  /** @eos pure */
  decrypt(algorithm: any, key: any, data: any): Promise<ArrayBuffer>;
  /** @eos unstable random */
  generateKey(algorithm: any, extractable: boolean, usages: readonly string[]): Promise<any>;
}

interface Crypto {
  readonly subtle: SubtleCrypto;
  /** @eos unstable random */
  randomUUID(): string;
  /** @eos unstable random */
  getRandomValues<T>(array: T): T;
}

declare var crypto: Crypto;

interface Performance {
  /** @eos unstable clock */
  now(): number;
  /** @eos unstable process */
  readonly timeOrigin: number;
  mark(name: string, options?: any): any;
  measure(name: string, start?: any, end?: string): any;
}

declare var performance: Performance;

interface TextEncoder {
  /** @eos pure */
  encode(text?: string): Uint8Array;
}

interface TextDecoder {
  /** @eos pure */
  decode(bytes?: any, options?: any): string;
}

declare var TextEncoder: { new (): TextEncoder; readonly prototype: TextEncoder };
declare var TextDecoder: { new (label?: string, options?: any): TextDecoder; readonly prototype: TextDecoder };

interface Event {
  readonly type: string;
  readonly target: EventTarget | null;
  preventDefault(): void;
}

interface EventTarget {
  /** @eos calls 1 later */
  addEventListener(type: string, listener: ((event: any) => void) | object | null, options?: any): void;
  removeEventListener(type: string, listener: ((event: any) => void) | object | null, options?: any): void;
  dispatchEvent(event: Event): boolean;
}

declare var Event: { new (type: string, init?: any): Event; readonly prototype: Event };
declare var EventTarget: { new (): EventTarget; readonly prototype: EventTarget };

interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: Event) => any) | null;
  throwIfAborted(): void;
}

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}

declare var AbortSignal: {
  readonly prototype: AbortSignal;
  abort(reason?: any): AbortSignal;
  timeout(ms: number): AbortSignal;
  any(signals: Iterable<AbortSignal>): AbortSignal;
};
declare var AbortController: { new (): AbortController; readonly prototype: AbortController };
