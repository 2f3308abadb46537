import { runInWorker } from '../run-in-worker.ts';
import type { FactsReply, RunFacts } from './facts-job.ts';

export const runFacts: RunFacts = (job) => runInWorker<FactsReply>(new URL('../facts-worker.js', import.meta.url), job);
