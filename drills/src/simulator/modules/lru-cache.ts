import { packaged } from './requests.ts';

/** A map in memory; nothing is ever evicted within the two messages of a run. */
class LRUCache extends Map<unknown, unknown> {
  constructor(_options?: unknown) {
    super();
  }

  peek(key: unknown): unknown {
    return this.get(key);
  }
}

/** The library `lru-cache`: as good as a `Map`, and gone with the process like one. */
export function lruCache(): object {
  return packaged(LRUCache, { LRUCache });
}
