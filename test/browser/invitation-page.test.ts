import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderInvitationPage } from '../../src/render/invitation/invitation-page.ts';
import { toMessageName } from '../../src/safe/message-name.ts';
import { languages } from '../render/sample-reports.ts';
import { examine, hasChromium, launchChromium } from '../support/chromium.ts';

const view = {
  link: 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m',
  isSandbox: false,
  people: [],
};
const longest = 'Parents of class 5B – '.repeat(5);

describe.runIf(hasChromium)('a sheet in Chromium', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each(languages)(
    'is one page of A4, also with a long name, and can be read aloud, in $language',
    async (words) => {
      const sheet = { ...view, group: toMessageName(longest), isApproved: true };
      await page.setContent(renderInvitationPage(sheet, words));
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      expect((await examine(page)).broken).toEqual([]);
    },
  );
});
