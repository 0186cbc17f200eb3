import { expect, test } from 'vitest';
import type { GroupId, LimitKind } from '../../../src/domain/group.ts';
import type { Past } from '../../../src/domain/past.ts';
import { noPast } from '../../../src/domain/past.ts';
import type { PersonChange } from '../../../src/domain/plan/change.ts';
import type { JudgedGroup } from '../../../src/planning/limits/guard.ts';
import { countKind, countRun } from '../../../src/planning/limits/count-changes.ts';
import { desiredGroup, guard, key, personChange } from '../../support/choir.ts';

const group = (...changes: PersonChange[]): JudgedGroup => ({
  desired: desiredGroup(),
  refusals: [],
  changes,
});

function count(kind: LimitKind, groups: readonly JudgedGroup[], past: Partial<Past> = {}) {
  return countRun(groups, kind, guard({ past: { ...noPast, ...past } }));
}

const leave = (n: number, id?: string) =>
  personChange('remove', n, { before: 'member', ...(id !== undefined && { group: id as GroupId }) });

test('who leaves two groups is one person; roles count group by group', () => {
  const [one, two] = [group(leave(2)), group(leave(2, '120363000000000002@g.us'), leave(3))];
  expect(count('removals', [one, two])).toEqual({ planned: 2, count: 2 });
  const demotions = [2, 2].map((n) => group(personChange('demote', n, { before: 'admin' })));
  expect(count('demotions', demotions)).toEqual({ planned: 2, count: 2 });
});

test('an admin who is removed counts as both; what a group’s own limit refuses does not count', () => {
  const admin = { ...leave(2), before: 'admin' } as const;
  expect([countKind([admin], 'removals'), countKind([admin], 'demotions')]).toEqual([1, 1]);
  const refused = {
    ...group(leave(3)),
    refusals: [{ limit: 'removals', scope: 'group', count: 9, allowed: 3 }],
  } as const;
  expect(count('removals', [group(admin), refused])).toEqual({ planned: 1, count: 1 });
});

test('the last 24 hours count too, nobody of them twice', () => {
  const changed = { ...noPast.changed, removals: 4 };
  const counted = { has: (kind: LimitKind, person: string) => kind === 'removals' && person === key(2) };
  expect(count('removals', [group(leave(2), leave(3))], { changed, counted })).toEqual({
    planned: 2,
    count: 5,
  });
  const unsettled = { counts: (change: string) => change.endsWith('900002'), uses: () => false };
  const roles = [group(personChange('promote', 2), personChange('promote', 3))];
  const past = { changed: { ...noPast.changed, promotions: 1 }, unsettled };
  expect(count('promotions', roles, past)).toEqual({ planned: 2, count: 2 });
});

test('whoever has another number now is one with the old one, by whichever it was counted', () => {
  const old = { ...leave(2), needs: [{ action: 'add', person: key(9) }] } as const;
  expect(count('removals', [group(old)])).toEqual({ planned: 1, count: 1 });
  for (const known of [2, 9]) {
    const counted = { has: (_kind: LimitKind, person: string) => person === key(known) };
    const changed = { ...noPast.changed, removals: 1 };
    expect(count('removals', [group(old)], { counted, changed })).toEqual({ planned: 1, count: 1 });
  }
});
