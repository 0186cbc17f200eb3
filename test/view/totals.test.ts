import { expect, test } from 'vitest';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { GroupView } from '../../src/view/group-view.ts';
import { countTotals } from '../../src/view/totals.ts';

const plan = { toCreate: [{}, {}], elsewhere: 5 } as unknown as Plan;
const quiet = { changes: [], leftAlone: [], toInvite: [], scheduled: [] };
const view = (more: object) => ({ ...quiet, ...more }) as unknown as GroupView;

test('everything is counted once, over all groups', () => {
  const totals = countTotals(plan, [
    view({}),
    view({ changes: [{ action: 'add', refused: true }, { action: 'add' }, { action: 'set' }] }),
    view({ changes: [{ action: 'remove' }, { action: 'promote' }, { action: 'demote' }] }),
    view({ leftAlone: [{ needsHuman: true }, { needsHuman: false }, { needsHuman: false }] }),
    view({ toInvite: [{}, {}, {}] }),
  ]);
  expect(totals).toMatchObject({
    toJoin: 2,
    toLeave: 1,
    toPromote: 1,
    toDemote: 1,
    toChange: 1,
    refused: 1,
    toInvite: 3,
    groups: 5,
    groupsWithChanges: 2,
    inSync: 1,
    leftAlone: 2,
    needHuman: 1,
    toCreate: 2,
    elsewhere: 5,
  });
});

test('an unreadable group is not in sync; who has to do something about it is counted with the others', () => {
  const totals = countTotals(plan, [
    view({ unreadable: { needsHuman: true } }),
    view({ unreadable: { needsHuman: false } }),
    view({ leftAlone: [{ needsHuman: true }] }),
  ]);
  expect(totals).toMatchObject({ inSync: 0, unreadable: 1, needHuman: 2 });
});

test('of what dates bring, what is approved already is no news', () => {
  const scheduled = [
    { isApproved: true, refused: false },
    { isApproved: false, refused: false },
    { isApproved: false, refused: true },
    { isApproved: false, refused: true },
  ];
  expect(countTotals(plan, [view({ scheduled })])).toMatchObject({ coming: 1, comingRefused: 2 });
});
