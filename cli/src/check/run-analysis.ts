import { inWorker } from '../in-worker.ts';
import type { AnalysisJob, AnalysisReply, MapJob, MapReply } from '../worker-protocol.ts';

export type RunAnalysis = (job: AnalysisJob) => Promise<AnalysisReply>;
export type RunMap = (job: MapJob) => Promise<MapReply>;

export const runAnalysis: RunAnalysis = (job) => inWorker<AnalysisReply>('analysis-worker.js', job);

export const runMap: RunMap = (job) => inWorker<MapReply>('analysis-worker.js', job);
