import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookupsPerRun } from '../../src/domain/defaults.ts';
import type { AskedState, LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import { leftAloneRules } from '../../src/domain/plan/left-alone.ts';
import { say } from '../../src/safe/inline.ts';
import { english } from '../../src/words/english/english.ts';
import { indonesian } from '../../src/words/indonesian/indonesian.ts';
import { loadWords } from '../../src/words/load-words.ts';
import { portuguese } from '../../src/words/portuguese/portuguese.ts';
import { tell } from '../../src/words/reason-words.ts';
import type { Words } from '../../src/words/words.ts';
import { languages } from '../render/sample-reports.ts';
import { reasons as sampled } from '../render/sample-troubles.ts';
import { listTexts, mark } from './list-texts.ts';

const src = join(import.meta.dirname, '../../src');
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('words'))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

/** The keys that have a name of their own, each with the way to it; tables by data (an action, a reason) end in them. */
function listKeys(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([key, each]) => {
    const way = path === '' ? key : `${path}.${key}`;
    return typeof each === 'object' && each !== null && !Array.isArray(each)
      ? [way, ...listKeys(each, way)]
      : [way];
  });
}

/** The names that code has to say to come to a word; what is behind them is picked by data. */
const named = /^(?:report|terminal|reasons)(?:\.(?!people$)\w+){0,2}$/;

describe('the words', () => {
  it.each(languages)('have all keys in $language that English has, and no others', (words) => {
    expect(listKeys(words).toSorted()).toEqual(listKeys(english).toSorted());
  });

  it('are all used', () => {
    const keys = listKeys(english).filter((key) => named.test(key));
    const unused = keys.filter((key) => {
      const name = key.split('.').at(-1) ?? '';
      return !new RegExp(`\\b${name}\\b`).test(code);
    });
    expect(keys.length).toBeGreaterThan(100);
    expect(unused).toEqual([]);
  });

  it.each(languages)('say nothing with a gap in it in $language', (words) => {
    const parts = ['report', 'terminal', 'invite'] as const;
    const texts = parts.flatMap((part) => [...listTexts(words, part)]);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => /\s{2}|\$\{/.test(text))).toEqual([]);
  });

  it.each([indonesian, portuguese])('of $language are not those of English', (words) => {
    const theirs = new Set<string>([...listTexts(words, 'report'), ...listTexts(words, 'terminal')]);
    const ours = [...listTexts(english, 'report'), ...listTexts(english, 'terminal')];
    const same = ours.filter((text) => theirs.has(text) && text.replaceAll(mark, '').split(' ').length > 3);
    expect(same).toEqual([]);
  });

  it.each(languages)('of $language are loaded by its name', async (words) => {
    expect(await loadWords(words.language)).toBe(words);
  });

  it('have every reason in a sample, and so in a golden file of each language', () => {
    expect(sampled.toSorted()).toEqual(Object.keys(leftAloneRules).toSorted());
  });

  it.each(languages)('tell every reason apart in $language, on a terminal', (words) => {
    const sentences = (Object.keys(leftAloneRules) as LeftAloneReason[]).map((reason) => told(words, reason));
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

const askedStates: Readonly<Record<AskedState, true>> = {
  'not-yet': true,
  spent: true,
  'not-found': true,
  unclear: true,
};

it.each(languages)('each reason not to add somebody has a text of its own in $language', ({ reasons }) => {
  const { report, terminal } = reasons.leftAlone['perhaps-hidden'];
  for (const door of [report, terminal]) {
    const texts = (Object.keys(askedStates) as AskedState[]).map((asked) =>
      tell(door, { count: 1, action: 'add', isLoss: false, asked }),
    );
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts[0]).toContain(String(lookupsPerRun));
  }
});

function told({ reasons }: Words, reason: LeftAloneReason): string {
  return tell(reasons.leftAlone[reason].terminal, { count: 1, action: 'add', isLoss: false });
}

describe('numbers of rules', () => {
  it.each([
    [english, '1,024', '25 bytes', '30 days'],
    [indonesian, '1.024', '25 byte', '30 hari'],
    [portuguese, '1.024', '25 bytes', '30 dias'],
  ])('stand in texts as people write them', (words, capacity, bytes, rest) => {
    expect(told(words, 'full')).toContain(capacity);
    expect(told(words, 'name-too-long')).toContain(bytes);
    expect(told(words, 'declined')).toContain(rest);
  });

  it('stand in no text by hand', () => {
    const sources = readdirSync(join(src, 'words'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(src, 'words', file), 'utf8'));
    expect(sources.length).toBeGreaterThan(20);
    const texts = sources.flatMap((text) =>
      [...text.matchAll(/say`([^`]*)`/g)].map(([, words]) => words ?? ''),
    );
    const timers = /^(?:24|7|90) ?(?:h|d|hours|days|jam|hari|horas|dias)$/;
    expect(texts.filter((text) => /\d{2,}/.test(text) && !timers.test(text))).toEqual([]);
  });
});

it('no other text of Rollcall says by hand how long or how much', () => {
  const texts = [...code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(/'[^'\n]*'|`[^`]*`/g)].map(
    ([text]) => text,
  );
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => /\b\d+ (?:hours?|days?|bytes|MiB|people|look-ups)\b/.test(text))).toEqual([]);
});

it('one and more are told apart on a terminal too', () => {
  const table = languages.map(({ terminal: { crowd, summary, approvals } }) => [
    crowd.people(1),
    crowd.people(2),
    summary.counts.needHuman(1),
    summary.counts.needHuman(2),
    approvals.summary(1),
    approvals.summary(2),
  ]);
  expect(table).toEqual([
    [
      '1 person',
      '2 people',
      '1 needs a human',
      '2 need a human',
      '1 approved change is not done yet.',
      '2 approved changes are not done yet.',
    ],
    [
      '1 orang',
      '2 orang',
      '1 perlu diperiksa seseorang',
      '2 perlu diperiksa seseorang',
      '1 perubahan yang disetujui belum dilakukan.',
      '2 perubahan yang disetujui belum dilakukan.',
    ],
    [
      '1 pessoa',
      '2 pessoas',
      '1 precisa de alguém',
      '2 precisam de alguém',
      '1 mudança aprovada ainda não foi feita.',
      '2 mudanças aprovadas ainda não foram feitas.',
    ],
  ]);
});

it('what stands in a sentence is what was put into it', () => {
  expect(english.terminal.coming.refused(say`a <b> ${1}`)).toBe('not approved: a <b> 1');
});
