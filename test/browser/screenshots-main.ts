import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderHtml } from '../../src/render/report/html/render-html.ts';
import { english } from '../../src/words/english/english.ts';
import { crowdedView } from '../render/crowded-view.ts';
import { launchChromium } from '../support/chromium.ts';

/**
 * `npm run screenshots [FOLDER]`: a crowded report as Chromium shows it, wide and narrow, light and dark, and as it is
 * printed, for people who change it to look at. Prints the names of the files.
 */
const folder = process.argv[2] ?? join(tmpdir(), 'rollcall-screenshots');
const widths = [1280, 360];
/** What is below that is more of the same. */
const height = 2600;

await mkdir(folder, { recursive: true });
const file = join(folder, 'report.html');
await writeFile(file, renderHtml(await crowdedView(), english));
const browser = await launchChromium();
try {
  for (const width of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(pathToFileURL(file).href);
      const path = join(folder, `report-${width}-${colorScheme}.png`);
      await page.screenshot({ path });
      process.stdout.write(`${path}\n`);
      await page.close();
    }
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.pdf({ path: join(folder, 'report.pdf'), format: 'A4' });
  process.stdout.write(`${join(folder, 'report.pdf')}\n`);
} finally {
  await browser.close();
}
