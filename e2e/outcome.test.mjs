// The three questions that the explorer is made for, asked as such people would, from the start page: each is answered,
// has an address, a file and a reference. Once with scripts and once without.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { open } from './support/browser.mjs';
import { paths } from './support/pages.mjs';
import { session } from './support/session.mjs';

const { skip, site, browser } = await session();

for (const javaScriptEnabled of [true, false]) {
  describe(`the outcome ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { skip, timeout: 120_000 }, () => {
    let context;
    let page;
    before(async () => {
      context = await browser().newContext({ javaScriptEnabled, locale: 'sv-SE', viewport: { width: 1280, height: 800 } });
      context.setDefaultTimeout(15_000);
      page = await context.newPage();
    });
    after(() => context?.close());

    test('which had partners in China, since when, and what happened', async () => {
      await ask('Kina');
      await main().getByRole('link', { name: 'Kina', exact: true }).first().click();
      await page.waitForURL((url) => url.pathname === '/lander/CN');
      const text = await main().innerText();
      assert.match(text, /Linköping/);
      assert.match(text, /\b49\b/, 'the peak that others counted');
      assert.match(text, /Avslutat|Avslutad|Slutade/, 'what happened');
      await cited(/Kina\. \d+ samarbeten\. Läst/, '/lander/CN');
      const rows = (await file(main().getByRole('link', { name: 'CSV', exact: true }).last())).toString('utf8').trim().split('\n');
      assert.ok(rows.length > 20, `${rows.length} rows`);
    });

    test('who else works with Kenya on water', async () => {
      await ask('Kenya vatten');
      // How many there are stands beside, and where there are none, those with Kenya as a whole below.
      await main().getByRole('link', { name: /^Visa samarbeten: Kenya \([1-9]\d*\)$/ }).waitFor();
      await main().getByRole('link', { name: /^Visa samarbeten: Kenya · .* \(0\)$/ }).click();
      // No source says what the work with Kenya is about: that is said, and who it is.
      await main().getByRole('link', { name: 'Borlänge – Lodwar' }).waitFor();
      await main().locator('a[href*="theme=unknown"]').first().click();
      await page.waitForURL((url) => url.searchParams.get('theme') === 'unknown');
      await cited(/Kenya/, 'partner_country=KE');
      const sheet = await file(main().getByRole('link', { name: 'Excel (XLSX)' }));
      assert.equal(sheet.subarray(0, 2).toString(), 'PK');
    });

    test('our twin towns on a map', async () => {
      await ask('Borås');
      await main().locator(`a[href="${paths.bodies.sv}/se-1490"]`).first().click();
      await main().getByRole('link', { name: 'på en karta' }).click();
      await page.waitForURL((url) => url.searchParams.get('view') === 'map');
      await main().locator('svg, canvas').first().waitFor();
      assert.ok((await main().innerText()).includes('Molde'), 'the list below the map is its equal');
      await cited(/Borås\. \d+ samarbeten/, 'body=se-1490&view=map');
      const places = JSON.parse((await file(main().getByRole('link', { name: 'GeoJSON' }))).toString('utf8'));
      assert.ok(places.features.length >= 5, `${places.features.length} features`);
    });

    const main = () => page.getByRole('main');

    async function ask(question) {
      await open(page, site.url + paths.start.sv);
      const box = main().getByRole('search').locator('input[name=q]');
      await box.fill(question);
      await box.press('Enter');
      await page.waitForURL((url) => url.pathname === paths.search.sv);
    }

    async function cited(words, address) {
      const reference = main().locator('details.cite');
      await reference.locator('summary').click();
      const text = await reference.locator('p').innerText();
      assert.match(text, words);
      assert.match(text, /Loggens senaste uppgift: nummer/);
      assert.ok(text.includes(address), text);
    }

    async function file(link) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      assert.equal(await download.failure(), null);
      return readFile(await download.path());
    }
  });
}
