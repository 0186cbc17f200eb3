import { assert as check, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWishes } from '../../src/adopting/find-wishes.ts';
import { adoptedParts } from '../../src/domain/adoption.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import { everybody, pairs } from '../support/arbitrary-pair.ts';
import {
  altos,
  desiredGroup,
  lid,
  listed,
  living,
  liveGroup,
  planInput,
  singer,
  today,
} from '../support/choir.ts';

const all = new Set(adoptedParts);

describe('what a file takes over', () => {
  test('nobody is taken out whom doubt surrounds, and everybody who is seen is let in', () => {
    check(
      property(pairs, ({ desired, live, lids, past, protected: guarded }) => {
        const input = planInput([[desired, live]], { lids, past }, { protected: guarded }, everybody);
        const plan = planGroup(desired, { kind: 'read', group: live }, input);
        const { people } = findWishes(plan, all, today);
        const seen = plan.reading.kind === 'read' ? plan.reading.group.people : new Map();
        const gone = people.filter(({ role }) => role === 'none').map(({ person }) => person.key);
        expect(gone.filter((key) => seen.has(key) || !live.peopleComplete)).toEqual(
          gone.filter((key) => seen.has(key) && !desired.lists.members),
        );
        expect(people.filter(({ role, person }) => role === 'admin' && !seen.has(person.key))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('whom only the memory knows is listed by LID', () => {
  const member = living(2, { lid: lid('330000000000002'), isRemembered: true });
  const desired = desiredGroup({ people: [listed(3)] });
  const live = liveGroup({ people: [member, living(3)] });
  const input = planInput([[desired, live]], {}, {}, [singer(2)]);
  const plan = planGroup(desired, { kind: 'read', group: live }, input);
  expect(findWishes(plan, all, today).people).toEqual([
    { person: expect.objectContaining({ key: singer(2).key }), role: 'member', lid: member.lid },
  ]);
});

test('of a group that could not be read nothing is taken', () => {
  const desired = desiredGroup({ people: [listed(3)] });
  const plan = planGroup(desired, { kind: 'unreadable', reason: 'failed', text: 'x' }, planInput([]));
  expect(findWishes(plan, all, today)).toEqual({ settings: {}, people: [], hidden: [], known: [], left: [] });
  expect(desired.id).toBe(altos);
});

test('what somebody approved the other way round is not undone', () => {
  const desired = desiredGroup({ people: [listed(2)], settings: { locked: true } });
  const live = liveGroup({ people: [living(3)] });
  const plan = planGroup(desired, { kind: 'read', group: live }, planInput([[desired, live]]));
  const wishes = findWishes(plan, all, today, ({ action }) => action !== 'remove');
  expect([wishes.people.map(({ role }) => role), wishes.settings]).toEqual([['member'], {}]);
  expect(wishes.left.map(({ reason, setting }) => [reason, setting])).toEqual([
    ['approved', undefined],
    ['approved', 'locked'],
  ]);
});
