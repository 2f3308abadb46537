// Collections in memory: a guard kept in one of these forgets everything at a restart.

/** @eos container set */
interface Set<T> {
  /** @eos check key=0 */
  has(value: T): boolean;
  /** @eos fill key=0 */
  add(value: T): this;
  /** @eos forget key=0 */
  delete(value: T): boolean;
  /** @eos forget */
  clear(): void;
  /** @eos calls 0 each */
  forEach(callback: (value: T, key: T, set: Set<T>) => void, self?: any): void;
  readonly size: number;
  /** @eos pure */
  entries(): ArrayIterator<[T, T]>;
  /** @eos pure */
  keys(): ArrayIterator<T>;
  /** @eos pure */
  values(): ArrayIterator<T>;
  /** @eos pure */
  union<U>(other: ReadonlySet<U>): Set<T | U>;
  /** @eos pure */
  intersection<U>(other: ReadonlySet<U>): Set<T & U>;
  /** @eos pure */
  difference<U>(other: ReadonlySet<U>): Set<T>;
  /** @eos pure */
  isSubsetOf(other: ReadonlySet<unknown>): boolean;
  /** @eos pure */
  isSupersetOf(other: ReadonlySet<unknown>): boolean;
  /** @eos pure */
  isDisjointFrom(other: ReadonlySet<unknown>): boolean;
  [Symbol.iterator](): ArrayIterator<T>;
}

/** @eos container set */
interface ReadonlySet<T> {
  /** @eos check key=0 */
  has(value: T): boolean;
  /** @eos calls 0 each */
  forEach(callback: (value: T, key: T, set: ReadonlySet<T>) => void, self?: any): void;
  readonly size: number;
  /** @eos pure */
  entries(): ArrayIterator<[T, T]>;
  /** @eos pure */
  keys(): ArrayIterator<T>;
  /** @eos pure */
  values(): ArrayIterator<T>;
  [Symbol.iterator](): ArrayIterator<T>;
}

interface SetConstructor {
  /** @eos pure */
  new <T = any>(items?: Iterable<T> | null): Set<T>;
  readonly prototype: Set<any>;
}

declare var Set: SetConstructor;

/** @eos container map */
interface Map<K, V> {
  /** @eos check key=0 */
  has(key: K): boolean;
  /** @eos check key=0 */
  get(key: K): V | undefined;
  /** @eos fill key=0 */
  set(key: K, value: V): this;
  /**
   * @eos check key=0
   * @eos fill key=0
   */
  getOrInsert(key: K, value: V): V;
  /**
   * @eos check key=0
   * @eos fill key=0
   * @eos calls 1 once
   */
  getOrInsertComputed(key: K, callback: (key: K) => V): V;
  /** @eos forget key=0 */
  delete(key: K): boolean;
  /** @eos forget */
  clear(): void;
  /** @eos calls 0 each */
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void, self?: any): void;
  readonly size: number;
  /** @eos pure */
  entries(): ArrayIterator<[K, V]>;
  /** @eos pure */
  keys(): ArrayIterator<K>;
  /** @eos pure */
  values(): ArrayIterator<V>;
  [Symbol.iterator](): ArrayIterator<[K, V]>;
}

/** @eos container map */
interface ReadonlyMap<K, V> {
  /** @eos check key=0 */
  has(key: K): boolean;
  /** @eos check key=0 */
  get(key: K): V | undefined;
  /** @eos calls 0 each */
  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, self?: any): void;
  readonly size: number;
  /** @eos pure */
  entries(): ArrayIterator<[K, V]>;
  /** @eos pure */
  keys(): ArrayIterator<K>;
  /** @eos pure */
  values(): ArrayIterator<V>;
  [Symbol.iterator](): ArrayIterator<[K, V]>;
}

interface MapConstructor {
  /** @eos pure */
  new (): Map<any, any>;
  /** @eos pure */
  new <K, V>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  /**
   * @eos calls 1 each
   * @eos pure
   */
  groupBy<K, T>(items: Iterable<T>, key: (item: T, index: number) => K): Map<K, T[]>;
  readonly prototype: Map<any, any>;
}

declare var Map: MapConstructor;

/** @eos container set */
interface WeakSet<T extends WeakKey> {
  /** @eos check key=0 */
  has(value: T): boolean;
  /** @eos fill key=0 */
  add(value: T): this;
  /** @eos forget key=0 */
  delete(value: T): boolean;
}

interface WeakSetConstructor {
  /** @eos pure */
  new <T extends WeakKey = WeakKey>(items?: Iterable<T> | null): WeakSet<T>;
  readonly prototype: WeakSet<WeakKey>;
}

declare var WeakSet: WeakSetConstructor;

/** @eos container map */
interface WeakMap<K extends WeakKey, V> {
  /** @eos check key=0 */
  has(key: K): boolean;
  /** @eos check key=0 */
  get(key: K): V | undefined;
  /** @eos fill key=0 */
  set(key: K, value: V): this;
  /** @eos forget key=0 */
  delete(key: K): boolean;
}

interface WeakMapConstructor {
  /** @eos pure */
  new <K extends WeakKey = WeakKey, V = any>(entries?: Iterable<readonly [K, V]> | null): WeakMap<K, V>;
  readonly prototype: WeakMap<WeakKey, any>;
}

declare var WeakMap: WeakMapConstructor;

interface WeakRef<T extends WeakKey> {
  deref(): T | undefined;
}

interface WeakRefConstructor {
  new <T extends WeakKey>(target: T): WeakRef<T>;
  readonly prototype: WeakRef<any>;
}

declare var WeakRef: WeakRefConstructor;

interface FinalizationRegistry<T> {
  register(target: WeakKey, held: T, token?: WeakKey): void;
  unregister(token: WeakKey): boolean;
}

interface FinalizationRegistryConstructor {
  /** @eos calls 0 later */
  new <T>(cleanup: (held: T) => void): FinalizationRegistry<T>;
  readonly prototype: FinalizationRegistry<any>;
}

declare var FinalizationRegistry: FinalizationRegistryConstructor;
