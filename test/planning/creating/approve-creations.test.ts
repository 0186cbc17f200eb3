import { expect, test } from 'vitest';
import { noPast } from '../../../src/domain/past.ts';
import { approveCreations } from '../../../src/planning/creating/approve-creations.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { desiredGroup, listed, noon, organisation, say } from '../../support/choir.ts';

const { id: _, ...file } = desiredGroup({
  settings: { name: 'Book Club' },
  people: [listed(2), listed(3)],
});
const input = {
  organisation: organisation([file]),
  account: 'main',
  readings: new Map(),
  lids: new Map(),
  past: { ...noPast, memory: 'kept' as const },
  own: { groups: [], list: 'whole' as const },
  now: noon,
};
const plan = planGroups(input);

test('a group is made where that is approved, and somebody who may come with it', () => {
  const [creation] = approveCreations(plan, () => true, input).toCreate;
  expect([creation?.obstacle, creation?.firsts.map(say)]).toEqual([undefined, ['add 2', 'add 3']]);
});

const isApproved = (change: Parameters<Parameters<typeof approveCreations>[1]>[0]) =>
  change.action === 'create' || say(change) === 'add 3';

test('whoever was not approved does not come with it', () => {
  const [creation] = approveCreations(plan, isApproved, input).toCreate;
  expect([creation?.obstacle, creation?.firsts.map(say)]).toEqual([undefined, ['add 3']]);
});

test.each([
  ['nothing', () => false],
  ['its making alone', ({ action }: Parameters<typeof isApproved>[0]) => action === 'create'],
  [
    'it with somebody alone who cannot come with it by now',
    (change: Parameters<typeof isApproved>[0]) => change.action === 'create' || say(change) === 'add 4',
  ],
  ['its people alone', ({ action }: Parameters<typeof isApproved>[0]) => action !== 'create'],
])('approved is %s: it is not made', (__, allows) => {
  expect(approveCreations(plan, allows, input).toCreate[0]?.obstacle).toBe('not-approved');
});

test('what is there already needs no word', () => {
  const found = { ...plan, toCreate: plan.toCreate.map((each) => ({ ...each, found: desiredGroup().id })) };
  expect(approveCreations(found, () => false, input).toCreate[0]).not.toHaveProperty('obstacle');
});
