// What a visitor's browser is told and asked: a strict policy, no cookies, and nothing from anywhere else.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assetsOf } from './support/assets.mjs';
import { open } from './support/browser.mjs';
import { everyPage } from './support/pages.mjs';
import { session } from './support/session.mjs';

const REFERRER_POLICIES = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];

const { skip, site, withPage } = await session();
const pages = await everyPage(site.url);

for (const { kind, language, path, status } of pages) {
  test(`${kind} (${language}) has a strict policy and sets no cookie`, async () => {
    const response = await fetch(site.url + path);
    assert.equal(response.status, status);
    assert.match(response.headers.get('content-type') ?? '', /^text\/html;\s*charset=utf-8$/i);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.ok(REFERRER_POLICIES.includes(response.headers.get('referrer-policy')), 'referrer-policy');
    assert.equal(response.headers.get('set-cookie'), null);
    const policy = policyOf(response);
    assert.deepEqual(policy.get('default-src'), ["'none'"]);
    assert.deepEqual(policy.get('base-uri'), ["'none'"]);
    assert.deepEqual(policy.get('frame-ancestors'), ["'none'"]);
    assert.deepEqual(policy.get('form-action'), ["'self'"]);
    for (const [directive, sources] of policy) {
      for (const source of sources) {
        const loose = /unsafe-inline|unsafe-eval|unsafe-hashes|\*|^https?:|^data:/.test(source);
        assert.ok(!loose || (directive === 'img-src' && source === 'data:'), `${directive} ${source} is too loose`);
      }
    }
    const html = await response.text();
    assert.equal(html.match(/<[^>]+\son[a-z]+\s*=\s*["']/i)?.[0], undefined, 'a handler is written in the HTML');
    assert.equal(html.match(/<[^>]+\sstyle\s*=\s*["']/i)?.[0], undefined, 'a style is written in the HTML');
    assert.equal(html.match(/<html[^>]*\slang="([a-z]+)"/)?.[1], language);
  });
}

// Each waits until nothing has been asked for during half a second, and there is little else to do.
describe('every page in a browser', { concurrency: 8 }, () => {
  for (const { kind, language, path, status } of pages) {
    test(`${kind} (${language}) asks nobody else for anything`, { skip }, () =>
      withPage({}, async (page) => {
        const outside = [];
        const complaints = [];
        page.on('request', (request) => {
          if (new URL(request.url()).origin !== site.url) outside.push(request.url());
        });
        page.on('response', (response) => {
          if (response.status() >= 400 && response.url() !== site.url + path) {
            complaints.push(`${response.url()} answered ${response.status()}`);
          }
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('console', (message) => {
          const ofThePageItself = message.location().url === site.url + path && message.text().includes(`status of ${status}`);
          if (message.type() === 'error' && !ofThePageItself) complaints.push(message.text());
        });
        await open(page, site.url + path, status);
        await page.waitForLoadState('networkidle');
        assert.deepEqual(outside, []);
        assert.deepEqual(complaints, []);
        assert.deepEqual(await page.context().cookies(), []);
      }));
  }
});

test('style sheets and scripts are kept for a year under an address that changes with them', async () => {
  const { styles, scripts } = assetsOf(await (await fetch(site.url)).text());
  assert.ok(styles.length > 0, 'the start page has no style sheet');
  for (const address of [...styles, ...scripts]) {
    const response = await fetch(new URL(address, site.url));
    await response.arrayBuffer();
    assert.equal(response.status, 200, address);
    assert.match(response.headers.get('cache-control') ?? '', /max-age=31536000.*immutable/, address);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', address);
  }
});

/** The content security policy as directive → sources. */
function policyOf(response) {
  const written = response.headers.get('content-security-policy');
  assert.ok(written, 'there is no content-security-policy');
  return new Map(
    written
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .filter(([directive]) => directive)
      .map(([directive, ...sources]) => [directive, sources]),
  );
}
