// Pages of the browser that are lent to one test after another. A context and a page of its own cost Chromium two
// processes, and scripts that have been compiled are compiled again: for a test that only looks at an address, that is
// more than the looking. A test that follows a path through the site makes a context of its own.

const VIEWPORT = { width: 1280, height: 720 };
/** What a new context would have; null is what Playwright leaves to the browser. */
const LOOK = { media: null, colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none', contrast: 'no-preference' };
const WATCHED = ['console', 'dialog', 'download', 'pageerror', 'popup', 'request', 'requestfailed', 'requestfinished', 'response'];

/** withPage(settings, run): runs with a page of a context with these settings, as a new one would be. */
export function pagesOf(browser, site) {
  const idle = new Map();
  return async function withPage(settings, run) {
    const kept = JSON.stringify(settings);
    if (!idle.has(kept)) idle.set(kept, []);
    const page = idle.get(kept).pop() ?? (await (await browser().newContext(settings)).newPage());
    try {
      await run(page);
      await clean(page, site, settings);
    } catch (error) {
      // Nobody knows what this one has left behind.
      await page.context().close();
      throw error;
    }
    idle.get(kept).push(page);
  };
}

/** Leaves nothing of what a test did: no document, listener, storage, cookie, size or emulated medium. */
async function clean(page, site, { viewport = VIEWPORT, ...settings }) {
  if (page.context().pages().length > 1) throw new Error(`${page.url()} opened another page`);
  // A few words of the site itself: about:blank would be another process.
  await page.goto(`${site.url}/readyz`);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  for (const event of WATCHED) page.removeAllListeners(event);
  await page.context().clearCookies();
  await page.setViewportSize(viewport);
  const look = Object.entries(LOOK).map(([feature, usual]) => [feature, settings[feature] ?? usual]);
  await page.emulateMedia(Object.fromEntries(look));
}
