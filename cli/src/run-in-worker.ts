import { Worker } from 'node:worker_threads';
import { failureOf, type Failure } from './analysis-failure.ts';

const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 4096 };

/** Runs a job on a thread with a deep stack and an end to its memory; never rejects. */
export function runInWorker<Reply>(file: URL, job: object): Promise<Reply | Failure> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: job, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', (error) => {
      resolve(failureOf(error));
    });
    worker.once('exit', (code) => {
      resolve(failureOf(new Error(`the analysis stopped with code ${code}`)));
    });
  });
}
