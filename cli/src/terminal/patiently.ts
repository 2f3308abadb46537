import type { Terminal } from './output.ts';
import { safe } from './safe.ts';

/** Somebody who watches is told that there is work going on, once they would wonder. */
export async function patiently<Value>(work: Promise<Value>, { isWatched, complain }: Terminal): Promise<Value> {
  if (!isWatched) return work;
  const timer = setTimeout(() => {
    complain(safe`kafka-eos: analysing …\n`);
  }, 1000);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
