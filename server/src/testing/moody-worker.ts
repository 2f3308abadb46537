import { parentPort } from 'node:worker_threads';
import type { AnalysisReply } from '../analysis-job.ts';
import type { ThreadRequest } from '../analysis-thread.ts';

// Stands in for the analysis: the job's root says how it ends.
parentPort?.on('message', ({ job: { root } }: ThreadRequest) => {
  if (root === '/throws') throw new Error('a bug of ours');
  if (root === '/exits') process.exit(3);
  if (root === '/hangs') for (;;);
  const reply: AnalysisReply = { kind: 'failed', message: `answer for ${root}` };
  console.log('nobody should see this');
  parentPort?.postMessage(reply);
});
