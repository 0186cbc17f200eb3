import { expect, test } from 'vitest';
import type { LiveGroup } from '../../../src/domain/group.ts';
import { noPast } from '../../../src/domain/past.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { countStrangers } from '../../../src/view/onboarding/count-strangers.ts';
import {
  account,
  desiredGroup,
  hidden,
  lid,
  living,
  liveGroup,
  planInput,
  singer,
} from '../../support/choir.ts';

function count(live: LiveGroup, more: Parameters<typeof desiredGroup>[0] = {}): number {
  const plan = planGroups(planInput([[desiredGroup(more), live]], { past: noPast }));
  return countStrangers(plan, {
    people: new Set([singer(2).key, singer(3).key]),
    hidden: new Map([[lid('330000000000009'), true]]),
    accounts: new Set([account.key]),
  });
}

test('most of a group, and three at least, in no file', () => {
  expect(count(liveGroup({ people: [4, 5, 6].map((n) => living(n)) }))).toBe(1);
  expect(count(liveGroup({ people: [2, 3, 4, 5, 6].map((n) => living(n)) }))).toBe(1);
  expect(count(liveGroup({ people: [2, 4, 5].map((n) => living(n)) }))).toBe(0);
  expect(count(liveGroup({ people: [2, 3, 4, 5].map((n) => living(n)) }))).toBe(0);
});

test('whoever hides counts, unless the files know their LID', () => {
  const hiding = ['330000000000001', '330000000000002', '330000000000003'].map((each) => hidden(each));
  expect(count(liveGroup({ unidentified: hiding }))).toBe(1);
  expect(count(liveGroup({ unidentified: hiding }), { knownLids: new Set([lid('330000000000001')]) })).toBe(
    0,
  );
  expect(count(liveGroup({ unidentified: [...hiding.slice(1), hidden('330000000000009')] }))).toBe(0);
});

test('a file without a list of members is none that somebody should have imported', () => {
  const live = liveGroup({ people: [4, 5, 6].map((n) => living(n)) });
  expect(count(live, { lists: { members: false, admins: false } })).toBe(0);
});
