// Pictures of every kind of page, for looking at: node e2e/screenshots.mjs FOLDER [WORD]
// With a word, only of the kinds that have it in their name. Not a test.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './support/browser.mjs';
import { everyPage } from './support/pages.mjs';
import { startServer } from './support/server.mjs';

const [folder, word] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder? node e2e/screenshots.mjs FOLDER [WORD]');
  process.exit(2);
}

const views = [
  { view: 'desk', width: 1280, height: 900, colorScheme: 'light', media: 'screen' },
  { view: 'phone', width: 360, height: 740, colorScheme: 'light', media: 'screen' },
  { view: 'dark', width: 1280, height: 900, colorScheme: 'dark', media: 'screen' },
  { view: 'print', width: 794, height: 1123, colorScheme: 'light', media: 'print' },
];

mkdirSync(folder, { recursive: true });
const site = await startServer();
const browser = await launch();
try {
  for (const { kind, language, path } of await everyPage(site.url)) {
    if (word && !kind.includes(word)) continue;
    for (const { view, width, height, colorScheme, media } of views) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.emulateMedia({ media, colorScheme });
      await page.goto(site.url + path);
      const file = join(folder, `${kind.replaceAll(' ', '-')}.${language}.${view}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
