// lru-cache 10 and 11. An entry goes when the process does, and also before that.

/** @eos container cache */
declare class LRUCache<K = any, V = any, F = any> {
  constructor(options?: any);
  /** @eos check key=0 */
  has(key: K, options?: any): boolean;
  /** @eos check key=0 */
  get(key: K, options?: any): V | undefined;
  /** @eos check key=0 */
  peek(key: K, options?: any): V | undefined;
  /** @eos fill key=0 */
  set(key: K, value: V, options?: any): this;
  /** @eos forget key=0 */
  delete(key: K): boolean;
  /** @eos forget */
  clear(): void;
  /** @eos calls 0 each */
  forEach(callback: (value: V, key: K, cache: this) => any, self?: any): void;
  fetch(key: K, options?: any): Promise<any>;
  purgeStale(): boolean;
  readonly size: number;
  readonly max: number;
}

declare namespace LRUCache {
  export { LRUCache, LRUCache as default };
}

export = LRUCache;
