// Installs VS Code's server and a driver for the browser into the folder KAFKA_EOS_EDITOR, once. Debian's packages chromium and
// ripgrep, and a compiler for native modules, have to be there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorFolder, serverFolder } from './editor-folder.mjs';

mkdirSync(editorFolder, { recursive: true });
writeFileSync(join(editorFolder, 'package.json'), '{ "private": true }\n');
// Its own installation script wants Yarn, and downloads what is linked below.
run(editorFolder, ['install', '--ignore-scripts', 'code-server@4.100.3', 'playwright-core@1.56.1']);
run(serverFolder, ['install', '--omit=dev', '--ignore-scripts']);
run(serverFolder, ['rebuild', 'node-pty', '@vscode/spdlog', 'native-watchdog', '@parcel/watcher']);
run(join(serverFolder, 'extensions'), ['install', '--omit=dev', '--ignore-scripts']);
link('node_modules', 'node_modules.asar');
mkdirSync(join(serverFolder, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
link('/usr/bin/rg', 'node_modules/@vscode/ripgrep/bin/rg');

function run(cwd, args) {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', env: { ...process.env, npm_config_yes: 'true' } });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`);
}

function link(target, name) {
  const path = join(serverFolder, name);
  if (!existsSync(path)) symlinkSync(target, path);
}
