// The site and the browser of a file of tests: started before the first, stopped after the last.

import { after, before } from 'node:test';
import { browserIsMissing, launch } from './browser.mjs';
import { pagesOf } from './kept-pages.mjs';
import { startServer } from './server.mjs';

/**
 * The site, why there is no browser (or false), the browser itself, which is there once the first test runs, and
 * `withPage(settings, run)`, which lends a page of it. `more` are further arguments of the browser.
 */
export async function session(more) {
  const skip = browserIsMissing();
  const site = await startServer();
  let opened;
  before(async () => {
    if (!skip) opened = await launch(more);
  });
  after(async () => {
    await opened?.close();
    await site.stop();
  });
  return { skip, site, browser: () => opened, withPage: pagesOf(() => opened, site) };
}
