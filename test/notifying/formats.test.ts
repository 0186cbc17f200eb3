import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormatName } from '../../src/notifying/formats.ts';
import {
  findParameter,
  formatNames,
  toGroupText,
  toPlainText,
  toPosting,
} from '../../src/notifying/formats.ts';
import { toShownName } from '../../src/notifying/notice.ts';
import { toAddress } from '../../src/safe/address.ts';
import { mask } from '../../src/safe/mask.ts';
import type { NewsView } from '../../src/view/notifying/news-view.ts';
import { groupMatters, runMatters } from '../../src/view/notifying/news-view.ts';
import { english } from '../../src/words/english/english.ts';
import { indonesian } from '../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../src/words/portuguese/portuguese.ts';
import { anyLetter } from '../support/any-letter.ts';
import { applied, drift, ended, everything, strangers } from './sample-news.ts';

const link = toAddress('https://forge.example/clara/choir/actions/runs/4711');
const address = new URL('https://chat.example/hooks/secret?chat_id=-100&thread=1');
const languages = [english, indonesian, portuguese];

const post = (name: FormatName, news: NewsView, words = english) =>
  toPosting(name, address, { news, words, link });

/** All texts that a chat shows, whatever the form. */
function readTexts(name: FormatName, body: string): string {
  if (name === 'ntfy') return body;
  const texts: string[] = [];
  JSON.parse(body, (key, value: unknown) => {
    if (typeof value === 'string' && !['$schema', 'contentType', 'html'].includes(key)) texts.push(value);
    return value;
  });
  return texts.join('\n');
}

describe.each(formatNames)('%s', (name) => {
  test('is written as its page says', async () => {
    const bodies = [drift, applied].map((news) => {
      const { url, contentType, body } = post(name, news);
      const shown = name === 'ntfy' ? body : JSON.stringify(JSON.parse(body), null, 2);
      return `POST ${url.href}\n${contentType}\n\n${shown}\n`;
    });
    await expect(bodies.join('\n')).toMatchFileSnapshot(`../golden/notices/${name}.txt`);
  });

  test('mentions nobody, links nothing but the run, and has no letter that turns others around', () => {
    const all = readTexts(name, post(name, drift).body).replaceAll(link ?? '', '');
    expect(all).not.toMatch(/@(?:everyone|here|channel|all|room)/);
    expect(all).not.toMatch(/https?:\/\/|<@|evil\.example/);
    expect(all).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(all).not.toMatch(/\d{4}/);
  });
});

const markup: Readonly<Partial<Record<FormatName, RegExp>>> = {
  slack: /<(?!https:)|:skull:/,
  mattermost: /(?<!\\)[*_`[\]~#|]|:skull:/,
  discord: /(?<!\\)[*_`[\]~#|]|(?<!\\)<(?!https:)|:skull:/,
  'google-chat': /[*_~`<>]/,
  telegram: /\/start|#general|\$TAG/,
};

test.each(Object.entries(markup) as [FormatName, RegExp][])(
  '%s has no markup of a stranger’s',
  (name, sign) => {
    for (const each of strangers) {
      const news = { ...drift, groups: [{ name: each, matters: { differs: 1 } }] };
      expect(readTexts(name, post(name, news).body)).not.toMatch(sign);
    }
  },
);

test('WhatsApp has none either, and neither has HTML', () => {
  const text = toGroupText({ news: drift, words: english });
  expect(text).not.toMatch(/[*_~`<>@]/);
  const { html } = JSON.parse(post('matrix', drift).body) as { html: string };
  expect(html.replace(/<(?:\/?b|br|a href="https:[^"<>]*"|\/a)>/g, '')).not.toMatch(/[<>]/);
});

test('Discord and Slack are told themselves that nobody is meant', () => {
  expect(JSON.parse(post('discord', drift).body)).toMatchObject({ allowed_mentions: { parse: [] } });
  expect(JSON.parse(post('slack', drift).body)).toMatchObject({
    mrkdwn: false,
    parse: 'none',
    link_names: false,
  });
});

test('Telegram’s chat stands in the body, and no more in the address', () => {
  const { url, body } = post('telegram', drift);
  expect(url.href).toBe('https://chat.example/hooks/secret?thread=1');
  expect(JSON.parse(body)).toMatchObject({ chat_id: '-100' });
  expect(formatNames.filter(findParameter)).toEqual(['telegram']);
});

test.each(languages)('is told in $language', async (words) => {
  const texts = [drift, applied, everything, ended].map((news) => toPlainText({ news, words, link }).text);
  await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`../golden/notices/text-${words.language}.txt`);
});

