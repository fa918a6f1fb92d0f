// The browser of the tests: Debian's Chromium, driven by playwright-core, kept from talking to anybody else. It is the
// build without a window where that is installed: what it makes of a page is the same, and it spares the processes that
// draw the toolbar beside every page.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const BUILDS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const CHROMIUM = process.env.VANORT_CHROMIUM ?? BUILDS.find((path) => existsSync(path)) ?? BUILDS[0];

/** Why the browser tests cannot be run, or false. In CI that is a failure and not a reason to skip. */
export function browserIsMissing() {
  if (existsSync(CHROMIUM) || process.env.CI) return false;
  return `NOT RUN: ${CHROMIUM} does not exist. Run: apt-get install chromium-headless-shell`;
}

/** A headless browser, with further arguments. */
export function launch(more = []) {
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    // Chromium cannot make its sandbox as root; anybody else keeps it.
    chromiumSandbox: process.getuid() !== 0,
    args: [
      // Who asks for WebGL gets it, drawn by software.
      ...(more.length ? [] : ['--disable-gpu']),
      ...more,
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-domain-reliability',
      '--disable-features=OptimizationHints,MediaRouter,Translate',
    ],
  });
}

/** Opens a page and fails unless it came with the status that was expected. */
export async function open(page, url, status = 200) {
  const response = await page.goto(url, { waitUntil: 'load' });
  if (response.status() !== status) {
    throw new Error(`${url} answered ${response.status()} and not ${status}`);
  }
  return response;
}
