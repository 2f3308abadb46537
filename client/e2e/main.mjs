// Plays a user of the packaged extension in a VS Code in a browser: what is asserted is what is on the screen.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverFolder } from './editor-folder.mjs';
import { scenes } from './scenes.mjs';

const client = dirname(dirname(fileURLToPath(import.meta.url)));
const vsix = join(client, 'dist/kafka-eos.vsix');
if (!existsSync(vsix)) stop('There is no client/dist/kafka-eos.vsix: run "npm run package -w client".');
if (!existsSync(serverFolder)) stop('There is no editor: run "node client/e2e/install-editor.mjs".');
const { openEditor } = await import('./open-editor.mjs');
const { openScreen } = await import('./screen.mjs');

const pictures = join(client, 'dist/e2e');
const base = mkdtempSync(join(tmpdir(), 'kafka-eos-e2e-'));
const folder = join(base, 'payments');
mkdirSync(pictures, { recursive: true });
cpSync(join(client, '../examples/payments/trapped'), folder, { recursive: true });
const manifest = { name: 'payments', private: true, dependencies: { kafkajs: '2.2.4' } };
writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
setTheme('Default Dark Modern');

const editor = await openEditor({ vsix, data: join(base, 'data'), folder });
const screen = openScreen(editor.page, pictures);
const stage = { ...editor, screen, setTheme, textOf: (file) => readFileSync(join(folder, file), 'utf8') };
let failed = 0;
try {
  for (const [name, scene] of Object.entries(scenes)) {
    try {
      await scene(stage);
      process.stdout.write(`ok      ${name}\n`);
    } catch (error) {
      failed += 1;
      process.stdout.write(`failed  ${name}\n${error.stack}\n`);
      await screen.picture(`failed-${failed}`);
    }
  }
} finally {
  await editor.close();
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}
assert.equal(failed, 0, `${failed} scenes failed; the pictures are in ${pictures}`);

function setTheme(name) {
  const settings = {
    'workbench.colorTheme': name,
    'workbench.startupEditor': 'none',
    'editor.minimap.enabled': false,
    // The packages of the example are not installed, which is nothing to us.
    'typescript.validate.enable': false,
  };
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
