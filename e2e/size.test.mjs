// A page is small: HTML, style sheets and scripts together are at most 60 kB compressed, the map not counted.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, test } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { assetsOf } from './support/assets.mjs';
import { everyPage } from './support/pages.mjs';
import { startServer } from './support/server.mjs';

const LIMIT = 60_000;
const MAPS = /<svg\b[^>]*\bclass="map\b[\s\S]*?<\/svg>/g;

const site = await startServer();
const pages = await everyPage(site.url);
after(() => site.stop());

for (const { kind, language, path } of pages) {
  test(`${kind} (${language}) is at most ${LIMIT / 1000} kB`, async () => {
    const plain = await raw(path, 'identity');
    const sent = await raw(path, 'br, gzip');
    assert.ok(['br', 'gzip'].includes(sent.encoding), `${path} is not sent compressed`);
    const html = plain.body.toString('utf8');
    const { styles, scripts } = assetsOf(html);
    const parts = { html: html.match(MAPS) ? compressed(html.replace(MAPS, ''), sent.encoding) : sent.body.length };
    for (const address of [...styles, ...scripts]) {
      const asset = await raw(new URL(address, site.url + path).href.slice(site.url.length), 'br, gzip');
      assert.equal(asset.status, 200, address);
      parts[address] = asset.body.length;
    }
    const total = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
    assert.ok(total <= LIMIT, `${path} is ${total} bytes: ${JSON.stringify(parts)}`);
  });
}

/** An answer as it goes over the wire. */
function raw(path, encoding) {
  return new Promise((resolve, reject) => {
    get(site.url + path, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          encoding: response.headers['content-encoding'],
          body: Buffer.concat(chunks),
        }),
      );
    }).on('error', reject);
  });
}

/** The size of a text, compressed no harder than a server does in passing. */
function compressed(text, encoding) {
  if (encoding === 'gzip') return gzipSync(text, { level: 6 }).length;
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}
