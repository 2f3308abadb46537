import assert from 'node:assert/strict';

/** In their order: each goes on where the one before it ended. */
export const scenes = {
  'works in Restricted Mode': async ({ page, screen }) => {
    await page.locator('.monaco-workbench').waitFor();
    await page.getByRole('button', { name: /No, I don't trust/ }).click();
    await screen.sees('.statusbar-item', 'Restricted Mode');
  },

  'underlines the finding, and counts all of them': async ({ page, screen }) => {
    await screen.command('View: Close All Editors');
    await screen.openFile('charger.ts');
    await page.locator('.squiggly-error').first().waitFor();
    await screen.sees('.statusbar-item', /Kafka EOS\s*5\s*0/);
  },

  'lists the findings of the workspace': async ({ screen }) => {
    await screen.command('View: Focus Problems (Errors, Warnings, Infos)');
    const row = '.markers-panel .monaco-list-row';
    await screen.sees(row, /INSERT INTO payment_requests runs while a Kafka transaction is open/);
    await screen.sees(row, /unkeyed-external-write/);
    await screen.sees(row, /\d+\. the process crashes before the commit of the transaction/);
    await screen.picture('problems-dark');
    await screen.command('View: Hide Panel');
  },

  'says over the handler what its effects are worth': async ({ screen }) => {
    await screen.openFile('payments/main.ts');
    await screen.goToLine(21);
    await screen.sees('.codelens-decoration', /at-least-once → stripe\.paymentIntents, ledger/);
    await screen.picture('lens-dark');
  },

  'explains an effect under the pointer': async ({ page, screen }) => {
    await screen.openFile('charger.ts');
    await page
      .locator('.view-line', { hasText: 'paymentIntents' })
      .locator('span', { hasText: 'create' })
      .last()
      .hover();
    await screen.sees('.monaco-hover', /at-least-once/);
    await page.keyboard.press('Escape');
  },

  'applies a quick fix': async ({ page, screen }) => {
    await screen.openFile('payments/main.ts');
    await screen.goToLine(14, 5);
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Remove readUncommitted' });
    await fix.waitFor();
    await screen.picture('quick-fix-dark');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'readUncommitted: true' }).waitFor({ state: 'detached' });
    await screen.sees('.statusbar-item', /Kafka EOS\s*4\s*0/);
    await page.keyboard.press('Control+S');
  },

  'walks through a crash': async ({ page, screen }) => {
    await screen.openFile('charger.ts');
    await screen.goToLine(19, 10);
    await screen.command('Kafka EOS: Show Crash Trace');
    const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: 'duplicate: stripe' });
    await choice.first().click();
    await screen.sees('.statusbar-item', /step 1 of \d+: the message is handed to the handler/);
    await screen.command('Kafka EOS: Next Step of the Crash Trace');
    await screen.sees('.statusbar-item', /step 2 of \d+: stripe\.paymentIntents\.create runs: applied once/);
    await page.locator('.tab.active', { hasText: 'charger.ts' }).waitFor();
    await seesBadge(page, /2/);
    await page.keyboard.press('Control+Alt+N');
    await screen.sees('.statusbar-item', /step 3 of/);
    await page.keyboard.press('Control+Alt+P');
    await screen.sees('.statusbar-item', /step 2 of/);
  },

  'shows pipelines and the steps of the trace in its views': async ({ page, screen }) => {
    await screen.command('Kafka EOS: Focus on Pipelines View');
    const row = '.pane-body .monaco-list-row';
    await screen.sees(row, /payments\.requested.*group payments/s);
    await screen.sees(row, /eachMessage.*at least once/s);
    const effect = await screen.sees(row, /stripe\.paymentIntents\.create.*at least once/s);
    await screen.sees(row, /the process crashes/);
    await screen.picture('trace-dark');
    await effect.click();
    await page.locator('.tab.active', { hasText: 'charger.ts' }).waitFor();
    await screen.sees('.statusbar-item', /Ln 19, Col \d+/);
    await screen.picture('pipelines-dark');
    await screen.command('Kafka EOS: Close the Crash Trace');
  },

  'draws the map': async ({ page, screen }) => {
    await screen.command('Kafka EOS: Exactly Once Where?');
    const drawing = mapFrame(page);
    await drawing.locator('svg.ke').first().waitFor();
    assert.equal(await drawing.locator('script').count(), 0);
    const policy = await drawing.locator('meta[http-equiv]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; style-src 'nonce-[\w-]+'$/);
    await screen.picture('map-dark');
    await drawing.locator('svg.ke a', { hasText: 'stripe.paymentIntents.create' }).first().click();
    await page.locator('.tab.active', { hasText: 'charger.ts' }).waitFor();
    await screen.sees('.statusbar-item', /Ln 19, Col \d+/);
  },

  'lets the map be read and followed without a mouse': async ({ page, screen }) => {
    await screen.command('Kafka EOS: Exactly Once Where?');
    const drawing = mapFrame(page);
    await drawing
      .getByRole('img', { name: /Exactly once where/i })
      .or(drawing.locator('svg.ke[role]'))
      .first()
      .waitFor();
    const links = drawing.getByRole('link');
    await links.first().waitFor();
    const unnamed = await links.evaluateAll((all) => all.filter((link) => link.textContent.trim() === '').length);
    assert.equal(unnamed, 0, 'a link of the map has no name');
    assert.ok((await drawing.getByRole('heading').count()) > 0, 'the map has no headings');
    assert.equal(await drawing.locator('html').getAttribute('lang'), 'en');
    const effect = drawing.getByRole('link', { name: /stripe\.paymentIntents\.create/ }).first();
    await tabTo(page, effect);
    const outline = await effect.evaluate((link) => link.ownerDocument.defaultView.getComputedStyle(link).outlineStyle);
    assert.notEqual(outline, 'none', 'nothing shows where the keyboard is');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'charger.ts' }).waitFor();
    await screen.sees('.statusbar-item', /Ln 19, Col \d+/);
  },

  'keeps the findings when the server crashes, and starts it again': async ({ page, screen, languageServers }) => {
    const [before] = languageServers();
    assert.ok(before);
    process.kill(before.pid, 'SIGKILL');
    for (let look = 0; look < 10; look += 1) {
      assert.ok((await page.locator('.squiggly-error').count()) > 0, 'the finding is gone');
      await page.waitForTimeout(200);
    }
    const isAnother = () => languageServers().some(({ pid }) => pid !== before.pid);
    for (let look = 0; look < 100 && !isAnother(); look += 1) await page.waitForTimeout(200);
    assert.ok(isAnother(), 'no server is started');
    await screen.sees('.statusbar-item', /Kafka EOS\s*4\s*0/);
  },

  'gives up on a server that crashes again and again, and says so': async ({ page, screen, languageServers }) => {
    const offer = page.locator('.notification-toast', { hasText: 'crashed five times in three minutes' });
    for (let crash = 0; crash < 8 && (await offer.count()) === 0; crash += 1) {
      const [running] = languageServers();
      if (running !== undefined) process.kill(running.pid, 'SIGKILL');
      await page.waitForTimeout(1000);
      await page.locator('.statusbar-item [aria-label^="Kafka EOS is starting"]').waitFor({ state: 'detached' });
    }
    await offer.waitFor();
    assert.ok((await page.locator('.squiggly-error').count()) > 0, 'the finding is gone');
    await screen.sees('.pane-body .monaco-list-row', /payments\.requested.*group payments/s);
    await screen.picture('stopped-dark');
    await offer.getByRole('button', { name: 'Start Again' }).click();
    await screen.sees('.statusbar-item', /Kafka EOS\s*4\s*0/);
  },

  'looks the same in light': async ({ page, screen, setTheme }) => {
    setTheme('Default Light Modern');
    await page.locator('.monaco-workbench.vs').waitFor();
    await screen.openFile('payments/main.ts');
    await screen.goToLine(20);
    await screen.sees('.codelens-decoration', /at-least-once → stripe/);
    await screen.picture('lens-light');
    await screen.command('Kafka EOS: Exactly Once Where?');
    await mapFrame(page).locator('svg.ke').first().waitFor();
    await screen.picture('map-light');
    await screen.openFile('charger.ts');
    await screen.goToLine(19, 10);
    await screen.command('Kafka EOS: Show Crash Trace');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'duplicate: stripe' }).first().click();
    await screen.sees('.statusbar-item', /step 1 of/);
    await screen.command('Kafka EOS: Next Step of the Crash Trace');
    await screen.sees('.statusbar-item', /step 2 of/);
    await screen.picture('trace-light');
  },

  'can be told apart in high contrast': async ({ page, screen, setTheme }) => {
    for (const [theme, kind] of [
      ['Default High Contrast', 'hc-black'],
      ['Default High Contrast Light', 'hc-light'],
    ]) {
      setTheme(theme);
      await page.locator(`.monaco-workbench.${kind}`).waitFor();
      await screen.command('Kafka EOS: Exactly Once Where?');
      await mapFrame(page).locator('svg.ke').first().waitFor();
      const faint = await mapFrame(page).locator('svg.ke text').evaluateAll(faintTexts);
      assert.deepEqual(faint, [], `${theme} hides text of the map`);
      await screen.picture(`map-${kind}`);
    }
  },
};

