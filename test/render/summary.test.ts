import { expect, test } from 'vitest';
import { summarise } from '../../src/render/summary.ts';
import { toView } from '../../src/view/to-view.ts';
import type { RunView, Totals, View } from '../../src/view/view.ts';
import { english } from '../../src/words/english/english.ts';
import { inputOf, planOf } from './sample-plans.ts';
import { languages, reportViews } from './sample-reports.ts';

const empty = toView(inputOf(planOf([])));
const say = (totals: Partial<Totals>, extra: Partial<View> = {}) =>
  summarise({ ...empty, ...extra, totals: { ...empty.totals, ...totals } }, english);

const results = { verified: 0, declined: 0, 'not-verified': 0, failed: 0, skipped: 0 };
const run = (own: Partial<RunView['results']>, extra: Partial<RunView> = {}) =>
  ({
    results: { ...results, ...own },
    notApproved: 0,
    waiting: [],
    oldLinks: [],
    paceSpent: false,
    interrupted: false,
    ...extra,
  }) satisfies RunView;

test.each<[Partial<Totals>, string]>([
  [{ groups: 3 }, 'Plan: nothing to change in 3 groups.'],
  [
    { toJoin: 3, toLeave: 1, toPromote: 2, toDemote: 1, toChange: 4, groups: 9, groupsWithChanges: 2 },
    'Plan: 3 to join, 1 to leave, 2 to promote, 1 to demote, 4 to change in 2 of 9 groups.',
  ],
  [
    { toJoin: 1, refused: 1, groups: 1, groupsWithChanges: 1 },
    'Plan: 1 to join in 1 of 1 group. 1 refused by a limit.',
  ],
])('%j', (totals, text) => {
  expect(say(totals)).toBe(text);
});

test('what stands beside has its own sentence, in the order in which it weighs', () => {
  const text = say({
    leftAlone: 6,
    needHuman: 5,
    unreadable: 4,
    refused: 3,
    comingRefused: 2,
    coming: 1,
    groups: 1,
  });
  expect(text.match(/\d+/g)).toEqual(['1', '1', '2', '3', '4', '5', '6']);
});

test('after a run: what was proved of all that was approved, and what became of the rest', () => {
  const text = say({}, { run: run({ verified: 3, declined: 1, failed: 2, skipped: 1, 'not-verified': 4 }) });
  expect(text).toMatch(
    /^Applied: 3 of 11 verified, 1 declined, 4 not verified, 2 failed, 1 (?:skipped|not tried)\.$/,
  );
  expect(say({}, { run: run({}) })).not.toBe(say({}, { run: run({}, { waiting: [{} as never] }) }));
  expect(say({}, { run: run({ verified: 1 }, { notApproved: 2 }) })).toContain('2 not approved');
});

test.each(languages)('a rehearsal says so in $language', (words) => {
  const view = reportViews.nothing?.() ?? empty;
  expect(summarise(view, words)).toContain(`(${words.terminal.summary.sandbox}): `);
  expect(summarise({ ...view, sandbox: false }, words)).not.toContain(words.terminal.summary.sandbox);
});
