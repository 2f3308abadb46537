import { Worker } from 'node:worker_threads';
import { failureOf } from './analysis-failure.ts';
import type { Analyse, AnalysisReply } from './analysis-job.ts';

// Code nests deeper than the main thread's stack can follow; and an editor should survive its language server.
const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 4096 };

/** A thread that answers one job after the other. It starts at the first job, and again after a crash. */
export function openAnalysisThread(script: URL): Analyse {
  let worker: Worker | undefined;
  let waiting: ((reply: AnalysisReply) => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const reply = (answer: AnalysisReply): void => {
    waiting?.(answer);
    waiting = undefined;
  };
  const start = (): Worker => {
    // Its output is kept from the server's, which belongs to the protocol.
    const started = new Worker(script, { resourceLimits, stdout: true });
    const end = (answer: AnalysisReply): void => {
      if (worker !== started) return;
      worker = undefined;
      reply(answer);
    };
    started.on('message', (answer: AnalysisReply) => {
      if (worker === started) reply(answer);
    });
    started.on('error', (error) => {
      end(failureOf(error));
    });
    started.on('exit', (code) => {
      end(failureOf(new Error(`the analysis stopped with code ${code}`)));
    });
    return started;
  };
  const ask: Analyse = (job, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve({ kind: 'cancelled' });
        return;
      }
      const busy = (worker ??= start());
      // The analysis looks at nothing while it runs: the only way to stop it is to end its thread.
      const stop = (): void => {
        worker = undefined;
        void busy.terminate();
        reply({ kind: 'cancelled' });
      };
      signal.addEventListener('abort', stop, { once: true });
      waiting = (answer) => {
        signal.removeEventListener('abort', stop);
        resolve(answer);
      };
      busy.postMessage(job);
    });
  return (job, signal) => {
    const answer = last.then(() => ask(job, signal));
    last = answer;
    return answer;
  };
}
