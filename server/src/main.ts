import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { allRules } from '@kafka-eos/rules';
import { createConnection } from 'vscode-languageserver/node';
import { openAnalysisThread } from './analysis-thread.ts';
import { openCollector, ownHeap } from './collect-garbage.ts';
import { serve } from './serve.ts';

/** Milliseconds without a change before the analysis starts: changes that an editor makes in one go come together. */
const quiet = 2;

/** Replies are all that this thread holds: less lies around than where they are worked out. */
const slack = 24 * 1024 * 1024;
const collectGarbage = openCollector(ownHeap(), slack);

const analyse = openAnalysisThread(new URL('./analysis-worker.js', import.meta.url));

serve({
  connection: createConnection(process.stdin, process.stdout),
  analyse: (job, signal) =>
    analyse(job, signal).finally(() => {
      // Once the answer is sent, nobody waits.
      setImmediate(collectGarbage);
    }),
  pause: () => setTimeout(quiet),
  rules: new Set(allRules.map(({ id }) => id)),
  version: versionOf(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))),
});

function versionOf(manifest: unknown): string {
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
