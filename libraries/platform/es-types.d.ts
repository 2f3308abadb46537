// What TypeScript itself looks up, and the types that are computed from types.

type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, V> = { [P in K]: V };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = { [P in Exclude<keyof T, K>]: T[P] };
type NonNullable<T> = T & {};
type Parameters<F extends (...args: any) => any> = F extends (...args: infer A) => any ? A : never;
type ReturnType<F extends (...args: any) => any> = F extends (...args: any) => infer R ? R : any;
type ConstructorParameters<C extends abstract new (...args: any) => any> = C extends abstract new (
  ...args: infer A
) => any
  ? A
  : never;
type InstanceType<C extends abstract new (...args: any) => any> = C extends abstract new (...args: any) => infer I
  ? I
  : any;
type ThisParameterType<F> = F extends (this: infer T, ...args: never) => any ? T : unknown;
type OmitThisParameter<F> =
  unknown extends ThisParameterType<F> ? F : F extends (...args: infer A) => infer R ? (...args: A) => R : F;
type Awaited<T> = T extends { then(onfulfilled: infer F, ...rest: infer _): any }
  ? F extends (value: infer V, ...rest: infer _) => any
    ? Awaited<V>
    : never
  : T;
type Uppercase<S extends string> = intrinsic;
type Lowercase<S extends string> = intrinsic;
type Capitalize<S extends string> = intrinsic;
type Uncapitalize<S extends string> = intrinsic;
type NoInfer<T> = intrinsic;
type BuiltinIteratorReturn = intrinsic;
type PropertyKey = string | number | symbol;
type WeakKey = object | symbol;

interface ThisType<T> {}

interface ArrayLike<T> {
  readonly length: number;
  readonly [n: number]: T;
}

interface IteratorYieldResult<T> {
  done?: false;
  value: T;
}

interface IteratorReturnResult<R> {
  done: true;
  value: R;
}

type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;

interface Iterator<T, R = any, N = any> {
  next(...values: [] | [N]): IteratorResult<T, R>;
  return?(value?: R): IteratorResult<T, R>;
  throw?(error?: any): IteratorResult<T, R>;
}

interface Iterable<T, R = any, N = any> {
  [Symbol.iterator](): Iterator<T, R, N>;
}

interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>;
}

interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> {
  [Symbol.iterator](): IteratorObject<T, R, N>;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  map<U>(callback: (value: T, index: number) => U): IteratorObject<U, undefined, unknown>;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  filter(callback: (value: T, index: number) => unknown): IteratorObject<T, undefined, unknown>;
  /** @eos calls 0 each */
  forEach(callback: (value: T, index: number) => void): void;
  /** @eos pure */
  toArray(): T[];
}

interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> {
  [Symbol.iterator](): ArrayIterator<T>;
}

interface Generator<T = unknown, R = any, N = any> extends IteratorObject<T, R, N> {
  next(...values: [] | [N]): IteratorResult<T, R>;
  return(value: R): IteratorResult<T, R>;
  throw(error: any): IteratorResult<T, R>;
  [Symbol.iterator](): Generator<T, R, N>;
}

interface AsyncIterator<T, R = any, N = any> {
  next(...values: [] | [N]): Promise<IteratorResult<T, R>>;
  return?(value?: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  throw?(error?: any): Promise<IteratorResult<T, R>>;
}

interface AsyncIterable<T, R = any, N = any> {
  [Symbol.asyncIterator](): AsyncIterator<T, R, N>;
}

interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIterableIterator<T, R, N>;
}

interface AsyncIteratorObject<T, R = unknown, N = unknown> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIteratorObject<T, R, N>;
}

interface AsyncGenerator<T = unknown, R = any, N = any> extends AsyncIteratorObject<T, R, N> {
  next(...values: [] | [N]): Promise<IteratorResult<T, R>>;
  return(value: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  throw(error: any): Promise<IteratorResult<T, R>>;
  [Symbol.asyncIterator](): AsyncGenerator<T, R, N>;
}

interface GeneratorFunction extends Function {}
interface AsyncGeneratorFunction extends Function {}

interface Disposable {
  [Symbol.dispose](): void;
}

interface AsyncDisposable {
  [Symbol.asyncDispose](): PromiseLike<void>;
}

interface PropertyDescriptor {
  configurable?: boolean;
  enumerable?: boolean;
  value?: any;
  writable?: boolean;
  get?(): any;
  set?(value: any): void;
}

interface TypedPropertyDescriptor<T> {
  configurable?: boolean;
  enumerable?: boolean;
  value?: T;
  writable?: boolean;
  get?: () => T;
  set?: (value: T) => void;
}

type ClassDecorator = <F extends Function>(target: F) => F | void;
type PropertyDecorator = (target: Object, name: string | symbol) => void;
type MethodDecorator = <T>(
  target: Object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => TypedPropertyDescriptor<T> | void;
type ParameterDecorator = (target: Object, name: string | symbol | undefined, index: number) => void;

interface ImportMeta {
  readonly url: string;
  readonly dirname: string;
  readonly filename: string;
}

interface ImportCallOptions {}
interface ImportAttributes {}
