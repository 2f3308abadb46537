import { Worker } from 'node:worker_threads';
import { failureOf } from '../analysis-failure.ts';
import type { AnalysisJob, AnalysisReply, FailedReply, MapJob, MapReply } from '../worker-protocol.ts';

export type RunAnalysis = (job: AnalysisJob) => Promise<AnalysisReply>;
export type RunMap = (job: MapJob) => Promise<MapReply>;

// A program lives until the end: with little room for the young, collecting them takes a tenth of the time.
const resourceLimits = { stackSizeMb: 64, maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 };

/** Runs the analysis on a thread with a deep stack and an end to its memory; never rejects. */
export const runAnalysis: RunAnalysis = (job) => inWorker<AnalysisReply>(job);

export const runMap: RunMap = (job) => inWorker<MapReply>(job);

function inWorker<Reply>(job: AnalysisJob | MapJob): Promise<Reply | FailedReply> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../analysis-worker.js', import.meta.url), { workerData: job, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', (error) => {
      resolve(failureOf(error));
    });
    worker.once('exit', (code) => {
      resolve(failureOf(new Error(`the analysis stopped with code ${code}`)));
    });
  });
}
