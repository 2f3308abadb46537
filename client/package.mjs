// Makes dist/kafka-eos.vsix of what bundle.mjs made.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stage = join(here, 'dist', 'stage');
/** Bytes. Whoever installs it on a slow line waits for each. */
const limit = 3e6;
const vsix = join(here, 'dist', 'kafka-eos.vsix');

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
cpSync(join(here, 'dist', 'bundle'), join(stage, 'dist', 'bundle'), { recursive: true });
cpSync(join(here, 'dist', 'schemas'), join(stage, 'schemas'), { recursive: true });
cpSync(join(here, 'media'), join(stage, 'media'), { recursive: true, filter: (path) => !path.includes('source') });
for (const page of ['README.md', 'CHANGELOG.md']) cpSync(join(here, page), join(stage, page));
cpSync(join(here, '..', 'LICENSE'), join(stage, 'LICENSE'));

// The extension is called like the command, and npm lets only one package of a repository have a name.
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const published = {
  ...manifest,
  name: 'kafka-eos',
  private: undefined,
  scripts: undefined,
  devDependencies: undefined,
};
writeFileSync(join(stage, 'package.json'), JSON.stringify(published, undefined, 2));
// Nothing is left out: the folder has only what belongs there.
writeFileSync(join(stage, '.vscodeignore'), '');

// On demand: as a dependency it would bring more packages than the rest of the repository has.
const { status } = spawnSync('npx', ['--yes', '@vscode/vsce@3.9.2', 'package', '--no-dependencies', '--out', vsix], {
  cwd: stage,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status === 0) {
  const size = statSync(vsix).size;
  process.stdout.write(`${(size / 1e6).toFixed(2)} MB\n`);
  if (size >= limit) process.stderr.write(`The package may not have ${limit / 1e6} MB: look at what the bundle has in it.\n`);
  process.exitCode = size < limit ? 0 : 1;
} else process.exitCode = status ?? 1;
