// Cuts the pictures of the walkthrough and the README out of those that the scenes took.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserPath, editorFolder } from './editor-folder.mjs';

const client = dirname(dirname(fileURLToPath(import.meta.url)));
const { chromium } = createRequire(join(editorFolder, 'package.json'))('playwright-core');

/** Of each picture: the scene's, and the part that is shown. */
const cuts = {
  findings: ['lens', { x: 348, y: 61, width: 932, height: 560 }],
  trace: ['trace', { x: 48, y: 61, width: 1232, height: 600 }],
  pipelines: ['trace', { x: 0, y: 61, width: 700, height: 380 }],
  map: ['map', { x: 348, y: 97, width: 932, height: 460 }],
};

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
for (const [name, [scene, clip]] of Object.entries(cuts)) {
  for (const theme of ['light', 'dark']) {
    const picture = readFileSync(join(client, `dist/e2e/${scene}-${theme}.png`)).toString('base64');
    await page.setContent(`<style>body{margin:0}</style><img src="data:image/png;base64,${picture}">`);
    await page.screenshot({ path: join(client, `media/walkthrough/${name}-${theme}.png`), clip });
  }
}
await browser.close();
