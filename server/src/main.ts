import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { allRules } from '@kafka-eos/rules';
import { createConnection } from 'vscode-languageserver/node';
import { openAnalysisThread } from './analysis-thread.ts';
import { serve } from './serve.ts';

/** Milliseconds without a change before the analysis starts: changes that an editor makes in one go come together. */
const quiet = 2;

serve({
  connection: createConnection(process.stdin, process.stdout),
  analyse: openAnalysisThread(new URL('./analysis-worker.js', import.meta.url)),
  pause: () => setTimeout(quiet),
  rules: new Set(allRules.map(({ id }) => id)),
  version: versionOf(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))),
});

function versionOf(manifest: unknown): string {
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
