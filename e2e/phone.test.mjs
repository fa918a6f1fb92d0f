// A country's page on a telephone: short enough to be gone through with a thumb, and nothing of it is lost without scripts
// or on paper.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open } from './support/browser.mjs';
import { paths } from './support/pages.mjs';
import { session } from './support/session.mjs';

const { skip, site, browser } = await session();
/** Five screens of a telephone. */
const MOST = 4000;

for (const javaScriptEnabled of [true, false]) {
  describe(`a country ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { skip, timeout: 120_000 }, () => {
    for (const country of ['UA', 'CN', 'FI']) {
      test(`${country} is short, its contents open what is folded, and paper has all of it`, async () => {
        const context = await browser().newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } });
        const page = await context.newPage();
        const address = `${site.url}${paths.countries.sv}/${country}`;
        await open(page, address);
        const height = (await page.locator('html').boundingBox()).height;
        assert.ok(height < MOST, `${height} pixels`);
        const rows = page.locator('#list tbody tr');
        assert.equal(await rows.first().isVisible(), false, 'the list is folded');
        await page.locator('nav.contents a[href="#list"]').click();
        await rows.first().waitFor({ state: 'visible', timeout: 5_000 });
        await open(page, address);
        await page.emulateMedia({ media: 'print' });
        assert.ok(await rows.first().isVisible(), 'paper has the list');
        assert.ok(await page.locator('#years figure').first().isVisible(), 'paper has the charts');
        await context.close();
      });
    }
  });
}

describe('a link into a long page on a telephone', { skip, timeout: 120_000 }, () => {
  for (const [address, link, goal] of [
    [paths.partnerships.sv, 'a.to-facets', '#facets'],
    [`${paths.partnerships.sv}?country=FI`, 'a.to-facets', '#facets'],
    [`${paths.development.sv}#chart-themes`, null, '#chart-themes'],
  ]) {
    test(`${address} leads to ${goal}, though what lies between was not laid out yet`, async () => {
      const context = await browser().newContext({ viewport: { width: 360, height: 800 } });
      const page = await context.newPage();
      await open(page, `${site.url}${address}`);
      if (link) await page.locator(link).click();
      const stands = (goal) => Math.abs(document.querySelector(goal).getBoundingClientRect().top) < 100;
      await page.waitForFunction(stands, goal, { timeout: 5_000 });
      // It stays there when what lies around it has been laid out, which takes a few frames.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
      });
      assert.ok(await page.evaluate(stands, goal));
      await context.close();
    });
  }
});
