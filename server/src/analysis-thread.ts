import { Worker } from 'node:worker_threads';
import { failureOf } from './analysis-failure.ts';
import type { Analyse, AnalysisJob, AnalysisReply } from './analysis-job.ts';

// Code nests deeper than the main thread's stack can follow; and an editor should survive its language server.
// A program lives until the end: with little room for the young, collecting them takes a tenth of the time.
const resourceLimits = { stackSizeMb: 64, maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 };

/** Milliseconds that a job may go on after nobody waits for it any more. Its thread knows much that is worth keeping. */
const defaultPatience = 5_000;

/** What is sent to the thread. */
export interface ThreadRequest {
  readonly job: AnalysisJob;
  /** Its number becomes 1 when nobody waits for the answer any more. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
}

/** A thread that answers one job after the other. It starts at the first job, and again after a crash. */
export function openAnalysisThread(script: URL, patience = defaultPatience): Analyse {
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
  /** Resolves when the thread is free again. */
  const ask = (job: AnalysisJob, signal: AbortSignal | undefined): Promise<AnalysisReply> =>
    new Promise((resolve) => {
      const busy = (worker ??= start());
      const cancelled = new Int32Array(new SharedArrayBuffer(4));
      let given: NodeJS.Timeout | undefined;
      const giveUp = (): void => {
        worker = undefined;
        void busy.terminate();
        waiting?.({ kind: 'cancelled' });
      };
      const stop = (): void => {
        Atomics.store(cancelled, 0, 1);
        given = setTimeout(giveUp, patience);
      };
      signal?.addEventListener('abort', stop, { once: true });
      waiting = (reply) => {
        waiting = undefined;
        clearTimeout(given);
        signal?.removeEventListener('abort', stop);
        resolve(reply);
      };
      busy.postMessage({ job, cancelled } satisfies ThreadRequest);
    });
  return (job, signal) => {
    const cancelled: AnalysisReply = { kind: 'cancelled' };
    const reply = last.then(() => (signal?.aborted === true ? cancelled : ask(job, signal)));
    last = reply;
    return signal === undefined ? reply : Promise.race([reply, aborted(signal)]);
  };
}

function aborted(signal: AbortSignal): Promise<AnalysisReply> {
  return new Promise((resolve) => {
    const tell = (): void => {
      resolve({ kind: 'cancelled' });
    };
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
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
