// Readers who change how pages look lose nothing: more space between letters, words and lines (WCAG 1.4.12), at 320
// pixels too, which is 400 % of 1280 (1.4.10), and colours of their own (forced colours).

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open } from './support/browser.mjs';
import { everyPage } from './support/pages.mjs';
import { session } from './support/session.mjs';

const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;

const { skip, site, withPage } = await session();
// Ukrainian has the longest words, Swedish the longest compounds; English is between them.
const pages = skip ? [] : (await everyPage(site.url)).filter(({ language }) => language !== 'en');

test('pages are read in a browser', { skip }, () => {
  assert.ok(pages.length >= 20, `only ${pages.length} pages were found`);
});

describe('every page', { concurrency: 2 }, () => {
  for (const { kind, language, path, status } of pages) {
    test(`${kind} (${language}) loses nothing with text spacing, narrow and wide`, { timeout: 60_000 }, () =>
      withPage({ reducedMotion: 'reduce', bypassCSP: true }, async (page) => {
        await page.setViewportSize({ width: 320, height: 800 });
        await open(page, site.url + path, status);
        await page.addStyleTag({ content: SPACING });
        assert.deepEqual(await lost(page), [], `${path} at 320 pixels`);
        await page.setViewportSize({ width: 1280, height: 800 });
        assert.deepEqual(await lost(page), [], `${path} at 1280 pixels`);
      }));
  }

  for (const { kind, path, status } of pages.filter(({ language }) => language === 'sv')) {
    test(`${kind} loses nothing in forced colours`, { timeout: 60_000 }, () =>
      withPage({ reducedMotion: 'reduce', forcedColors: 'active' }, async (page) => {
        await open(page, site.url + path, status);
        assert.deepEqual(await unseen(page), [], path);
        for (let stop = 0; stop < 12; stop += 1) {
          await page.keyboard.press('Tab');
          const unmarked = await page.evaluate(() => {
            const here = document.activeElement;
            if (!here || here === document.body) return null;
            const { outlineStyle, outlineWidth } = getComputedStyle(here);
            return outlineStyle === 'none' || parseFloat(outlineWidth) < 1 ? here.outerHTML.slice(0, 120) : null;
          });
          assert.equal(unmarked, null, `${path}: it cannot be seen that this has focus`);
        }
      }));
  }
});

/** Text that is cut off, and what makes the page wider than its window. */
function lost(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const found = [];
    const tell = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
    const wide = document.documentElement.scrollWidth > room;
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // What is for screen readers alone is a pixel large on purpose.
      if (element.closest('svg, .hidden, .skip, select, datalist') || box.width <= 1 || box.height <= 1) continue;
      if (wide && box.right > room + 0.5) tell('sticks out sideways', element);
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!hasText || style.display === 'inline') continue;
      const cuts = (way) => ['hidden', 'clip'].includes(way);
      if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) tell('cut off sideways', element);
      if (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) tell('cut off below', element);
    }
    return found.slice(0, 5);
  });
}

/** Buttons and fields without an edge, and drawn lines that have the colour of what lies behind. */
function unseen(page) {
  return page.evaluate(() => {
    const found = [];
    const ground = getComputedStyle(document.body).backgroundColor;
    for (const element of document.querySelectorAll('button, input:not([type=hidden], [type=checkbox], [type=radio]), select')) {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      if (!element.checkVisibility() || element.closest('.hidden')) continue;
      if (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1) found.push(`no edge: ${element.outerHTML.slice(0, 120)}`);
    }
    for (const line of document.querySelectorAll('svg line, svg path, svg polyline, svg rect, svg circle')) {
      const { stroke, fill, strokeWidth } = getComputedStyle(line);
      const box = line.getBoundingClientRect();
      if (box.width + box.height === 0 || !line.checkVisibility()) continue;
      // A line without an inside shows by its stroke alone.
      const lineOnly = fill === 'none' && stroke !== 'none' && parseFloat(strokeWidth) > 0;
      if (lineOnly && stroke === ground) found.push(`a line like its ground: ${line.outerHTML.slice(0, 120)}`);
    }
    return found.slice(0, 5);
  });
}
