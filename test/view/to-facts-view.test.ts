import { expect, test } from 'vitest';
import { toFactsView } from '../../src/view/to-facts-view.ts';
import { toPlanDocument } from '../../src/render/json/plan-document.ts';
import { toView } from '../../src/view/to-view.ts';
import { account, admin, desiredGroup, hidden, key, liveGroup, living } from '../support/choir.ts';
import { choirPlan, inputOf } from '../render/sample-plans.ts';

const accounts = new Set([account.key, key(2)]);

test('the facts of a group count everybody but the account, and no account among its admins', () => {
  const live = liveGroup({
    people: [admin(2), admin(3), living(4)],
    unidentified: [hidden('330631678702157', 'admin'), hidden('330631678702158')],
    topicFrozen: true,
    peopleComplete: false,
  });
  const desired = desiredGroup({ manage: { admins: 'additive', settings: 'observe' } });
  expect(toFactsView(desired, live, accounts)).toEqual({
    self: 'admin',
    kind: 'group',
    suspended: false,
    topicFrozen: true,
    peopleComplete: false,
    members: 5,
    admins: 2,
    unidentified: 2,
    manage: { members: 'exact', admins: 'additive', settings: 'observe' },
  });
});

test('a community that does not list the account counts everybody', () => {
  const live = { ...liveGroup(), self: 'unknown', kind: 'community', people: new Map() } as const;
  const facts = toFactsView(desiredGroup(), live, accounts);
  expect(facts).toMatchObject({ self: 'unknown', kind: 'community', members: 0, admins: 0 });
});

test('the document has the facts of every group that was read, and of no other', () => {
  const meta = { toolVersion: '0.1.0', generatedAt: '2026-11-23T05:42:00.000Z' };
  const { groups } = toPlanDocument(toView(inputOf(choirPlan())), meta);
  const without = groups.filter(({ facts }) => facts === undefined).map(({ file }) => file);
  expect(groups.length).toBeGreaterThan(without.length);
  expect(without).toEqual(groups.filter(({ unreadable }) => unreadable).map(({ file }) => file));
  expect(without).toHaveLength(2);
});
