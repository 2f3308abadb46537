import { runInWorker } from '../run-in-worker.ts';
import type { AnalysisJob, AnalysisReply } from '../worker-protocol.ts';

export type RunAnalysis = (job: AnalysisJob) => Promise<AnalysisReply>;

export const runAnalysis: RunAnalysis = (job) =>
  runInWorker<AnalysisReply>(new URL('../analysis-worker.js', import.meta.url), job);
