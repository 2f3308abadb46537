// Plays the transcripts of the server's tests against the bundled server: what a bundler leaves out shows only when it runs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const { status } = spawnSync(process.execPath, [mocha, 'server/dist/language-*.test.js'], {
  cwd: dirname(here),
  stdio: 'inherit',
  env: { ...process.env, KAFKA_EOS_SERVER: join(here, 'dist', 'bundle', 'server', 'dist', 'main.js') },
});
process.exitCode = status ?? 1;
