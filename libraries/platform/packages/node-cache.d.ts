// node-cache 5.

/** @eos container cache */
declare class NodeCache {
  constructor(options?: NodeCache.Options);
  /** @eos check key=0 */
  has(key: string | number): boolean;
  /** @eos check key=0 */
  get<T>(key: string | number): T | undefined;
  /**
   * @eos check key=0
   * @eos forget key=0
   */
  take<T>(key: string | number): T | undefined;
  /** @eos fill key=0 */
  set<T>(key: string | number, value: T, ttl?: number | string): boolean;
  /** @eos forget key=0 */
  del(keys: any): number;
  mget<T>(keys: any[]): { [key: string]: T };
  mset<T>(entries: any[]): boolean;
  ttl(key: string | number, ttl?: number): boolean;
  getTtl(key: string | number): number | undefined;
  keys(): string[];
  /** @eos forget */
  flushAll(): void;
  close(): void;
  getStats(): any;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
}

declare namespace NodeCache {
  interface Options {
    stdTTL?: number;
    checkperiod?: number;
    [option: string]: any;
  }
}

export = NodeCache;
