// The visitor's path through the register: search, a body, a partnership, a country, the list with filters and
// pages, what it is and what can be downloaded, and the other language. Once with scripts and once without.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { open } from './support/browser.mjs';
import { paths } from './support/pages.mjs';
import { session } from './support/session.mjs';

const { skip, site, browser } = await session();

for (const javaScriptEnabled of [true, false]) {
  describe(`a visitor ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { skip, timeout: 120_000 }, () => {
    let context;
    let page;
    before(async () => {
      context = await browser().newContext({ javaScriptEnabled, locale: 'sv-SE', viewport: { width: 1280, height: 800 } });
      context.setDefaultTimeout(15_000);
      page = await context.newPage();
    });
    after(() => context?.close());

    test('finds Göteborg by its name from the start page', async () => {
      await open(page, site.url + paths.start.sv);
      assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
      const box = page.getByRole('main').getByRole('search').locator('input[name=q]');
      await box.fill('Göteborg');
      await box.press('Enter');
      await page.waitForURL((url) => url.pathname === paths.search.sv);
      assert.equal(new URL(page.url()).searchParams.get('q'), 'Göteborg');
      await follow(page, main(page).locator(`a[href="${paths.bodies.sv}/se-1480"]`).first());
      assert.match(await heading(page), /Göteborg/);
    });

    test('finds it without the dots, too', async () => {
      await open(page, `${site.url}${paths.search.sv}?q=goteborg`);
      const first = main(page).locator(`a[href^="${paths.bodies.sv}/"]`).first();
      assert.equal(await first.getAttribute('href'), `${paths.bodies.sv}/se-1480`);
    });

    test('opens a partnership of Göteborg and sees who says it', async () => {
      await open(page, `${site.url}${paths.bodies.sv}/se-1480`);
      await follow(page, main(page).locator(`a[href^="${paths.partnerships.sv}/"]`).first());
      assert.match(await heading(page), /Göteborg/);
      assert.ok(await main(page).getByRole('heading', { name: 'Alla uppgifter' }).count(), 'no heading above what the sources say');
    });

    test('goes on from the partnership to the country of the partner', async () => {
      await follow(page, main(page).locator(`a[href^="${paths.countries.sv}/"]`).first());
      assert.match(new URL(page.url()).pathname, /^\/lander\/[A-Z]{2}$/);
      assert.ok((await heading(page)).length > 0);
      assert.ok(await main(page).locator(`a[href^="${paths.bodies.sv}/se-"]`).count(), 'the country lists no Swedish body');
    });

    test('opens the list from the menu and keeps only Finland', async () => {
      await follow(page, menu(page).locator(`a[href="${paths.partnerships.sv}"]`).first());
      const before = await rows(page).count();
      assert.ok(before > 1, 'the list has one row or none');
      const form = main(page).locator('form').filter({ has: page.locator('[type="checkbox"][name="partner_country"]') });
      const finland = form.locator('[type="checkbox"][name="partner_country"][value="FI"]');
      const narrowed = page.waitForURL((url) => url.searchParams.get('partner_country') === 'FI');
      await finland.click();
      // With scripts the choice takes effect at once; without them the button does it.
      if (!javaScriptEnabled) await form.getByRole('button', { name: /visa/i }).first().click();
      await narrowed;
      assert.ok(await rows(page).count(), 'Finland has no partnership');
      assert.ok(await main(page).locator('[type="checkbox"][name="partner_country"][value="FI"]').isChecked(), 'the form forgot the choice');
    });

    test('turns to the next page of the list and back', async () => {
      await open(page, site.url + paths.partnerships.sv);
      const first = await rows(page).first().getAttribute('href');
      await follow(page, page.locator('a[rel~="next"]').first());
      const later = await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.ok(later.length > 0 && !later.includes(first), 'the next page begins with the same row');
      await page.goBack();
      assert.equal(await rows(page).first().getAttribute('href'), first);
    });

    test('keeps the filters when turning the page', async () => {
      await open(page, `${site.url}${paths.partnerships.sv}?partner_country=FI`);
      const next = page.locator('a[rel~="next"]').first();
      await follow(page, next);
      assert.equal(new URL(page.url()).searchParams.get('partner_country'), 'FI');
    });

    test('reads what the register is and what can be downloaded', async () => {
      await follow(page, page.locator(`a[href="${paths.about.sv}"]`).first());
      assert.ok(await heading(page));
      await follow(page, page.locator(`a[href="${paths.data.sv}"]`).first());
      const files = main(page).locator('a[href$=".json"], a[href$=".csv"]');
      assert.ok(await files.count(), 'nothing can be downloaded');
      const response = await page.request.get(new URL(await files.first().getAttribute('href'), page.url()).href);
      assert.equal(response.status(), 200);
    });

    for (const [kind, swedish, english] of [
      ['the data page', paths.data.sv, paths.data.en],
      ['a body', `${paths.bodies.sv}/se-1480`, `${paths.bodies.en}/se-1480`],
      ['a filtered list', `${paths.partnerships.sv}?country=FI`, `${paths.partnerships.en}?country=FI`],
    ]) {
      test(`changes the language of ${kind} and stays on it`, async () => {
        await open(page, site.url + swedish);
        await follow(page, page.locator('a[hreflang="en"]').first());
        assert.equal(page.url(), site.url + english);
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        await follow(page, page.locator('a[hreflang="sv"]').first());
        assert.equal(page.url(), site.url + swedish);
        assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
      });
    }

    test('is told what is near when an address does not exist', async () => {
      await open(page, `${site.url}${paths.bodies.sv}/goteborg`, 404);
      assert.ok(await main(page).locator(`a[href="${paths.bodies.sv}/se-1480"]`).count(), 'Göteborg is not suggested');
    });
  });
}

const main = (page) => page.getByRole('main');
const menu = (page) => page.getByRole('banner').getByRole('navigation');
const heading = async (page) => (await page.getByRole('heading', { level: 1 }).innerText()).trim();
const rows = (page) => main(page).locator(`a[href^="${paths.partnerships.sv}/"]`);

/** Clicks a link and waits until its page is there; an error page is a failure. */
async function follow(page, link) {
  const address = await link.getAttribute('href');
  const wanted = new URL(address, page.url()).href;
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.url() === wanted && answer.request().isNavigationRequest()),
    link.click(),
  ]);
  assert.ok(response.status() < 400, `${wanted} answered ${response.status()}`);
  await page.waitForURL(wanted);
}
