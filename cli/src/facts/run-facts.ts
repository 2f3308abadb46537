import { inWorker } from '../in-worker.ts';
import type { FactsReply, RunFacts } from './facts-job.ts';

export const runFacts: RunFacts = (job) => inWorker<FactsReply>('facts-worker.js', job);