/** Goes on with the keyboard alone until the link has the focus. */
async function tabTo(page, link) {
  const isThere = () => link.evaluate((each) => each.ownerDocument.activeElement === each);
  for (let press = 0; press < 60 && !(await isThere()); press += 1) await page.keyboard.press('Tab');
  assert.ok(await isThere(), 'the keyboard does not get to the link');
}

/** Texts whose contrast with what is behind them is less than the 4.5 to 1 that WCAG asks for. */
function faintTexts(texts) {
  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      const shape = at.querySelector(':scope > rect, :scope > path, :scope > polygon');
      const style = at.ownerDocument.defaultView.getComputedStyle(shape ?? at);
      const colour = shape === null ? style.backgroundColor : style.fill;
      const parts = rgb(colour);
      if (colour !== 'none' && parts.length >= 3 && (parts[3] ?? 1) === 1) return colour;
    }
    return undefined;
  };
  return texts.flatMap((text) => {
    const below = behind(text);
    if (below === undefined) return [];
    const [a, b] = [text.ownerDocument.defaultView.getComputedStyle(text).fill, below].map(light).sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) < 4.5 ? [text.textContent] : [];
  });
}

function mapFrame(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** A decoration is drawn a moment after the step is said. */
async function seesBadge(page, pattern) {
  for (let look = 0; look < 50 && !pattern.test(await badges(page)); look += 1) await page.waitForTimeout(100);
  assert.match(await badges(page), pattern);
}

/** The numbers that stand before lines. */
function badges(page) {
  return page
    .locator('.view-line [class*="ced-"]')
    .evaluateAll((elements) =>
      elements
        .map((element) => element.ownerDocument.defaultView.getComputedStyle(element, '::before').content)
        .join(' '),
    );
}
