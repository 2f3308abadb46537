// Objects, functions, JSON and what looks into objects.

interface Object {
  constructor: Function;
  /** @eos pure */
  toString(): string;
  toLocaleString(): string;
  /** @eos pure */
  valueOf(): Object;
  hasOwnProperty(key: PropertyKey): boolean;
  isPrototypeOf(value: Object): boolean;
  propertyIsEnumerable(key: PropertyKey): boolean;
}

interface ObjectConstructor {
  new (value?: any): Object;
  (value?: any): any;
  readonly prototype: Object;
  /** @eos pure */
  keys(value: object): string[];
  /** @eos pure */
  values<T>(value: { [key: string]: T } | ArrayLike<T>): T[];
  /** @eos pure */
  values(value: {}): any[];
  /** @eos pure */
  entries<T>(value: { [key: string]: T } | ArrayLike<T>): [string, T][];
  /** @eos pure */
  entries(value: {}): [string, any][];
  /** @eos pure */
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [key: string]: T };
  /** @eos pure */
  fromEntries(entries: Iterable<readonly any[]>): any;
  /**
   * @eos pure
   * @eos merge
   */
  assign<T extends {}, U>(target: T, source: U): T & U;
  /**
   * @eos pure
   * @eos merge
   */
  assign<T extends {}, U, V>(target: T, first: U, second: V): T & U & V;
  /**
   * @eos pure
   * @eos merge
   */
  assign(target: object, ...sources: any[]): any;
  /** @eos same */
  freeze<T>(value: T): Readonly<T>;
  /** @eos same */
  seal<T>(value: T): T;
  /** @eos same */
  preventExtensions<T>(value: T): T;
  isFrozen(value: any): boolean;
  create(prototype: object | null, properties?: any): any;
  /** @eos same */
  defineProperty<T>(value: T, key: PropertyKey, descriptor: PropertyDescriptor): T;
  /** @eos same */
  defineProperties<T>(value: T, descriptors: { [key: PropertyKey]: PropertyDescriptor }): T;
  getPrototypeOf(value: any): any;
  /** @eos same */
  setPrototypeOf(value: any, prototype: object | null): any;
  /** @eos pure */
  getOwnPropertyNames(value: any): string[];
  getOwnPropertySymbols(value: any): symbol[];
  getOwnPropertyDescriptor(value: any, key: PropertyKey): PropertyDescriptor | undefined;
  hasOwn(value: object, key: PropertyKey): boolean;
  /** @eos pure */
  is(a: any, b: any): boolean;
  /**
   * @eos calls 1 each
   * @eos pure
   */
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, key: (item: T, i: number) => K): Partial<Record<K, T[]>>;
}

declare var Object: ObjectConstructor;

interface Function {
  apply(this: Function, self: any, args?: any): any;
  call(this: Function, self: any, ...args: any[]): any;
  bind(this: Function, self: any, ...args: any[]): any;
  toString(): string;
  prototype: any;
  readonly length: number;
  readonly name: string;
  [Symbol.hasInstance](value: any): boolean;
}

interface FunctionConstructor {
  new (...args: string[]): Function;
  (...args: string[]): Function;
  readonly prototype: Function;
}

declare var Function: FunctionConstructor;

interface CallableFunction extends Function {
  apply<T, R>(this: (this: T) => R, self: T): R;
  apply<T, A extends any[], R>(this: (this: T, ...args: A) => R, self: T, args: A): R;
  call<T, A extends any[], R>(this: (this: T, ...args: A) => R, self: T, ...args: A): R;
  bind<F>(this: F, self: ThisParameterType<F>): OmitThisParameter<F>;
  bind<T, A extends any[], B extends any[], R>(
    this: (this: T, ...args: [...A, ...B]) => R,
    self: T,
    ...args: A
  ): (...args: B) => R;
}

interface NewableFunction extends Function {
  bind<T>(this: T, self: any): T;
}

interface IArguments {
  [index: number]: any;
  length: number;
  callee: Function;
  [Symbol.iterator](): ArrayIterator<any>;
}

interface Boolean {
  /** @eos pure */
  valueOf(): boolean;
}

interface BooleanConstructor {
  /** @eos pure */
  new (value?: any): Boolean;
  /** @eos pure */
  <T>(value?: T): boolean;
  readonly prototype: Boolean;
}

declare var Boolean: BooleanConstructor;

interface Symbol {
  toString(): string;
  valueOf(): symbol;
  readonly description: string | undefined;
}

interface SymbolConstructor {
  /** @eos unstable counter */
  (description?: string | number): symbol;
  /** @eos pure */
  for(key: string): symbol;
  readonly prototype: Symbol;
  readonly iterator: unique symbol;
  readonly asyncIterator: unique symbol;
  readonly hasInstance: unique symbol;
  readonly toPrimitive: unique symbol;
  readonly toStringTag: unique symbol;
  readonly dispose: unique symbol;
  readonly asyncDispose: unique symbol;
}

declare var Symbol: SymbolConstructor;

interface JSON {
  /** @eos pure */
  parse(text: string, reviver?: (this: any, key: string, value: any) => any): any;
  /** @eos pure */
  stringify(
    value: any,
    replacer?: ((key: string, value: any) => any) | (number | string)[] | null,
    space?: string | number,
  ): string;
}

declare var JSON: JSON;

declare namespace Reflect {
  /** @eos pure */
  function get(target: object, key: PropertyKey, receiver?: any): any;
  function set(target: object, key: PropertyKey, value: any, receiver?: any): boolean;
  function has(target: object, key: PropertyKey): boolean;
  /** @eos pure */
  function ownKeys(target: object): (string | symbol)[];
  function apply(target: Function, self: any, args: ArrayLike<any>): any;
  function construct(target: Function, args: ArrayLike<any>, newTarget?: Function): any;
  function getPrototypeOf(target: object): object | null;
  function defineProperty(target: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean;
  function deleteProperty(target: object, key: PropertyKey): boolean;
}

interface ProxyHandler<T extends object> {
  [trap: string]: any;
}

interface ProxyConstructor {
  /** @eos same */
  new <T extends object>(target: T, handler: ProxyHandler<T>): T;
  revocable<T extends object>(target: T, handler: ProxyHandler<T>): { proxy: T; revoke: () => void };
}

declare var Proxy: ProxyConstructor;

/** @eos same */
declare function structuredClone<T = any>(value: T, options?: any): T;
declare function eval(code: string): any;
