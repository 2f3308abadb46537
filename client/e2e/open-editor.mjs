import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { editorFolder, serverFolder } from './editor-folder.mjs';

const { chromium } = createRequire(join(editorFolder, 'package.json'))('playwright-core');
const browserPath = process.env.KAFKA_EOS_BROWSER ?? '/usr/bin/chromium';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Starts VS Code with the extension, and a browser that shows the folder. */
export async function openEditor({ vsix, data, folder }) {
  const own = [
    '--accept-server-license-terms',
    '--server-data-dir',
    data,
    '--extensions-dir',
    join(data, 'extensions'),
  ];
  const installed = spawnSync(process.execPath, ['out/server-main.js', ...own, '--install-extension', vsix], {
    cwd: serverFolder,
    encoding: 'utf8',
  });
  if (installed.status !== 0) throw new Error(installed.stderr);
  const server = spawn(process.execPath, ['out/server-main.js', ...own, '--without-connection-token', '--port', '0'], {
    cwd: serverFolder,
  });
  const address = await addressOf(server);
  const browser = await chromium.launch({ executablePath: browserPath, args: quiet });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(40_000);
  await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
  return {
    page,
    /** Ids of the language server's processes; there is one. */
    languageServers: () => descendants(server.pid).filter(({ command }) => command.includes('kafka-eos')),
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
      const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    server.on('exit', () => reject(new Error(`the editor does not start\n${text}`)));
  });
}

function descendants(root) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, parent, command]) => ({ pid: Number(pid), parent: Number(parent), command }));
  const below = (pid) => all.filter(({ parent }) => parent === pid).flatMap((each) => [each, ...below(each.pid)]);
  return below(root).filter(({ command }) => command.includes('dist/bundle/server'));
}