test('ten groups are named, and the others counted', () => {
  const { text, title } = toPlainText({ news: drift, words: english });
  expect(text.split('\n')[0]).toBe(title);
  expect(text).toContain(
    '“Altos”: 3 differences, 1 for a person to look at\n“Book club”: could not be read\n',
  );
  expect(text).toContain('And 2 more groups.');
  expect(text).not.toContain('Tour');
});

const limits: Readonly<Record<FormatName, number>> = {
  json: 65_536,
  slack: 4_000,
  mattermost: 4_000,
  discord: 2_000,
  teams: 28_000,
  'google-chat': 32_000,
  matrix: 32_000,
  telegram: 4_096,
  ntfy: 4_096,
};

/** Where a limit is one of letters, it is one of the text. */
function measure(name: FormatName, body: string): number {
  if (['slack', 'mattermost', 'telegram', 'discord'].includes(name)) {
    const { text, content } = JSON.parse(body) as { text?: string; content?: string };
    return (text ?? content ?? '').length;
  }
  return Buffer.byteLength(body);
}

const digits = fc.stringMatching(/^[1-9]\d{7,14}$/);
const spelt = fc
  .tuple(digits, fc.constantFrom('', ' ', '-', '.', '\u200b', ' (', '\u00a0'))
  .map(([number, gap]) => number.replace(/.{3}(?=.)/g, `$&${gap}`));
const name = fc.oneof(
  fc.string({ unit: anyLetter, maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'@<>*_~`[]()#:/.\\\u202e\u200b😀̈a1 ') }),
  fc.tuple(fc.stringMatching(/^[a-z ]{0,9}$/), spelt).map(([text, number]) => `${text}§${number}§`),
  fc.constantFrom(...strangers),
);
const count = fc.integer({ min: 1, max: 100_000 });
const news: fc.Arbitrary<NewsView> = fc.record({
  topic: fc.constantFrom('apply', 'drift'),
  isRehearsal: fc.boolean(),
  account: name,
  matters: fc.subarray([...runMatters]),
  groups: fc.array(
    fc.record({
      name,
      matters: fc.dictionary(fc.constantFrom(...groupMatters), count),
    }),
    { maxLength: 40 },
  ),
  identity: fc.string(),
});

test('whatever strangers write: it fits, tells no number, mentions nobody, and is a text', () => {
  fc.assert(
    fc.property(news, fc.constantFrom(...formatNames), fc.nat(languages.length - 1), (each, format, at) => {
      const words = languages[at] ?? english;
      const { body } = post(format, each, words);
      expect(measure(format, body)).toBeLessThanOrEqual(limits[format]);
      const text = readTexts(format, body)
        .replaceAll(link ?? '', '')
        .replaceAll('-100', '');
      const planted = each.groups.flatMap(({ name: called }) => /§(.*)§/.exec(called)?.[1] ?? []);
      for (const number of planted) expect(text.replace(/\D/g, '')).not.toContain(number.replace(/\D/g, ''));
      expect(text).not.toMatch(/@|:\/\//);
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
      expect(toGroupText({ news: each, words })).not.toMatch(/[*_~`<>@]/);
    }),
    { numRuns: 300 },
  );
});

test('no name that is shown has a digit of a number in it', () => {
  fc.assert(
    fc.property(name, (each) => {
      const shown = toShownName(each);
      expect(mask(shown, 'nothing')).toBe(shown);
    }),
    { numRuns: 1_000 },
  );
});
