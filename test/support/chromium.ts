import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Debian's. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Where it is missing, CI fails rather than passing without having looked. */
export const hasChromium = existsSync(executablePath) || process.env.CI === 'true';

/**
 * What Chromium would draw though nobody sees it, at a fourth of its time: the list below the address bar of each window.
 * This list replaces Playwright's, of which the last two are kept.
 */
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'PaintHolding'];

/** Takes as long as a dozen of its pages: one for a file of tests is enough, and a new window takes as long as three. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--disable-features=${unseen.join()}`],
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe says of a page: each rule that is broken, with the elements that break it; and how many rules hold. */
interface Examined {
  readonly broken: readonly string[];
  readonly held: number;
}

/** Rules of axe that ask for colours: between light and dark nothing else differs. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** Examines a page as it stands, by all rules of axe or by some. A page's own policy has to let scripts run. */
export async function examine(page: Page, rules?: readonly string[]): Promise<Examined> {
  // It stays for the next document that is written into the page.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(`${axe};0`);
  // All that axe tells of what holds takes longer to be handed over than to be found.
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<AxeResults> };
    };
    const { violations, passes } = await axe.run(runOnly ? { runOnly } : {});
    return {
      broken: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      held: passes.length,
    };
  }, rules);
}
