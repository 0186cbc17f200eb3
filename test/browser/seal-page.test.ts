import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/domain/organisation.ts';
import { makeNodeSuite } from '../../src/sealing/node-suite.ts';
import { createOpener } from '../../src/sealing/open-number.ts';
import { formatSealKey, toKeyId } from '../../src/sealing/seal-key.ts';
import { parseSealed } from '../../src/sealing/sealed-number.ts';
import { escapeInline } from '../../src/safe/inline.ts';
import { loadWords } from '../../src/words/load-words.ts';
import { colourRules, examine, hasChromium, launchChromium } from '../support/chromium.ts';
import { makeSealPage } from '../support/seal-page.ts';
import { sealFor, testKey } from '../support/sealing.ts';

const root = join(import.meta.dirname, '..', '..');

interface Opened {
  readonly page: Page;
  /** Everything that the page asked for, itself aside; and whatever went wrong in it. */
  readonly troubles: readonly string[];
}

interface Settings {
  readonly width?: number;
  readonly clipboard?: boolean;
}

const openNumber = createOpener(makeNodeSuite(), [testKey]);

/** The lines that are there to be copied, opened as `plan` opens them: "ana: +447700900002". */
async function openLines(page: Page): Promise<string[]> {
  const lines = (await page.locator('#result').inputValue()).trimEnd().split('\n');
  return Promise.all(
    lines.map(async (line) => {
      const [, handle = '', text = ''] = /^ {2}"?([^":]+)"?: (sealed:[a-z]+)$/.exec(line) ?? [];
      const sealed = parseSealed(text);
      if (typeof sealed === 'string') return `${line} (${sealed})`;
      const found = await openNumber(sealed, handle);
      return `${handle}: ${found.kind === 'opened' ? found.text : found.kind}`;
    }),
  );
}

async function paste(page: Page, lines: readonly string[]): Promise<void> {
  await page.locator('#many').fill(lines.join('\n'));
  await page.locator('#several button').click();
  await page.locator('body[aria-busy="false"]').waitFor();
}

