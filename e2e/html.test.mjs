// The W3C checker finds no error and no warning in any kind of page, nor in the style sheets.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { assetsOf } from './support/assets.mjs';
import { everyPage } from './support/pages.mjs';
import { startServer } from './support/server.mjs';

// What the checker of style sheets does not know yet, each with the standard that has it. It is a checker of
// CSS as of some years ago; the list is to grow shorter.
const UNKNOWN_TO_THE_CSS_CHECKER = [];

const skip = javaIsMissing();
const site = await startServer();
const pages = skip ? [] : await everyPage(site.url);
const folder = mkdtempSync(join(tmpdir(), 'vanort-html-'));
let messages = [];
const styles = new Map();

before(async () => {
  if (skip) return;
  for (const [index, { path, status }] of pages.entries()) {
    const response = await fetch(site.url + path);
    assert.equal(response.status, status, path);
    const html = await response.text();
    mkdirSync(join(folder, 'pages'), { recursive: true });
    writeFileSync(join(folder, 'pages', `${index}.html`), html);
    for (const address of assetsOf(html).styles) {
      if (styles.has(address)) continue;
      styles.set(address, `${styles.size}.css`);
      writeFileSync(join(folder, 'pages', styles.get(address)), await (await fetch(new URL(address, site.url))).text());
    }
  }
  messages = await check(join(folder, 'pages'));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site.stop();
});

test('the HTML of every page is checked', { skip }, () => {
  assert.ok(pages.length >= 30, `only ${pages.length} pages were found`);
  assert.ok(styles.size > 0, 'no page has a style sheet');
});

for (const [index, { kind, language, path }] of pages.entries()) {
  test(`the HTML of ${kind} (${language}) has no errors and no warnings`, () => {
    const said = about(`${index}.html`);
    assert.deepEqual(said, [], `${path}:\n${said.join('\n')}`);
  });
}

test('the style sheets have no errors and no warnings', { skip }, () => {
  const said = [...styles].flatMap(([address, file]) => about(file).map((line) => `${address}: ${line}`));
  assert.deepEqual(
    said.filter((line) => !UNKNOWN_TO_THE_CSS_CHECKER.some((pattern) => pattern.test(line))),
    [],
    said.join('\n'),
  );
});

/** What the checker says of a folder of files. */
async function check(files) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const args = ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css', files];
  const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout).messages;
}

function about(file) {
  return messages
    .filter(({ url }) => url.endsWith(`/pages/${file}`))
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ type, subType, lastLine, message, extract }) => {
      return `${subType ?? type}, line ${lastLine}: ${message} ${extract ? `(${extract.trim()})` : ''}`;
    });
}

function javaIsMissing() {
  if (process.env.CI) return false;
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'NOT RUN: Java is not installed. Run: apt-get install default-jre-headless';
  }
}
