// quick-lru 6 and 7.

/** @eos container cache */
declare class QuickLRU<K = any, V = any> {
  constructor(options: QuickLRU.Options<K, V>);
  /** @eos check key=0 */
  has(key: K): boolean;
  /** @eos check key=0 */
  get(key: K): V | undefined;
  /** @eos check key=0 */
  peek(key: K): V | undefined;
  /** @eos fill key=0 */
  set(key: K, value: V, options?: any): this;
  /** @eos forget key=0 */
  delete(key: K): boolean;
  /** @eos forget */
  clear(): void;
  resize(maxSize: number): void;
  readonly size: number;
}

declare namespace QuickLRU {
  export { QuickLRU as default };

  export interface Options<K, V> {
    readonly maxSize: number;
    readonly maxAge?: number;
    onEviction?: (key: K, value: V) => void;
  }
}

export = QuickLRU;
