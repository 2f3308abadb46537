import { Worker } from 'node:worker_threads';
import { BATCH, sumOf, type BatchOrder, type BatchResult, type Found, type Tally } from './batch.ts';
import type { Answer } from './worker.ts';

export interface DifferentialOptions {
  readonly handlers: number;
  /** The number of the first one: what takes too long for one day is done in parts. A multiple of `BATCH`. */
  readonly first: number;
  /** About so many runs a handler may take. */
  readonly budget: number;
  /** Handlers are the same for the same seed, whatever `jobs` says. */
  readonly seed: number;
  /** Threads. */
  readonly jobs: number;
  /** So many disagreeing handlers are enough to stop. */
  readonly enough: number;
}

export interface DifferentialResult {
  readonly handlers: number;
  readonly effects: number;
  readonly runs: number;
  readonly seconds: number;
  readonly verdicts: Tally;
  readonly steps: Tally;
  readonly faults: Tally;
  /** By number of the handler. */
  readonly found: readonly Found[];
}

/** Judges generated handlers by the explorer and by execution, and compares every effect. */
export async function differential(options: DifferentialOptions): Promise<DifferentialResult> {
  const started = performance.now();
  const orders = ordersOf(options);
  const results: BatchResult[] = [];
  const isEnough = (): boolean => results.reduce((sum, { found }) => sum + found.length, 0) >= options.enough;
  const threads = Array.from({ length: Math.min(options.jobs, orders.length) }, () => openThread());
  try {
    await Promise.all(
      threads.map(async (thread) => {
        for (let next = orders.shift(); next !== undefined && !isEnough(); next = orders.shift()) {
          results.push(await thread.run(next));
        }
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
  return summaryOf(results, (performance.now() - started) / 1000);
}

function ordersOf({ handlers, first, seed, budget }: DifferentialOptions): BatchOrder[] {
  return Array.from({ length: Math.ceil(handlers / BATCH) }, (_, batch) => ({
    seed,
    batch: first / BATCH + batch,
    size: Math.min(BATCH, handlers - batch * BATCH),
    budget,
  }));
}

interface Thread {
  readonly run: (order: BatchOrder) => Promise<BatchResult>;
  readonly close: () => Promise<number>;
}

function openThread(): Thread {
  // Nearly everything lives for one run only: with a young generation this large little of it is ever copied.
  const resourceLimits = { stackSizeMb: 16, maxYoungGenerationSizeMb: 192 };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { resourceLimits });
  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners();
        worker.on('error', reject);
        worker.on('message', ({ result, failure }: Answer) => {
          if (result === undefined) reject(new Error(`batch ${order.batch}: ${failure ?? 'no answer'}`));
          else resolve(result);
        });
        worker.postMessage(order);
      }),
    close: () => worker.terminate(),
  };
}

function summaryOf(results: readonly BatchResult[], seconds: number): DifferentialResult {
  const sum = (of: (result: BatchResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  return {
    handlers: sum(({ handlers }) => handlers),
    effects: sum(({ effects }) => effects),
    runs: sum(({ runs }) => runs),
    seconds,
    verdicts: sumOf(results.map(({ verdicts }) => verdicts)),
    steps: sumOf(results.map(({ steps }) => steps)),
    faults: sumOf(results.map(({ faults }) => faults)),
    found: results.flatMap(({ found }) => found).toSorted((a, b) => a.handler - b.handler),
  };
}
