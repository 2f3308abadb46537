import { Worker } from 'node:worker_threads';
import { failureOf } from './analysis-failure.ts';
import type { Analyse, AnalysisReply } from './analysis-job.ts';

// Code nests deeper than the main thread's stack can follow; and an editor should survive its language server.
// A program lives until the end: with little room for the young, collecting them takes a tenth of the time.
const resourceLimits = { stackSizeMb: 64, maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 };

/** A thread that answers one job after the other. It starts at the first job, and again after a crash. */
export function openAnalysisThread(script: URL): Analyse {
  let worker: Worker | undefined;
  let waiting: ((reply: AnalysisReply) => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = (): Worker =>
    startWorker(script, (from, reply, ended) => {
      // A thread that was given up may still say something.
      if (worker !== from) return;
      if (ended) worker = undefined;
      waiting?.(reply);
    });
  const ask: Analyse = (job, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve({ kind: 'cancelled' });
        return;
      }
      const busy = (worker ??= start());
      // The analysis looks at nothing while it runs: the only way to stop it is to end its thread.
      const stop = (): void => {
        worker = undefined;
        void busy.terminate();
        waiting?.({ kind: 'cancelled' });
      };
      signal?.addEventListener('abort', stop, { once: true });
      waiting = (reply) => {
        waiting = undefined;
        signal?.removeEventListener('abort', stop);
        resolve(reply);
      };
      busy.postMessage(job);
    });
  return (job, signal) => {
    const reply = last.then(() => ask(job, signal));
    last = reply;
    return reply;
  };
}

function startWorker(script: URL, listen: (from: Worker, reply: AnalysisReply, ended: boolean) => void): Worker {
  // Its output is kept from the server's, which belongs to the protocol.
  const worker = new Worker(script, { resourceLimits, stdout: true });
  // The server lives as long as its connection does.
  worker.unref();
  worker.on('message', (reply: AnalysisReply) => {
    listen(worker, reply, false);
  });
  worker.on('error', (error) => {
    listen(worker, failureOf(error), true);
  });
  worker.on('exit', (code) => {
    listen(worker, failureOf(new Error(`the analysis stopped with code ${code}`)), true);
  });
  return worker;
}
