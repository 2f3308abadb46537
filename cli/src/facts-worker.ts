import { parentPort, workerData } from 'node:worker_threads';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import { failureOf } from './analysis-failure.ts';
import type { FactsJob, FactsReply } from './facts/facts-job.ts';

// The thread exists for its stack: code nests deeper than the main thread's stack can follow.
const job: unknown = workerData;
if (isJob(job)) parentPort?.postMessage(replyTo(job));

function replyTo({ root, ...request }: FactsJob): FactsReply {
  try {
    const { analyze, libraries } = defaultEngine;
    return { kind: 'done', analysis: analyze({ ...request, host: createDiskHost(root), libraries }) };
  } catch (error) {
    return failureOf(error);
  }
}

/** Only the command starts this thread, so the shape is known; the check is for the compiler. */
function isJob(value: unknown): value is FactsJob {
  return typeof value === 'object' && value !== null && 'root' in value && 'maxStates' in value;
}