describe.runIf(hasChromium)('the page that seals numbers, in Chromium, from a file, offline', () => {
  let browser: Browser;
  let made: { readonly file: string; readonly html: string };
  /** One for all tests, each of which begins with a document of its own: a new one takes longer than most of them. */
  let page: Page;
  let opened: { url: string; troubles: string[] };

  beforeAll(async () => {
    browser = await launchChromium();
    made = await makeSealPage();
    page = await (await browser.newContext()).newPage();
    page.on('request', (request) => {
      if (request.url() !== opened.url) opened.troubles.push(`request ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() !== 'log') opened.troubles.push(`console ${message.text()}`);
    });
    page.on('pageerror', (error) => opened.troubles.push(`error ${error.message}`));
    page.on('dialog', (dialog) => {
      opened.troubles.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  afterAll(() => browser?.close());

  async function open({ width = 1000, clipboard }: Settings = {}): Promise<Opened> {
    const context = page.context();
    await context.setOffline(true);
    await (clipboard
      ? context.grantPermissions(['clipboard-read', 'clipboard-write'])
      : context.clearPermissions());
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width, height: 800 });
    await load();
    await page.locator('#one button:enabled').waitFor();
    return { page, troubles: opened.troubles };
  }

  async function load(): Promise<void> {
    opened = { url: pathToFileURL(made.file).href, troubles: [] };
    await page.goto(opened.url);
  }

  it('makes a line that opens under the private key, and clears the number', async () => {
    const { page, troubles } = await open();
    await page.locator('#handle').fill('jose\u0301');
    await page.locator('#number').fill('07700 900123');
    await page.locator('#one button').click();
    await page.locator('#results').waitFor();
    expect(await openLines(page)).toEqual(['jos\u00e9: +447700900123']);
    expect(await page.locator('#status').textContent()).toBe(
      'Sealed: jos\u00e9. The number is cleared from this page.',
    );
    expect([await page.locator('#number').inputValue(), await page.locator('#handle').inputValue()]).toEqual([
      '',
      '',
    ]);
    expect(troubles).toEqual([]);
  });

  it('opens, with its own code, what the command line has sealed', async () => {
    const { page, troubles } = await open();
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { createOpener } from './src/sealing/open-number.ts';
          import { parseSealed } from './src/sealing/sealed-number.ts';
          import { makeWebSuite } from './src/sealing/web-suite.ts';
          globalThis.openText = (text, handle, key) => createOpener(makeWebSuite(), [key])(parseSealed(text), handle);`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    await page.evaluate(outputFiles[0]?.text ?? '');
    const key = Object.entries(testKey).map(([name, bytes]) => `${name}: Uint8Array.of(${String(bytes)})`);
    for (const handle of ['ana', 'jos\u00e9', '\u738b\u5c0f\u660e']) {
      const sealed = await sealFor(handle, '+447700900123');
      const call = `openText(${JSON.stringify(sealed)}, ${JSON.stringify(handle)}, { ${key.join(', ')} })`;
      expect(await page.evaluate(call)).toEqual({ kind: 'opened', text: '+447700900123' });
      const other = call.replace(JSON.stringify(handle), '"budi"');
      expect(await page.evaluate(other)).toEqual({ kind: 'damaged' });
    }
    expect(troubles).toEqual([]);
  });

  it('takes two columns of a spreadsheet, and keeps the lines with a mistake, each with its words', async () => {
    const { page, troubles } = await open();
    await paste(page, [
      'ana\t+44 7700 900123',
      'Budi Santoso\t07700900124',
      '',
      'citra\t12',
      '+44 7700 900125; dewi',
      'ana\t+44 7700 900126',
      'eka: +44 7700 900123',
      'no, 07700 900127',
    ]);
    expect(await openLines(page)).toEqual([
      'ana: +447700900123',
      'budi-santoso: +447700900124',
      'dewi: +447700900125',
      'no: +447700900127',
    ]);
    expect(await page.locator('#result').inputValue()).toContain('  "no": sealed:');
    expect(await page.locator('#many').inputValue()).toBe(
      'citra\t12\nana\t+44 7700 900126\neka: +44 7700 900123\n',
    );
    const told = await page.locator('#mistakes li').allTextContents();
    expect(told).toEqual([
      expect.stringMatching(
        /^Line 1 \(citra\): This is no number that could be used\. It is no possible number of GB\./,
      ),
      'Line 2 (ana): This handle stands in an earlier line already, and each person needs one of their own.',
      'Line 3 (eka): The same number stands in the line of ana. One person needs one handle.',
    ]);
    expect(await page.evaluate('document.activeElement.id')).toBe('unsealed-heading');
    expect(await page.locator('#status').textContent()).toBe(
      '4 numbers are sealed, and cleared from this page. To be mended: 3 lines.',
    );
    expect(troubles).toEqual([]);
  });

  it('leaves no number that was sealed to be found: neither in the page nor by undoing', async () => {
    const { page } = await open();
    await page.locator('#many').click();
    await page.keyboard.insertText('ana\t+44 7700 900177');
    await page.locator('#several button').click();
    await page.locator('#results').waitFor();
    await page.locator('#handle').click();
    await page.keyboard.insertText('budi');
    await page.locator('#number').click();
    await page.keyboard.insertText('+44 7700 900178');
    await page.keyboard.press('Enter');
    await page.getByText('Sealed: budi').waitFor();
    for (const field of ['#many', '#number', '#handle']) {
      await page.locator(field).focus();
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z');
    }
    const all = await page.evaluate(
      '[...document.querySelectorAll("input, textarea")].map((each) => each.value).join("|") + document.body.innerText',
    );
    expect(all).not.toMatch(/900\s?17[78]/);
    expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(
      0,
    );
  });

  it('is worked by the keyboard alone', async () => {
    const { page, troubles } = await open({ clipboard: true });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab', 'Tab', 'Enter', 'Tab');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.keyboard.type('team');
    await press('Tab');
    await page.keyboard.type('07700 900123');
    await press('Enter');
    expect(await page.locator('#one-mistake').textContent()).toMatch(/^This word cannot be a handle/);
    expect(await page.evaluate('document.activeElement.id')).toBe('handle');
    await press('Control+a');
    await page.keyboard.type('ana');
    await press('Tab', 'Tab', 'Enter');
    await page.locator('#results').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('handle');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('copy');
    await press('Enter');
    await page.getByText('The lines are copied.').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe(await page.locator('#result').inputValue());
    expect(troubles).toEqual([]);
  });

  // What is to be read differs by language, and colours by scheme.
  it.each(languages)(
    'axe finds nothing in %s, light and dark, with mistakes, results and on 320 pixels',
    async (language) => {
      const { page, troubles } = await open({ width: 320 });
      await page.locator('#language').selectOption(language);
      const { sealPage } = await loadWords(language);
      expect(await page.title()).toBe(sealPage.fixed.title);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      await page.locator('summary').click();
      await page.locator('#handle').fill('ana');
      await page.locator('#one button').click();
      await paste(page, ['ana\t+44 7700 900123', 'budi\t12', 'x\t']);
      const { broken, held } = await examine(page);
      expect(broken).toEqual([]);
      expect(held).toBeGreaterThan(20);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect((await examine(page, colourRules)).broken).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await page.locator('#one-mistake').textContent()).toBe(sealPage.mistakes['no-number']);
      const about = sealPage.faults['impossible-there'](escapeInline('GB'));
      expect(await page.locator('#mistakes').textContent()).toContain(`${sealPage.mistakes.wrong} ${about}`);
      expect(troubles).toEqual([]);
    },
  );

  it('says so where the browser has no X25519, and seals nothing', async () => {
    await using _ = await page.addInitScript(
      'Object.defineProperty(crypto.subtle, "importKey", { value: () => Promise.reject(new Error()) })',
    );
    await load();
    await page.getByText('This browser cannot seal.').waitFor();
    expect(await page.locator('form button:enabled').count()).toBe(0);
  });

  it('says so where scripts are switched off, and submits nothing', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    try {
      await load();
      expect(await page.locator('noscript p').textContent()).toContain('JavaScript');
      await page.locator('#number').fill('+44 7700 900123');
      await page.keyboard.press('Enter');
      expect(page.url()).toBe(opened.url);
    } finally {
      await session.send('Emulation.setScriptExecutionDisabled', { value: false });
      await session.detach();
    }
  });

  it('says for which key and organisation it seals', async () => {
    const { page } = await open();
    const text = await page.locator('section').first().innerText();
    expect(text).toContain(toKeyId(testKey.publicKey));
    expect(text).toContain(toKeyId(testKey.organisation));
    expect(text).toContain(`seal: ${formatSealKey(testKey)}`);
  });

  it('takes what is pasted for text, whatever it is', async () => {
    const { page, troubles } = await open();
    const count = () => page.evaluate('document.querySelectorAll("*:not(li):not(li *)").length');
    const before = await count();
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '</textarea><script>alert(1)</script>',
      '"><b>',
      '${alert(1)}',
      '\u202eana',
    ];
    await paste(page, [
      ...hostile.map((who) => `${who}\t+44 7700 900123`),
      ...hostile.map((number) => `ana\t${number}`),
    ]);
    // The first of them makes a handle of its letters: img-src-x-onerror-alert-1.
    expect(await page.locator('#mistakes li').count()).toBe(9);
    expect(await count()).toBe(before);
    expect(troubles).toEqual([]);
  });

  it('sends nothing and takes no markup, whatever a script in it would try', async () => {
    const { page } = await open();
    await page.context().setOffline(false);
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const blocked = await page.evaluate(`(async () => {
      const found = [];
      document.addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective));
      await fetch('${url}fetch').catch(() => found.push('fetch failed'));
      await new Promise((resolve) => { const image = new Image(); image.onerror = resolve; image.src = '${url}image'; });
      navigator.sendBeacon('${url}beacon');
      const form = document.createElement('form'); form.action = '${url}form'; document.body.append(form); form.submit();
      const style = document.createElement('style'); style.textContent = 'b{}'; document.head.append(style);
      try { document.body.innerHTML = '<b>'; } catch { found.push('innerHTML'); }
      await new Promise((resolve) => setTimeout(resolve));
      return found;
    })()`);
    expect(blocked).toEqual(
      expect.arrayContaining(['connect-src', 'fetch failed', 'img-src', 'innerHTML', 'style-src-elem']),
    );
    expect(asked).toEqual([]);
    // For a form Chromium opens a connection in advance, and sends nothing on it.
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  // Each hundred is sealed as the one before it, in a turn of its own: ten turns show what a hundred would.
  it('takes 10,000 lines, seals 1,000 of them, and answers meanwhile', async () => {
    const { page, troubles } = await open({ clipboard: true });
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `p${at}\t+44 7700 900${String(at % 1000).padStart(3, '0')}`,
    );
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(lines.join('\n'))})`);
    await page.locator('#many').focus();
    await page.keyboard.press('Control+v');
    await page.evaluate(
      'globalThis.seen = new Set(); setInterval(() => seen.add(document.querySelector("#working").textContent))',
    );
    await page.locator('#several button').click();
    await page
      .getByText('1,000 numbers are sealed, and cleared from this page. To be mended: 9,000 lines.')
      .waitFor();
    const seen = (await page.evaluate('[...seen]')) as string[];
    expect(seen.filter((text) => /^Sealing: [\d,]+ of 1,000$/.test(text)).length).toBeGreaterThan(2);
    expect((await page.locator('#result').inputValue()).split('\n')).toHaveLength(1_001);
    expect((await page.locator('#many').inputValue()).split('\n')).toHaveLength(9_001);
    expect(troubles).toEqual([]);
  });
});
