import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { launchChromium } from '../support/chromium.ts';
import { renderExample, toPageHash } from '../support/example-report.ts';
import { findRoot } from '../support/repository-root.ts';

/**
 * `npm run picture`: the README's picture of a report, as Chromium shows the page of the example. The page's hash stands
 * in the picture, so that a test can tell whether it is current without comparing pixels, which differ with every font.
 */
const size = { width: 860, height: 1400 };

const html = await renderExample();
const folder = await mkdtemp(join(tmpdir(), 'rollcall-picture-'));
const browser = await launchChromium();
try {
  const file = join(folder, 'plan.html');
  await writeFile(file, html);
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  const shot = await page.screenshot();
  await sharp(shot)
    .resize(size.width * 1.5)
    .withExif({ IFD0: { ImageDescription: toPageHash(html) } })
    .png({ palette: true, quality: 90 })
    .toFile(join(findRoot(), 'test', 'golden', 'report.png'));
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
