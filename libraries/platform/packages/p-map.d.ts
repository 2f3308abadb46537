// p-map 4 to 7.

/** @eos calls 1 each */
declare function pMap<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  mapper: (item: Awaited<T>, index: number) => PromiseLike<R> | R,
  options?: any,
): Promise<R[]>;

declare namespace pMap {
  export { pMap as default };
  export type Mapper<T = any, R = any> = (item: T, index: number) => PromiseLike<R> | R;

  export interface Options {
    concurrency?: number;
    stopOnError?: boolean;
  }
}

export = pMap;
