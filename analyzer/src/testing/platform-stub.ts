import type { LibraryStub } from '../facts/library-stub.ts';

/** As much of the platform as the programs of the tests use; what a global does stands in its tag, as in the real stubs. */
export const platformStub: LibraryStub = {
  specifier: '*',
  packageName: '',
  role: 'platform',
  fileName: '/stubs/platform.d.ts',
  text: `
interface Object {} interface Function {} interface CallableFunction {} interface NewableFunction {}
interface IArguments {} interface RegExp {} interface Boolean {}
interface String {
  readonly length: number;
  /** @eos pure */
  trim(): string;
  /** @eos pure */
  slice(start?: number, end?: number): string;
}
interface Number {
  /** @eos pure */
  toString(radix?: number): string;
}
interface Error { message: string }
declare var Error: { new (message?: string): Error };
/** @eos container array */
interface Array<T> {
  length: number;
  [n: number]: T;
  /** @eos check key=0 */
  includes(item: T): boolean;
  /** @eos fill key=0 */
  push(...items: T[]): number;
  /** @eos calls 0 each */
  forEach(callback: (value: T, index: number) => void): void;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  map<U>(callback: (value: T, index: number) => U): U[];
  /** @eos pure */
  join(separator?: string): string;
  [Symbol.iterator](): any;
}
interface ReadonlyArray<T> { readonly length: number; readonly [n: number]: T }
interface SymbolConstructor { readonly iterator: unique symbol; readonly asyncIterator: unique symbol }
declare var Symbol: SymbolConstructor;
interface Promise<T> {
  /** @eos then */
  then<U>(done: (value: T) => U, failed?: (error: any) => U): Promise<U>;
  /** @eos catch */
  catch<U>(failed: (error: any) => U): Promise<T | U>;
}
interface PromiseLike<T> { then<U>(done: (value: T) => U): PromiseLike<U> }
interface AsyncIterator<T> { next(): Promise<{ done?: boolean; value: T }> }
interface AsyncIterable<T> { [Symbol.asyncIterator](): AsyncIterator<T> }
interface AsyncIterableIterator<T> extends AsyncIterator<T> { [Symbol.asyncIterator](): AsyncIterableIterator<T> }
interface PromiseConstructor {
  /** @eos calls 0 once */
  new <T>(
    executor: (
      resolve: (value: T) => void,
      reject: {
        /** @eos throws */
        (reason?: any): void;
      },
    ) => void,
  ): Promise<T>;
  /** @eos join all */
  all(values: any): Promise<any>;
  resolve<T>(value: T): Promise<T>;
}
declare var Promise: PromiseConstructor;
/** @eos container set */
interface Set<T> {
  /** @eos check key=0 */
  has(value: T): boolean;
  /** @eos fill key=0 */
  add(value: T): this;
  /** @eos forget key=0 */
  delete(value: T): boolean;
}
declare var Set: {
  /** @eos pure */
  new <T = any>(items?: any): Set<T>;
};
/** @eos container map */
interface Map<K, V> {
  /** @eos check key=0 */
  has(key: K): boolean;
  /** @eos check key=0 */
  get(key: K): V | undefined;
  /** @eos fill key=0 */
  set(key: K, value: V): this;
}
declare var Map: {
  /** @eos pure */
  new <K = any, V = any>(entries?: any): Map<K, V>;
};
interface JSON {
  /** @eos pure */
  parse(text: any): any;
  /** @eos pure */
  stringify(value: any): string;
}
declare var JSON: JSON;
interface Math {
  /** @eos unstable random */
  random(): number;
  /** @eos pure */
  floor(value: number): number;
}
declare var Math: Math;
interface Date {
  /** @eos pure */
  getTime(): number;
  /** @eos pure */
  toISOString(): string;
}
declare var Date: {
  /**
   * @eos when !0 unstable clock
   * @eos pure
   */
  new (value?: any): Date;
  /** @eos unstable clock */
  now(): number;
};
interface StringConstructor {
  /** @eos pure */
  (value?: any): string;
}
declare var String: StringConstructor;
interface NumberConstructor {
  /** @eos pure */
  (value?: any): number;
}
declare var Number: NumberConstructor;
interface BooleanConstructor {
  /** @eos pure */
  (value?: any): boolean;
}
declare var Boolean: BooleanConstructor;
interface ObjectConstructor {
  /** @eos same */
  freeze<T>(value: T): T;
}
declare var Object: ObjectConstructor;
interface Buffer {
  /** @eos pure */
  toString(encoding?: string): string;
}
declare namespace NodeJS {
  interface Process {
    /** @eos env */
    readonly env: { [name: string]: string | undefined };
    /** @eos unstable process */
    readonly pid: number;
  }
  interface Require { (id: string): any }
  interface Module { exports: any }
}
declare var process: NodeJS.Process;
declare var require: NodeJS.Require;
declare var module: NodeJS.Module;
declare var exports: any;
interface Console {
  /** @eos log */
  log(...data: any[]): void;
}
declare var console: Console;
type Partial<T> = { [P in keyof T]?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Awaited<T> = T extends null | undefined ? T : T extends object & { then(done: infer F, ...rest: infer _): any }
  ? F extends (value: infer V, ...rest: infer _) => any ? Awaited<V> : never : T;
`,
};
