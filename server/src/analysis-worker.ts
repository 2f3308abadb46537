import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { overlayHost } from '@kafka-eos/analyzer/program/memory-host';
import { openRememberingEngine } from '@kafka-eos/linter/remembering-engine';
import { answer } from './answer.ts';
import type { AnalysisReply } from './analysis-job.ts';
import { failureOf } from './analysis-failure.ts';
import type { ThreadRequest } from './analysis-thread.ts';
import { cancellable, Cancelled } from './cancellable.ts';
import { openCollector, ownHeap } from './collect-garbage.ts';
import { openFolderEngines } from './folder-engines.ts';
import { views } from './views.ts';

// A checker is made for each change of a text, by one function that declares some thousand others. V8 takes it for hot in
// the end, and optimizing it costs seconds and more memory than the whole analysis. No other function here is as long.
setFlagsFromString('--max-optimized-bytecode-size=20000');

/** An outdated program is some ten megabytes. */
const slack = 48 * 1024 * 1024;

// The thread lives as long as the server does: the compiler is loaded once, not once per keystroke.
parentPort?.on('message', (request: ThreadRequest) => {
  parentPort?.postMessage(replyTo(request));
  // Nobody waits now.
  collectGarbage();
});

const collectGarbage = openCollector(ownHeap(), slack);

const engines = openFolderEngines(openRememberingEngine);

function replyTo({ job, cancelled }: ThreadRequest): AnalysisReply {
  const isCancelled = (): boolean => Atomics.load(cancelled, 0) === 1;
  try {
    const host = overlayHost(createDiskHost(job.root), job.texts);
    return answer(job, host, cancellable(engines.of(job.root, job.folders), isCancelled), views);
  } catch (error) {
    return error instanceof Cancelled ? { kind: 'cancelled' } : failureOf(error);
  }
}
