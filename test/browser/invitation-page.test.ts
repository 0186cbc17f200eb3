import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderInvitationPage } from '../../src/render/invitation/invitation-page.ts';
import { toMessageName } from '../../src/safe/message-name.ts';
import { languages } from '../render/sample-reports.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath) || process.env.CI === 'true';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const view = {
  link: 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m',
  isSandbox: false,
  people: [],
};
const longest = 'Parents of class 5B – '.repeat(5);

describe.runIf(isThere)('a sheet in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  it.each(languages)(
    'is one page of A4, also with a long name, and can be read aloud, in $language',
    async (words) => {
      const page = await browser.newPage();
      const sheet = { ...view, group: toMessageName(longest), isApproved: true };
      await page.setContent(renderInvitationPage(sheet, words));
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      const results = (await page.evaluate(`${axe}; axe.run()`)) as AxeResults;
      expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.close();
    },
  );
});
