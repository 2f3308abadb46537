import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import { openAnalysisThread } from './analysis-thread.ts';
import { serve } from './serve.ts';

/** Milliseconds without a change before the analysis starts: less than a pause in typing, more than between two keys. */
const quiet = 150;

serve({
  connection: createConnection(process.stdin, process.stdout),
  analyse: openAnalysisThread(new URL('./analysis-worker.js', import.meta.url)),
  pause: () => setTimeout(quiet),
  version: versionOf(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))),
});

function versionOf(manifest: unknown): string {
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
