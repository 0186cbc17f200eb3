import { expect, test } from 'vitest';
import { findFacts } from '../../../src/render/report/facts.ts';
import type { Voice } from '../../../src/render/report/voice.ts';
import { escapeHtml } from '../../../src/safe/escape-html.ts';
import { toView } from '../../../src/view/to-view.ts';
import { english } from '../../../src/words/english/english.ts';
import { inputOf, planOf } from '../sample-plans.ts';
import { about, occasion } from '../sample-reports.ts';

const voice: Voice = {
  words: english,
  escape: escapeHtml,
  mark: escapeHtml,
  emphasise: escapeHtml,
  sharedNames: new Set(),
};
const told = (extra: Parameters<typeof inputOf>[1]) =>
  findFacts(toView(inputOf(planOf([]), extra)), voice).map(({ name, text }) => `${name}: ${text}`);

test('the head says what the forge told, and when', () => {
  expect(told({ about: { ...about, occasion } })).toEqual([
    'Pull request: #12 Ana &lt;joins&gt; the *altos*, call +•• •••• •••123',
    'By: clara-b',
    'Commit: 5f3c9b1a',
    'Made on: 2 June 2026, 19:00 (Asia/Jakarta)',
  ]);
});

test('the account is named where there are several, and only there', () => {
  expect(told({ isOneOfSeveral: true })).toEqual(['Account: main']);
  expect(told({})).toEqual([]);
});
