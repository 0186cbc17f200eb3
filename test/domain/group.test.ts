import { expect, test } from 'vitest';
import type { PersonKey } from '../../src/domain/people/person.ts';
import { countAdmins, countMembers, isGroupId, provesAbsence } from '../../src/domain/group.ts';
import { account, admin, hidden, liveGroup, living, key } from '../support/choir.ts';

test.each([
  ['120363025982934543@g.us', true],
  ['6281234567890-1598765432@g.us', true],
  ['120363025982934543', false],
  ['120363025982934543@s.whatsapp.net', false],
  ['123@g.us', false],
  ['120363025982934543@g.us\n', false],
])('group id %j: %s', (text, is) => {
  expect(isGroupId(text)).toBe(is);
});

test('members are counted without the account, with those who hide their number', () => {
  const live = liveGroup({ people: [living(2), living(3)], unidentified: [hidden('11111')] });
  expect(countMembers(live)).toBe(3);
  expect(countMembers({ ...live, self: 'unknown' })).toBe(4);
});

test('admins are counted without all accounts, with those who hide their number', () => {
  const unidentified = [hidden('11111', 'admin'), hidden('22222')];
  const live = liveGroup({ people: [admin(2), admin(3), living(4)], unidentified });
  expect(countAdmins(live, new Set([account.key]))).toBe(3);
  expect(countAdmins(live, new Set([account.key, key(3)]))).toBe(2);
  expect(countAdmins(live, new Set<PersonKey>())).toBe(4);
});

test.each([
  [true, undefined, true],
  [true, true, false],
  [false, undefined, false],
  [false, true, false],
] as const)(
  'whole %s, without a count %s: who is not in the list is not there: %s',
  (whole, uncounted, proves) => {
    const live = liveGroup({ peopleComplete: whole, ...(uncounted && { uncounted }) });
    expect(provesAbsence(live)).toBe(proves);
  },
);
