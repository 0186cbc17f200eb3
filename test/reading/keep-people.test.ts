import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveGroup, LivePerson } from '../../src/domain/group.ts';
import { assumedGroup } from '../../src/domain/group.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import { blankSettings } from '../../src/domain/settings.ts';
import { keepPeople } from '../../src/reading/keep-people.ts';

const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: min, maxLength: max }).map((each) => each.join(''));

/** Two spellings among them, with LIDs of every length, and without. */
const member = fc
  .record({
    phone: fc.oneof(digits(7, 15), fc.constantFrom('5520998765432', '552098765432')),
    role: fc.constantFrom('admin', 'member'),
    isOwner: fc.boolean(),
    lid: fc.option(digits(5, 20), { nil: undefined }),
  })
  .map(({ phone, lid, ...rest }) => {
    const key = toPersonKey(phone as never);
    return { key, phone, ...rest, ...(lid !== undefined && { lid }) } as LivePerson;
  });

function toGroup(members: readonly LivePerson[]): LiveGroup {
  const people = new Map(members.map((each) => [each.key, each]));
  return { ...assumedGroup, id: '120363025982934543@g.us' as never, settings: blankSettings, people };
}

test('a group that is kept small is the group that was read', () => {
  fc.assert(
    fc.property(fc.array(member, { maxLength: 30 }), (members) => {
      const live = toGroup(members);
      const { people, ...rest } = keepPeople(live);
      expect({ ...rest, people: [...people] }).toStrictEqual({ ...live, people: [...live.people] });
      expect(people.size).toBe(live.people.size);
    }),
  );
});

test('what is kept small is not made anew', () => {
  const kept = keepPeople(toGroup(fc.sample(member, 5)));
  expect(keepPeople(kept)).toBe(kept);
});

test('of whom somebody else tells than WhatsApp, all is kept', () => {
  const [ana] = fc.sample(member, 1) as [LivePerson];
  const live = toGroup([{ ...ana, isRemembered: true }]);
  expect(keepPeople(live)).toBe(live);
});
