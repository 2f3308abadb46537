import { Worker } from 'node:worker_threads';
import { failureOf } from './analysis-failure.ts';

// A program lives until the end: with little room for the young, collecting them takes a tenth of the time.
const resourceLimits = { stackSizeMb: 64, maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 };

/** Runs a job on a thread with a deep stack and an end to its memory; never rejects. */
export function inWorker<Reply>(
  worker: 'analysis-worker.js' | 'facts-worker.js',
  job: object,
): Promise<Reply | ReturnType<typeof failureOf>> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL(worker, import.meta.url), { workerData: job, resourceLimits });
    thread.once('message', resolve);
    thread.once('error', (error) => {
      resolve(failureOf(error));
    });
    thread.once('exit', (code) => {
      resolve(failureOf(new Error(`the analysis stopped with code ${code}`)));
    });
  });
}
