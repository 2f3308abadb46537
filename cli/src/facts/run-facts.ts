import { Worker } from 'node:worker_threads';
import { failureOf } from '../analysis-failure.ts';
import type { RunFacts } from './facts-job.ts';

const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 4096 };

/** States the facts on a thread with a deep stack and an end to its memory; never rejects. */
export const runFacts: RunFacts = (job) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('../facts-worker.js', import.meta.url), { workerData: job, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', (error) => {
      resolve(failureOf(error));
    });
    worker.once('exit', (code) => {
      resolve(failureOf(new Error(`the analysis stopped with code ${code}`)));
    });
  });
