import { expect, test } from 'vitest';
import { toSinceRows } from '../../../src/render/terminal/since-rows.ts';
import type { SinceView } from '../../../src/view/since-view.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import { languages, reportViews } from '../sample-reports.ts';
import { english } from '../../../src/words/english/english.ts';

const full = reportViews.compared?.().since as SinceView;
const empty: SinceView = {
  base: escapeTerminal('main'),
  numbers: [],
  newPeople: { arrived: [], renamed: [], alike: [] },
  unread: [],
  stopped: [],
  arrived: [],
  relaxed: [],
  defaults: [],
  loosened: [],
};

test('no heading over nothing', () => {
  expect(toSinceRows(empty, english)).toEqual([]);
});

test.each([
  'numbers',
  'newPeople',
  'unread',
  'stopped',
  'arrived',
  'relaxed',
  'defaults',
  'loosened',
] as const)('%s alone are told', (key) => {
  expect(toSinceRows({ ...empty, [key]: full[key] }, english).length).toBeGreaterThan(1);
});

test.each(languages)('another number behind a name comes before all else, $language', (words) => {
  const [heading, first, ...rest] = toSinceRows(full, words);
  expect(heading).toMatchObject({ kind: 'heading', text: words.terminal.headings.since });
  expect(first).toMatchObject({
    kind: 'line',
    tone: 'warn',
    text: expect.stringContaining('+44 •••• ••• 123'),
  });
  const { newPeople, unread, loosened, defaults, arrived, stopped, relaxed } = full;
  const lists = [
    newPeople.alike,
    newPeople.renamed,
    [newPeople.arrived],
    unread,
    loosened,
    defaults,
    arrived,
    stopped,
    relaxed,
  ];
  expect(rest).toHaveLength(lists.flat().length);
});

test('a group stands with its name in quotes and its file, or by the file alone', () => {
  const text = escapeTerminal;
  const stopped = ['Old', ''].map(
    (name) => ({ file: text('old.yaml'), name: text(name), how: 'deleted' }) as const,
  );
  const rows = toSinceRows({ ...empty, stopped }, english).slice(1);
  expect(rows).toMatchObject([
    { label: '"Old"', note: expect.stringMatching(/^old\.yaml: /) },
    { label: 'old.yaml', note: expect.not.stringContaining('old.yaml') },
  ]);
});
