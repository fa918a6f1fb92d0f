// The live map of a result: it goes live, moves by keyboard, filters, keeps its place in the address, is small, and
// without scripts or WebGL the drawn map and the table say the same.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import { test } from 'node:test';
import { open } from './support/browser.mjs';
import { languages, paths } from './support/pages.mjs';
import { session } from './support/session.mjs';

const LIMIT = 450_000;
// Software WebGL, so that the map lives where there is no graphics card.
const { skip, site, browser } = await session(['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
const options = { skip, timeout: 90_000 };
const map = `${site.url}${paths.partnerships.sv}?view=map`;

/** Runs with a page of its own, and fails when the console told of anything. */
async function withPage(settings, run) {
  const context = await browser().newContext({ reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const said = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /content.security|refused to/i.test(message.text())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  try {
    await run(page, context);
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
}

const live = (page) => page.waitForSelector('#live-map[data-live]');
const viewOf = (page) => new URL(page.url()).searchParams.get('map');

test('the map goes live, an arrow key moves it, and the address keeps where it stands', options, () =>
  withPage({}, async (page) => {
    await open(page, map);
    await live(page);
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.searchParams.has('map'));
    const first = viewOf(page);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((before) => new URL(location).searchParams.get('map') !== before, first);
    const kept = viewOf(page);
    assert.ok(Number(kept.split('/')[2]) > Number(first.split('/')[2]), `${first} to ${kept} is not to the east`);
    await page.reload();
    await live(page);
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => new URL(location).searchParams.get('map') !== before, kept);
    const back = viewOf(page);
    assert.equal(back.split('/')[0], kept.split('/')[0], 'the scale was not kept');
    assert.ok(Number(back.split('/')[2]) < Number(kept.split('/')[2]), `${kept} to ${back} is not to the west`);
  }));

test('a click on a country narrows the result to it', options, () =>
  withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    // Far into northern Finland, where no partner lies.
    await open(page, `${map}&layer=countries&map=5/66.8/26.5`);
    await live(page);
    const { x, y, width, height } = await page.locator('.maplibregl-canvas').boundingBox();
    await page.waitForTimeout(500);
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForURL((url) => url.searchParams.get('partner_country') === 'FI');
    assert.equal(viewOf(page), null, 'the narrower result keeps the place of the wider one');
  }));

test('near Sweden the municipalities are drawn, and a click on one narrows the result to it', options, () =>
  withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await open(page, `${map}&layer=countries&map=8.5/68.0/20.5`);
    await live(page);
    await page.waitForSelector('#live-map[data-near]');
    const { x, y, width, height } = await page.locator('.maplibregl-canvas').boundingBox();
    await page.waitForTimeout(1500);
    await page.mouse.click(x + width / 2, y + height / 2);
    // Kiruna, which has a partner.
    await page.waitForURL((url) => url.searchParams.get('body') === 'se-2584');
  }));

test('the keyboard narrows to a country as the map does', options, () =>
  withPage({}, async (page) => {
    await open(page, map);
    await page.locator('input[name=partner_country][value=FI]').focus();
    await page.keyboard.press('Space');
    await page.waitForURL((url) => url.searchParams.get('partner_country') === 'FI' && url.searchParams.get('view') === 'map');
  }));

for (const language of languages) {
  test(`without scripts the drawn map, the table and a sentence are there (${language})`, options, () =>
    withPage({ javaScriptEnabled: false }, async (page) => {
      await open(page, `${site.url}${paths.partnerships[language]}?view=map`);
      assert.ok(await page.locator('#live-map svg').isVisible());
      assert.ok((await page.locator('table.list tbody tr').count()) > 10);
      assert.ok(await page.locator('#no-live').isVisible());
    }));
}

test('without WebGL the drawn map stays and says so', options, () =>
  withPage({}, async (page) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await open(page, map);
    await page.waitForSelector('#no-live', { state: 'visible' });
    assert.ok(await page.locator('#live-map > svg').isVisible());
    assert.equal(await page.locator('.maplibregl-canvas').count(), 0);
  }));

test('with scripts and WebGL the sentence is not there', options, () =>
  withPage({}, async (page) => {
    await open(page, map);
    await live(page);
    assert.equal(await page.locator('#no-live').isVisible(), false);
  }));

test(`the first load with everything it fetches until it rests is at most ${LIMIT / 1000} kB`, options, () =>
  withPage({}, async (page, context) => {
    const sizes = {};
    const watched = [];
    context.on('requestfinished', (request) => {
      watched.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          if (request.url().startsWith('http')) sizes[request.url()] = responseBodySize + responseHeadersSize;
        }),
      );
    });
    await open(page, map);
    await live(page);
    await page.waitForTimeout(2000);
    await Promise.all(watched);
    const worker = page.workers()[0]?.url();
    assert.ok(worker, 'the map has no worker');
    // What the browser tells of a worker's own script is not its size: it is asked for once more.
    sizes[worker] = await sent(worker);
    assert.ok(sizes[worker] > 50_000, `the size of the worker is not known: ${sizes[worker]}`);
    const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
    console.log(`first load with map: ${total} bytes in ${Object.keys(sizes).length} answers`);
    assert.ok(total <= LIMIT, `${total} bytes: ${JSON.stringify(sizes, null, 1)}`);
  }));

/** How many bytes an answer is on its way, compressed, with its head. */
function sent(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = response.rawHeaders.join(': ').length;
      response.on('data', (chunk) => (bytes += chunk.length));
      response.on('error', reject);
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

test('on a telephone the drawing stands until it is touched', options, () =>
  withPage({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, async (page) => {
    const fetched = [];
    page.on('request', (request) => fetched.push(request.url()));
    await open(page, map);
    const wake = page.locator('#map-bar button');
    await wake.waitFor();
    assert.ok(await page.locator('#live-map svg').isVisible(), 'the drawing is there');
    assert.deepEqual(fetched.filter((url) => url.includes('maplibre')), [], 'what moves the map is not fetched yet');
    await wake.tap();
    await page.locator('#live-map[data-live=yes]').waitFor();
    assert.equal(await page.locator('#map-bar button').count(), 2, 'the two ways to show the map');
  }));

for (const [reducedMotion, what] of [
  ['reduce', 'jumps'],
  ['no-preference', 'glides'],
]) {
  test(`with motion "${reducedMotion}" the map ${what}`, options, () =>
    withPage({ reducedMotion }, async (page) => {
      await open(page, `${map}&map=3/60/15`);
      await live(page);
      await page.locator('.maplibregl-canvas').focus();
      // From the key to where the map has come to rest, which it writes into the address.
      await page.evaluate(() => {
        addEventListener('keydown', () => (window.pressed = performance.now()), { capture: true, once: true });
        const replace = history.replaceState.bind(history);
        history.replaceState = (...args) => {
          window.rested ??= performance.now();
          return replace(...args);
        };
      });
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => window.rested);
      const took = await page.evaluate(() => window.rested - window.pressed);
      // A glide takes 300 milliseconds; a jump is there at once, in the same turn of the event loop.
      if (reducedMotion === 'reduce') assert.ok(took < 100, `it took ${took} ms`);
      else assert.ok(took > 200, `it took ${took} ms`);
    }));
}
