import { expect, test } from 'vitest';
import { toLeftAloneKey, toNoticeKey, toUnreadKey } from '../../../src/domain/plan/known.ts';
import { findKnown } from '../../../src/planning/base/find-known.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { admin, altos, desiredGroup, listed, liveGroup, living, planInput } from '../../support/choir.ts';

/** A group whose account is no admin, so that nobody is added. */
const stuck = (...people: number[]) =>
  planGroups(
    planInput([
      [
        desiredGroup({ people: [listed(2, { role: 'admin' }), ...people.map((n) => listed(n))] }),
        liveGroup({ self: 'member', people: [admin(2), living(3)] }),
      ],
    ]),
  );

test('what both commits leave alone is known, and what is new with this one is not', () => {
  const known = findKnown(stuck(3, 4));
  const isKnown = stuck(3, 4, 5).groups.flatMap(({ leftAlone }) =>
    leftAlone.map((item) => known.has(toLeftAloneKey(altos, item))),
  );
  expect(isKnown.toSorted()).toEqual([false, true]);
});

test('so are groups that could not be read, and notices', () => {
  const group = desiredGroup({});
  const input = planInput([[group, liveGroup()]]);
  const unread = planGroups({ ...input, readings: new Map() });
  expect(findKnown(unread).has(toUnreadKey(altos))).toBe(true);
  expect(findKnown(planGroups(input)).has(toUnreadKey(altos))).toBe(false);
  const notice = { kind: 'allow-expired' } as const;
  const noticed = { ...unread, groups: unread.groups.map((each) => ({ ...each, notices: [notice] })) };
  expect(findKnown(noticed).has(toNoticeKey(altos, notice))).toBe(true);
});
