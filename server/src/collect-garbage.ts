/** What a collector works on: the heap of the thread that it runs in. */
export interface Heap {
  /** Bytes in use, dead objects among them. */
  readonly used: () => number;
  readonly collect: () => void;
}

/** Bytes that may lie around before it is worth looking for them. */
const slack = 48 * 1024 * 1024;

/**
 * Collects once much more is in use than there was after the last time. Left alone, a heap that is allowed to become large
 * does so before its old part is ever looked through: every change of a text leaves an outdated program behind.
 */
export function openCollector({ used, collect }: Heap): () => void {
  let kept = 0;
  return () => {
    if (used() < kept + Math.max(slack, kept / 2)) return;
    collect();
    kept = used();
  };
}
