import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a collector works on: the heap of the thread that it runs in. */
export interface Heap {
  /** Bytes in use, dead objects among them. */
  readonly used: () => number;
  readonly collect: () => void;
}

/** The heap of the thread that asks. V8 collects on request only where that is asked for before a context is made. */
export function ownHeap(): Heap {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  return {
    used: () => getHeapStatistics().used_heap_size,
    collect: () => {
      if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
    },
  };
}

/**
 * Collects once much more is in use than there was after the last time. Left alone, a heap that is allowed to become large
 * does so before its old part is ever looked through: every change of a text leaves an outdated program behind. `slack`
 * is what may lie around, in bytes, before it is worth looking for it.
 */
export function openCollector({ used, collect }: Heap, slack: number): () => void {
  let kept = 0;
  return () => {
    if (used() < kept + Math.max(slack, kept / 2)) return;
    collect();
    kept = used();
  };
}
