// Lists. A list that outlives a message may serve as a memory of messages, hence check, fill and forget.

interface ConcatArray<T> extends ArrayLike<T> {
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
}

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [n: number]: T;
  /** @eos check key=0 */
  includes(item: T, from?: number): boolean;
  /** @eos check key=0 */
  indexOf(item: T, from?: number): number;
  /** @eos check key=0 */
  lastIndexOf(item: T, from?: number): number;
  /** @eos calls 0 each */
  forEach(callback: (value: T, index: number) => void, self?: any): void;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  map<U>(callback: (value: T, index: number) => U, self?: any): U[];
  /**
   * @eos calls 0 each
   * @eos pure
   */
  flatMap<U>(callback: (value: T, index: number) => U | readonly U[], self?: any): U[];
  /**
   * @eos calls 0 each
   * @eos pure
   * @eos subset
   */
  filter<S extends T>(callback: (value: T, index: number) => value is S, self?: any): S[];
  /**
   * @eos calls 0 each
   * @eos pure
   * @eos subset
   */
  filter(callback: (value: T, index: number) => unknown, self?: any): T[];
  /**
   * @eos calls 0 each
   * @eos pure
   * @eos element
   */
  find<S extends T>(callback: (value: T, index: number) => value is S, self?: any): S | undefined;
  /**
   * @eos calls 0 each
   * @eos pure
   * @eos element
   */
  find(callback: (value: T, index: number) => unknown, self?: any): T | undefined;
  /**
   * @eos calls 0 each
   * @eos pure
   * @eos element
   */
  findLast(callback: (value: T, index: number) => unknown, self?: any): T | undefined;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  findIndex(callback: (value: T, index: number) => unknown, self?: any): number;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  findLastIndex(callback: (value: T, index: number) => unknown, self?: any): number;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  some(callback: (value: T, index: number) => unknown, self?: any): boolean;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  every<S extends T>(callback: (value: T, index: number) => value is S, self?: any): this is readonly S[];
  /**
   * @eos calls 0 each
   * @eos pure
   */
  every(callback: (value: T, index: number) => unknown, self?: any): boolean;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  reduce(callback: (sum: T, value: T, index: number) => T): T;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  reduce(callback: (sum: T, value: T, index: number) => T, start: T): T;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  reduce<U>(callback: (sum: U, value: T, index: number) => U, start: U): U;
  /**
   * @eos calls 0 each
   * @eos pure
   */
  reduceRight<U>(callback: (sum: U, value: T, index: number) => U, start: U): U;
  /**
   * @eos pure
   * @eos element
   */
  at(index: number): T | undefined;
  /**
   * @eos pure
   * @eos subset
   */
  slice(start?: number, end?: number): T[];
  /**
   * @eos pure
   * @eos subset
   */
  concat(...items: (T | ConcatArray<T>)[]): T[];
  /** @eos pure */
  join(separator?: string): string;
  /** @eos pure */
  flat(): (T extends readonly (infer U)[] ? U : T)[];
  /** @eos pure */
  flat(depth: number): any[];
  /**
   * @eos pure
   * @eos subset
   */
  toReversed(): T[];
  /**
   * @eos pure
   * @eos subset
   */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** @eos pure */
  toSpliced(start: number, count?: number, ...items: T[]): T[];
  /** @eos pure */
  with(index: number, value: T): T[];
  /** @eos pure */
  toString(): string;
  /** @eos pure */
  entries(): ArrayIterator<[number, T]>;
  /** @eos pure */
  keys(): ArrayIterator<number>;
  /** @eos pure */
  values(): ArrayIterator<T>;
  [Symbol.iterator](): ArrayIterator<T>;
}

/** @eos container array */
interface Array<T> extends ReadonlyArray<T> {
  length: number;
  [n: number]: T;
  /** @eos fill key=0 */
  push(...items: T[]): number;
  /** @eos fill key=0 */
  unshift(...items: T[]): number;
  /**
   * @eos forget
   * @eos element
   */
  pop(): T | undefined;
  /**
   * @eos forget
   * @eos element
   */
  shift(): T | undefined;
  /** @eos forget */
  splice(start: number, count?: number, ...items: T[]): T[];
  /**
   * @eos pure
   * @eos subset
   */
  reverse(): T[];
  /**
   * @eos pure
   * @eos subset
   */
  sort(compare?: (a: T, b: T) => number): this;
  /** @eos pure */
  fill(value: T, start?: number, end?: number): this;
  copyWithin(target: number, start: number, end?: number): this;
}

interface ArrayConstructor {
  /** @eos pure */
  new (length?: number): any[];
  /** @eos pure */
  new <T>(...items: T[]): T[];
  /** @eos pure */
  (length?: number): any[];
  /** @eos pure */
  <T>(...items: T[]): T[];
  /** @eos pure */
  isArray(value: any): value is any[];
  /** @eos pure */
  of<T>(...items: T[]): T[];
  /** @eos pure */
  from<T>(items: Iterable<T> | ArrayLike<T>): T[];
  /**
   * @eos calls 1 each
   * @eos pure
   */
  from<T, U>(items: Iterable<T> | ArrayLike<T>, callback: (value: T, index: number) => U, self?: any): U[];
  /** @eos pure */
  fromAsync<T>(items: AsyncIterable<T> | Iterable<T | PromiseLike<T>>): Promise<T[]>;
  readonly prototype: any[];
}

declare var Array: ArrayConstructor;
