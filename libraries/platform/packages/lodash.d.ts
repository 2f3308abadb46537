// lodash 4. What it computes depends on its arguments; what it puts off runs later, and nobody waits for it.

interface Computation {
  /** @eos pure */
  (...args: any[]): any;
}

interface Mapping {
  /**
   * @eos calls 1 each
   * @eos pure
   */
  (...args: any[]): any;
}

interface LoDashStatic {
  (value?: any): any;
  /** @eos calls 0 later */
  debounce<F extends (...args: any[]) => any>(fn: F, ms?: number, options?: any): F;
  /** @eos calls 0 later */
  throttle<F extends (...args: any[]) => any>(fn: F, ms?: number, options?: any): F;
  /** @eos calls 0 later */
  delay(fn: (...args: any[]) => any, ms: number, ...args: any[]): number;
  /** @eos calls 0 later */
  defer(fn: (...args: any[]) => any, ...args: any[]): number;
  /** @eos same */
  once<F extends (...args: any[]) => any>(fn: F): F;
  /** @eos same */
  memoize<F extends (...args: any[]) => any>(fn: F, resolver?: (...args: any[]) => any): F;
  /** @eos calls 1 each */
  forEach<T>(items: readonly T[] | null | undefined, callback: (value: T, index: number) => any): any;
  /** @eos calls 1 each */
  forEach(items: any, callback: (value: any, key: any) => any): any;
  /** @eos calls 1 each */
  each<T>(items: readonly T[] | null | undefined, callback: (value: T, index: number) => any): any;
  /** @eos calls 1 each */
  each(items: any, callback: (value: any, key: any) => any): any;
  /** @eos calls 1 each */
  forOwn(value: any, callback: (value: any, key: string) => any): any;
  /** @eos calls 1 each */
  times<R>(count: number, callback: (index: number) => R): R[];
  /** @eos unstable counter */
  uniqueId(prefix?: string): string;
  /** @eos unstable random */
  random(...args: any[]): number;
  /** @eos unstable random */
  sample(items: any): any;
  /** @eos unstable random */
  sampleSize(items: any, count?: number): any[];
  /** @eos unstable random */
  shuffle(items: any): any[];
  /** @eos unstable clock */
  now(): number;
  noop(...args: any[]): void;
  /** @eos same */
  identity<T>(value: T): T;
  /** @eos pure */
  chunk<T>(items: readonly T[] | null | undefined, size?: number): T[][];
  /** @eos pure */
  compact<T>(items: readonly T[] | null | undefined): T[];
  concat: Computation;
  difference: Computation;
  differenceBy: Computation;
  drop: Computation;
  dropRight: Computation;
  flatten: Computation;
  flattenDeep: Computation;
  fromPairs: Computation;
  head: Computation;
  first: Computation;
  initial: Computation;
  intersection: Computation;
  last: Computation;
  nth: Computation;
  tail: Computation;
  take: Computation;
  /** @eos pure */
  uniq<T>(items: readonly T[] | null | undefined): T[];
  uniqBy: Mapping;
  union: Computation;
  without: Computation;
  zip: Computation;
  zipObject: Computation;
  countBy: Mapping;
  /**
   * @eos calls 1 each
   * @eos pure
   */
  filter<T>(items: readonly T[] | null | undefined, callback?: (value: T, index: number) => unknown): T[];
  /**
   * @eos calls 1 each
   * @eos pure
   */
  filter(items: any, callback?: any): any[];
  find: Mapping;
  findIndex: Mapping;
  findLast: Mapping;
  groupBy: Mapping;
  keyBy: Mapping;
  /**
   * @eos calls 1 each
   * @eos pure
   */
  map<T, R>(items: readonly T[] | null | undefined, callback: (value: T, index: number) => R): R[];
  /**
   * @eos calls 1 each
   * @eos pure
   */
  map(items: any, callback?: any): any[];
  flatMap: Mapping;
  includes: Computation;
  orderBy: Computation;
  partition: Mapping;
  reduce: Mapping;
  reject: Mapping;
  size: Computation;
  some: Mapping;
  every: Mapping;
  sortBy: Mapping;
  sum: Computation;
  sumBy: Mapping;
  max: Computation;
  maxBy: Mapping;
  min: Computation;
  minBy: Mapping;
  mean: Computation;
  assign: Computation;
  merge: Computation;
  defaults: Computation;
  get: Computation;
  has: Computation;
  invert: Computation;
  keys: Computation;
  mapKeys: Mapping;
  mapValues: Mapping;
  omit: Computation;
  omitBy: Mapping;
  pick: Computation;
  pickBy: Mapping;
  set: Computation;
  toPairs: Computation;
  entries: Computation;
  values: Computation;
  /** @eos pure */
  cloneDeep<T>(value: T): T;
  /** @eos pure */
  clone<T>(value: T): T;
  camelCase: Computation;
  capitalize: Computation;
  kebabCase: Computation;
  lowerCase: Computation;
  snakeCase: Computation;
  startCase: Computation;
  toLower: Computation;
  toUpper: Computation;
  trim: Computation;
  truncate: Computation;
  upperFirst: Computation;
  padStart: Computation;
  isArray: Computation;
  isBoolean: Computation;
  isEmpty: Computation;
  isEqual: Computation;
  isFunction: Computation;
  isNil: Computation;
  isNull: Computation;
  isNumber: Computation;
  isObject: Computation;
  isPlainObject: Computation;
  isString: Computation;
  isUndefined: Computation;
  toInteger: Computation;
  toNumber: Computation;
  toString: Computation;
  clamp: Computation;
  inRange: Computation;
  range: Computation;
}

declare const _: LoDashStatic;
export = _;
