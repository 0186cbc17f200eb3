import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderInvitationPage } from '../../src/render/invitation/invitation-page.ts';
import { renderHtml } from '../../src/render/report/html/render-html.ts';
import { toMessageName } from '../../src/safe/message-name.ts';
import type { View } from '../../src/view/view.ts';
import { crowdedView } from '../render/crowded-view.ts';
import { hostileNames, viewOf } from '../render/hostile.ts';
import { languages, reportViews } from '../render/sample-reports.ts';
import { examine, hasChromium, launchChromium } from '../support/chromium.ts';
import { english } from '../../src/words/english/english.ts';
import type { Words } from '../../src/words/words.ts';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
/** Each once, in turn light and dark and in all languages. */
const samples = Object.entries(reportViews).map(([name, toSample], index) => ({
  name,
  toSample,
  scheme: schemes[index % 2] ?? 'light',
  language: languages[index % 3] ?? english,
}));

const openAll = 'for (const each of document.querySelectorAll("details")) each.open = true';

interface Opened {
  readonly page: Page;
  /** Everything that the page asked for, itself aside. */
  readonly requests: readonly string[];
  readonly troubles: readonly string[];
}

let browser: Browser;
beforeAll(async () => {
  if (hasChromium) browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.runIf(hasChromium)('a report in Chromium', () => {
  let folder: string;
  /** One for all tests, each of which begins with a document of its own: a new one takes longer than most of them. */
  let page: Page;
  let opened: { url: string; requests: string[]; troubles: string[] };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-browser-'));
    // Axe is a script, and the file's own policy lets none run.
    page = await browser.newPage({ bypassCSP: true });
    page.on('request', (request) => {
      const url = request.url();
      if (url !== opened.url && !url.startsWith('data:')) opened.requests.push(url);
    });
    page.on('dialog', (dialog) => {
      opened.troubles.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => opened.troubles.push(error.message));
    await open(viewOf('Altos'), english);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function open(view: View, language: Words, scheme: Scheme = 'light', width = 1000): Promise<Opened> {
    const file = join(folder, 'report.html');
    await writeFile(file, renderHtml(view, language));
    await prepare(scheme, width);
    opened = { url: pathToFileURL(file).href, requests: [], troubles: [] };
    await page.goto(opened.url);
    return { page, ...opened };
  }

  /** The same in the place of the document before, which takes a third of the time of a file; and axe is still there. */
  async function show(view: View, language: Words, scheme: Scheme = 'light', width = 1000): Promise<Opened> {
    await prepare(scheme, width);
    opened = { url: page.url(), requests: [], troubles: [] };
    await page.setContent(renderHtml(view, language));
    return { page, ...opened };
  }

  async function prepare(colorScheme: Scheme, width: number): Promise<void> {
    await page.emulateMedia({ colorScheme, media: null });
    await page.setViewportSize({ width, height: 800 });
  }

  it.each(samples)(
    '$name, $scheme, in $language.language: axe finds nothing',
    async ({ toSample, scheme, language }) => {
      const { page, requests, troubles } = await show(toSample(), language, scheme);
      await page.evaluate(openAll);
      const { broken, held } = await examine(page);
      expect(broken).toEqual([]);
      expect(held).toBeGreaterThan(10);
      expect([...requests, ...troubles]).toEqual([]);
    },
  );

  it('lets no name inject anything, even without the policy', async () => {
    const { page, requests, troubles } = await open(viewOf('Altos'), english);
    const usual = await countElements(page);
    for (const name of hostileNames) {
      await page.setContent(renderHtml(viewOf(name), english));
      expect(await countElements(page)).toEqual(usual);
      expect(await page.title()).toBe('What merging will do – Rollcall');
      expect(await page.locator('a').count()).toBe(3);
    }
    expect([...requests, ...troubles]).toEqual([]);
  });

  it('needs no more than 360 pixels', async () => {
    const { page } = await open(viewOf('Altos'), english, 'light', 360);
    for (const toSample of Object.values(reportViews)) {
      for (const language of languages) {
        await page.setContent(renderHtml(toSample(), language));
        await page.evaluate(openAll);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      }
    }
  });

  it('needs no more than 360 pixels for 40 groups with long names, and for photos made larger', async () => {
    const { page } = await show(await crowdedView(), english, 'dark', 360);
    await page.evaluate(openAll);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    // The others are made as these four are, and axe looks at all that is there, also where it is to tell of a part.
    await page.evaluate(
      'for (const each of document.querySelectorAll(".group:nth-of-type(n+5)")) each.remove()',
    );
    expect(await page.locator('.group').count()).toBe(4);
    expect((await examine(page)).broken).toEqual([]);
  });

  it('makes both photos larger by the keyboard, side by side where there is room', async () => {
    const { page } = await open(await crowdedView(1), english);
    const photos = page.locator('.photos img');
    const boxes = async () => [await photos.nth(0).boundingBox(), await photos.nth(1).boundingBox()];
    const [small] = await boxes();
    expect(small?.width).toBeGreaterThan(150);
    expect(await photos.first().getAttribute('alt')).toMatch(/^Photo of “.+” before$/);
    await page.locator('.larger summary').first().focus();
    await page.keyboard.press('Enter');
    const [before, after] = await boxes();
    expect(before?.width).toBeGreaterThan(300);
    expect(after?.y).toBe(before?.y);
    await page.setViewportSize({ width: 360, height: 800 });
    const [above, below] = await boxes();
    expect(above?.width).toBeGreaterThan(250);
    expect(below?.y).toBeGreaterThan(above?.y ?? 0);
  });

  it('breaks no heading of a table within a word, neither wide nor narrow', async () => {
    const { page } = await open(viewOf('Altos'), english, 'light', 1000);
    for (const language of languages) {
      await page.setContent(renderHtml(reportViews.plan?.() ?? viewOf('Altos'), language));
      for (const width of [1000, 600, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const broken = await findBrokenWords(page);
        expect(broken).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    }
    expect(await page.locator('.people td[data-of]').first().textContent()).toBe('3');
  });

  it('begins a long group on paper where the last one ends, and leaves no page empty', async () => {
    const { page } = await open(viewOf('Altos'), english);
    await page.emulateMedia({ media: 'print' });
    const rule = await page.evaluate('getComputedStyle(document.querySelector(".card")).breakInside');
    expect(rule).toBe('auto');
  });

  it('can be read with the keyboard alone: the first key leads past the summary, and tables open', async () => {
    const { page } = await open(viewOf('Altos'), english);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the groups');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open] table').isVisible()).toBe(true);
  });

  it('shows on paper what is folded on a screen', async () => {
    const { page } = await open(viewOf('Altos'), english);
    expect(await page.locator('details table').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const height = await page
      .locator('details table')
      .first()
      .evaluate((table) => table.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(20);
  });
});

describe.runIf(hasChromium)('a sheet in Chromium', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
  });

  it.each(languages)(
    'is one page of A4, also with a long name, and can be read aloud, in $language',
    async (words) => {
      const group = toMessageName('Parents of class 5B – '.repeat(5));
      const link = 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m';
      const sheet = { link, group, isApproved: true, isSandbox: false, people: [] };
      await page.setContent(renderInvitationPage(sheet, words));
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      expect((await examine(page)).broken).toEqual([]);
    },
  );
});

/** Words in the headings of people's table that stand on two lines. */
async function findBrokenWords(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('.people thead th')].flatMap((cell) => {
    const text = cell.firstChild;
    return [...text.data.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return cell.offsetWidth > 1 && range.getClientRects().length > 1;
    }).map(([word]) => word);
  })`);
}

/** How many elements of each kind a page has; the topic's lines are as many as the name makes them. */
async function countElements(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const counts = {};
    for (const element of document.querySelectorAll('*:not(.topic *)')) counts[element.localName] = (counts[element.localName] ?? 0) + 1;
    return counts;
  })()`);
}
