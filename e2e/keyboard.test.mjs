// The keyboard alone does everything: past the menu, to the search and its first answer, through the filters,
// and it can always be seen where one is.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { open } from './support/browser.mjs';
import { paths } from './support/pages.mjs';
import { session } from './support/session.mjs';

const { skip, site, browser } = await session();
const options = { skip, timeout: 60_000 };
let page;
beforeEach(async () => {
  if (skip) return;
  await page?.context().close();
  page = await (await browser().newContext({ reducedMotion: 'reduce' })).newPage();
  page.setDefaultTimeout(15_000);
});

test('the first stop is a link past the menu, and it leads into the content', options, async () => {
  await open(page, site.url + paths.partnerships.sv);
  await page.keyboard.press('Tab');
  const first = await focused();
  assert.equal(first.tag, 'A');
  assert.match(first.href, /^#./, 'the first stop is not a link within the page');
  assert.ok(first.onScreen, 'the link past the menu cannot be seen when it has focus');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const next = await focused();
  assert.ok(next.inMain, `after the link past the menu, Tab goes to ${next.what}`);
});

for (const [kind, path] of [
  ['the start page', paths.start.sv],
  ['the list', paths.partnerships.sv],
  ['a body', `${paths.bodies.sv}/se-1480`],
]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`it can be seen where one is on ${kind}, ${colorScheme}`, options, async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, site.url + path);
      const unseen = [];
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        const now = await focused();
        if (!now.tag || now.tag === 'BODY') break;
        if (!now.marked || !now.onScreen) unseen.push(now.what);
      }
      assert.deepEqual(unseen, []);
    });
  }
}

test('Tab leads to the search, Enter asks, and Tab leads to the first answer', options, async () => {
  await open(page, site.url + paths.start.sv);
  await tabTo((now) => now.role === 'search', 30);
  await page.keyboard.type('Göteborg');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === paths.search.sv);
  const answer = await tabTo((now) => now.inMain && now.href?.startsWith(`${paths.bodies.sv}/`), 40);
  assert.equal(answer.href, `${paths.bodies.sv}/se-1480`);
  await page.keyboard.press('Enter');
  await page.waitForURL(site.url + answer.href);
});

test('the filters of the list are set and sent with the keyboard', options, async () => {
  await open(page, site.url + paths.partnerships.sv);
  // A link leads past the rows of the list to what narrows it.
  await tabTo((now) => now.href?.endsWith('#facets'), 40);
  await page.keyboard.press('Enter');
  await tabTo((now) => now.name === 'partner_country', 20);
  await page.keyboard.press('Space');
  await page.waitForURL((url) => url.searchParams.has('partner_country'));
  // Whoever chose goes on where they were.
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'partner_country');
});

test('Tab goes through the whole page and comes out again', options, async () => {
  await open(page, site.url + paths.about.sv);
  const stops = [];
  for (let stop = 0; stop < 300; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (stops.length > 3 && now.index === stops[0]) return;
    if (now.index >= 0) stops.push(now.index);
  }
  assert.fail(`300 stops and no way out: ${(await focused()).what}`);
});

/** Presses Tab until the wanted stop, at most so many times. */
async function tabTo(wanted, most) {
  const passed = [];
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (wanted(now)) return now;
    passed.push(now.what);
  }
  return assert.fail(`not reached in ${most} stops; passed ${passed.join(' | ')}`);
}

/** Where the keyboard is. */
function focused() {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { tag: 'BODY', what: 'the page itself', index: -1 };
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const look = (s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join();
    const now = look(style);
    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    element.blur();
    const changed = look(getComputedStyle(element)) !== now;
    element.focus({ preventScroll: true, focusVisible: true });
    return {
      tag: element.tagName,
      what: `${element.tagName.toLowerCase()} ${element.getAttribute('href') ?? element.getAttribute('name') ?? ''} ${(element.textContent ?? '').trim().slice(0, 30)}`,
      href: element.getAttribute('href'),
      name: element.getAttribute('name'),
      role: element.type === 'search' ? 'search' : element.getAttribute('role'),
      submits: element.tagName === 'BUTTON' && element.type === 'submit' && element.closest('form') !== null,
      inMain: element.closest('main') !== null,
      marked: outline || changed,
      onScreen: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      index: [...document.querySelectorAll('*')].indexOf(element),
    };
  });
}
