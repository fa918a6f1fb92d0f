// The editor's path: a list is dropped, tried, corrected, taken in; what is not sure is cleared with one key a case, a
// decision is undone, and the list is withdrawn.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { open } from './support/browser.mjs';
import { paths } from './support/pages.mjs';
import { session } from './support/session.mjs';

const { skip, site, browser } = await session();

const LIST = [
  'Ort;Svensk kommun;Land;Sedan',
  'Łódź;Örebro;Polen;1991',
  'Springfield;Örebro;USA;1980',
  'Svendborg;Kalmar;Sverige;',
  'Xyzzygrad;Eksjö;Ryssland;1970-talet',
  'Turku;Påhittby;Finland;',
].join('\n');

for (const javaScriptEnabled of [true, false]) {
  describe(`an editor ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { skip, timeout: 120_000 }, () => {
    let context;
    let page;
    before(async () => {
      context = await browser().newContext({ javaScriptEnabled, locale: 'sv-SE', viewport: { width: 1280, height: 800 } });
      context.setDefaultTimeout(15_000);
      page = await context.newPage();
    });
    after(() => context?.close());
    const title = `lista-${javaScriptEnabled}.csv`;
    const text = javaScriptEnabled ? LIST : LIST.replaceAll('Xyzzygrad', 'Plughgrad').replaceAll('Łódź', 'Gdańsk').replaceAll('Springfield', 'Georgetown');

    test('drops a list and sees what every row would do', async () => {
      await open(page, site.url + paths.imports.sv);
      await page.setInputFiles('input[type=file]', { name: title, mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: 'Läs filen' }).click();
      await planned(page);
      const rows = await page.locator('main').innerText();
      assert.match(rows, /heter så/, 'the municipality that is none is refused');
      assert.match(rows, /går till granskning/, 'what is not sure goes to review');
      // The second editor finds what the first has decided.
      const danish = javaScriptEnabled ? /annat land än det uppgivna/ : /Partnern är avgjord i granskningen/;
      assert.match(rows, danish, 'a Danish town called Swedish is told, until somebody has said what it is');
      assert.equal(await page.getByRole('button', { name: 'Ta in listan' }).count(), 0, 'the publisher comes first');
    });

    test('is told in Swedish what is wrong with a file and with a date, and loses nothing', async () => {
      const there = page.url();
      await open(page, site.url + paths.imports.sv);
      await page.setInputFiles('input[type=file]', { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
      await page.getByRole('button', { name: 'Läs filen' }).click();
      assert.match(await page.getByRole('alert').innerText(), /ett PDF-dokument.*spara det som XLSX/);
      const mixed = Buffer.concat([Buffer.from('Kommun;Vänort\nÅmål;Kaunas'), Buffer.from([0xf6])]);
      await page.setInputFiles('input[type=file]', { name: 'a.csv', mimeType: 'text/csv', buffer: mixed });
      await page.getByRole('button', { name: 'Läs filen' }).click();
      assert.match(await page.getByRole('alert').innerText(), /Rad 2.*tecken kan inte läsas/);
      await open(page, there);
      await page.getByLabel('Utgivare').fill('En förening');
      await page.getByLabel('Datum (år').fill('i fjol');
      await page.getByRole('button', { name: 'Pröva', exact: true }).click();
      await planned(page);
      assert.match(await page.getByRole('alert').innerText(), /Datumet kan inte läsas/);
      assert.equal(await page.getByLabel('Utgivare').inputValue(), 'En förening');
      await page.getByLabel('Datum (år').fill('2018');
    });

    test('names the publisher and takes the list in', async () => {
      await page.getByLabel('Utgivare').fill('En förening');
      await page.getByRole('button', { name: 'Pröva', exact: true }).click();
      await planned(page);
      await page.getByRole('button', { name: 'Ta in listan' }).click();
      await page.waitForURL((url) => url.pathname.startsWith(paths.imports.sv));
      await until(page, async () => /Listan är intagen/.test(await page.locator('main').innerText()));
    });

    test('names another body in the box, from suggestions or from what is left to choose', async () => {
      await open(page, `${site.url}${paths.review.sv}?source=lists`);
      const box = page.locator('#other');
      assert.equal(await page.locator('label[for=other]').innerText(), 'En annan ort, kommun eller region');
      if (javaScriptEnabled) {
        assert.equal(await box.getAttribute('role'), 'combobox');
        await box.pressSequentially('Trondh');
        const options = page.locator('.suggestions [role=option]');
        await options.first().waitFor();
        assert.equal(await box.getAttribute('aria-expanded'), 'true');
        assert.match(await page.locator('.box [role=status]').textContent(), /förslag/);
        await box.press('Escape');
        assert.equal(await box.getAttribute('aria-expanded'), 'false');
        await box.pressSequentially('e');
        await options.filter({ hasText: 'Trondheim' }).first().waitFor();
        while (!/Trondheim/.test((await page.locator('[role=option][aria-selected=true]').textContent({ timeout: 500 }).catch(() => '')) ?? '')) await box.press('ArrowDown');
        const active = await box.getAttribute('aria-activedescendant');
        assert.match(await page.locator(`[id="${active}"]`).textContent(), /Trondheim/);
        await box.press('Enter');
        assert.match(await box.inputValue(), /^Trondheim \(gn-\d+\)$/, 'it is put into the box, and nothing is sent yet');
        await box.press('Enter');
      } else {
        await box.fill('Springfield');
        await box.press('Enter');
        assert.match(await page.getByRole('alert').innerText(), /Ingen säker träff på ”.?Springfield.?”\. .*Eller välj här/s);
        assert.equal(await box.inputValue(), 'Springfield');
        await page.locator('.choices button').first().click();
      }
      await page.locator('.undo').waitFor();
      await page.locator('.undo button').click();
      await page.locator('.case').waitFor();
    });

    test('clears the queue of that list with one key a case, and undoes a decision', async () => {
      await open(page, `${site.url}${paths.review.sv}?source=lists`);
      const left = async () => (await page.locator('.cards, .case').count()) > 0;
      assert.ok(await left(), 'cases wait');
      await say(page, javaScriptEnabled, 'n', 'Ny part');
      assert.match(await page.locator('.undo').innerText(), /Beslutet är antecknat/);
      await say(page, javaScriptEnabled, 'u', 'Ångra');
      assert.ok(await left(), 'the case is back');
      for (let cases = 0; cases < 10 && (await left()); cases += 1) {
        await say(page, javaScriptEnabled, 'n', 'Ny part');
      }
      assert.match(await page.locator('main').innerText(), /Inget fall i urvalet|Inget väntar/);
    });

    test('is asked before the list is withdrawn, is told what went, and takes it in again', async () => {
      await open(page, site.url + paths.imports.sv);
      const row = page.getByRole('row').filter({ hasText: title });
      await row.getByRole('link', { name: /Återkalla/ }).click();
      assert.match(await page.locator('section.notice').innerText(), /skulle sluta gälla/);
      await page.getByRole('button', { name: 'Återkalla listan' }).click();
      assert.match(await page.locator('.notice [role=status]').innerText(), /gäller inte längre/);
      await page.locator('.notice').getByRole('button', { name: /Ta in igen/ }).click();
      await row.getByRole('link', { name: /Återkalla/ }).waitFor();
    });
  });
}

/** The page of an import, loaded again until it says what is waited for. */
async function until(page, isDone) {
  const deadline = Date.now() + 15_000;
  while (!(await isDone())) {
    assert.ok(Date.now() < deadline, await page.locator('main').innerText());
    await page.goto(page.url());
  }
}

function planned(page) {
  return until(page, async () => (await page.locator('progress').count()) === 0);
}

/** One answer: by its key, or by its button where there are no scripts. */
async function say(page, byKey, key, name) {
  const before = page.url();
  if (byKey) await page.keyboard.press(key);
  else await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForLoadState('load');
  if (byKey) await page.waitForURL((url) => url.href !== before);
}
