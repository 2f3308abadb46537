import { parentPort } from 'node:worker_threads';
import { runBatch, type BatchOrder, type BatchResult } from './batch.ts';

/** What a thread is asked, and what it answers; an answer without a result says what went wrong. */
export interface Answer {
  readonly batch: number;
  readonly result?: BatchResult;
  readonly failure?: string;
}

parentPort?.on('message', (order: BatchOrder) => {
  void runBatch(order).then(
    (result) => parentPort?.postMessage({ batch: order.batch, result } satisfies Answer),
    (error: unknown) => {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ batch: order.batch, failure } satisfies Answer);
    },
  );
});
