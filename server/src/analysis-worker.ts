import { parentPort } from 'node:worker_threads';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { overlayHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import { answer } from './answer.ts';
import type { AnalysisJob, AnalysisReply } from './analysis-job.ts';
import { failureOf } from './analysis-failure.ts';

// The thread lives as long as the server does: the compiler is loaded once, not once per keystroke.
parentPort?.on('message', (job: AnalysisJob) => {
  parentPort?.postMessage(replyTo(job));
});

function replyTo(job: AnalysisJob): AnalysisReply {
  try {
    return answer(job.question, overlayHost(createDiskHost(job.root), job.texts), defaultEngine);
  } catch (error) {
    return failureOf(error);
  }
}
