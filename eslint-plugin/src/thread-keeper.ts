import { Worker, workerData } from 'node:worker_threads';
import { failureOf } from './analysis-failure.ts';
import { isKeeperData, type KeeperData } from './keeper-data.ts';
import { ring, tell } from './thread-link.ts';

// The host sleeps while it waits, so it would never hear that the analysis died. This thread does nothing but listen.

// Code nests deeper than the host's stack can follow, and the host should survive whatever it lints.
// A program lives until the end: with little room for the young, collecting them takes a tenth of the time.
const resourceLimits = { stackSizeMb: 64, maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 };

const data: unknown = workerData;
if (isKeeperData(data)) keep(data);

function keep({ script, bell, port, analysisPort }: KeeperData): void {
  ring(bell);
  const worker = new Worker(new URL(script), {
    workerData: { bell, port: analysisPort },
    transferList: [analysisPort],
    resourceLimits,
    // Its output belongs to nobody's report.
    stdout: true,
  });
  worker.once('error', (error) => {
    tell({ bell, port }, failureOf(error));
  });
  worker.once('exit', (code) => {
    tell({ bell, port }, failureOf(new Error(`the analysis stopped with code ${code}`)));
  });
}
