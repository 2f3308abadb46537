import assert from 'node:assert/strict';
import { join } from 'node:path';

/** What a user does, and sees. */
export function openScreen(page, pictures) {
  const command = async (title) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget:visible input[type=text]');
    await input.fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  };
  return {
    command,
    openFile: async (path) => {
      const name = path.split('/').at(-1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+P');
      await page.locator('.quick-input-widget:visible input[type=text]').fill(path);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },
    goToLine: async (line, column = 1) => {
      await page.keyboard.press('Control+G');
      await page.locator('.quick-input-widget:visible input[type=text]').fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
    },
    /** Waits until the text of something has a match. */
    sees: async (selector, pattern) => {
      const shown = page.locator(selector).filter({ hasText: pattern }).first();
      await shown.waitFor().catch(async () => {
        const texts = await page.locator(selector).allInnerTexts();
        assert.fail(`${selector} never shows ${pattern}; it shows ${JSON.stringify(texts)}`);
      });
      return shown;
    },
    picture: async (name, clip) => page.screenshot({ path: join(pictures, `${name}.png`), ...(clip && { clip }) }),
  };
}
