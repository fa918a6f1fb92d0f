// Accessibility: every kind of page, in every language, light and dark, on a desk and at 320 pixels, has no
// violation that axe-core knows of in WCAG 2.1 A and AA, and never scrolls sideways.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import AxeModule from '@axe-core/playwright';
import { open } from './support/browser.mjs';
import { everyPage } from './support/pages.mjs';
import { session } from './support/session.mjs';

const AxeBuilder = AxeModule.default ?? AxeModule;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const WIDTHS = [1280, 320];
// The page is the same in the dark but for its colours: there the rules on colours are asked again, and no others.
const SCHEMES = { light: (axe) => axe.withTags(TAGS), dark: (axe) => axe.withRules(['color-contrast', 'link-in-text-block']) };

const { skip, site, withPage } = await session();
const pages = skip ? [] : await everyPage(site.url);

test('the accessibility of every page is checked in a browser', { skip }, () => {
  assert.ok(pages.length >= 30, `only ${pages.length} pages were found`);
});

describe('every page', { concurrency: 2 }, () => {
  for (const { kind, language, path, status } of pages) {
    test(`${kind} (${language}) is accessible, light and dark, wide and narrow`, { timeout: 120_000 }, () =>
      withPage({ reducedMotion: 'reduce' }, async (page) => {
        const found = [];
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await open(page, site.url + path, status);
          found.push(...(await sideways(page, width)));
          await page.evaluate(new AxeBuilder({ page }).script());
          for (const [colorScheme, rules] of Object.entries(SCHEMES)) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            const { violations } = await rules(axeOf(page)).analyze();
            found.push(...violations.flatMap((violation) => sentences(violation, width, colorScheme)));
          }
        }
        assert.deepEqual(found, [], `${path}:\n${found.join('\n')}`);
      }));
  }
});

/** The axe that the page already has: read once a load and not twice a question. What passes is not gathered. */
function axeOf(page) {
  return new AxeBuilder({ page, axeSource: 'undefined' }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/** The elements that make a page wider than its window. */
async function sideways(page, width) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  return wide.map((element) => `${width} px: sticks out sideways: ${element}`);
}

function sentences({ id, help, nodes }, width, scheme) {
  return nodes
    .slice(0, 5)
    .map((node) => `${width} px, ${scheme}: ${id}: ${help}: ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`);
}
