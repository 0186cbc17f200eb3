import { expect, test } from 'vitest';
import { withoutPerson } from '../../../src/config/rewrite/without-person.ts';
import { byKey, desiredGroup, key, lid, listed, organisation } from '../../support/choir.ts';

test('a person and their LIDs are gone everywhere, and nobody else is', () => {
  const [theirs, other] = [lid('330631678702157'), lid('330631678702158')];
  const group = desiredGroup({ people: [listed(2), listed(3)], knownLids: new Set([theirs, other]) });
  const all = {
    ...organisation([group]),
    people: byKey([listed(2), listed(3)]),
    hidden: new Map([[theirs, { lid: theirs, handle: 'eko' }]]),
  };
  const left = withoutPerson(all, { key: key(2), lids: new Set([theirs]) });
  expect([...left.people.keys()]).toEqual([key(3)]);
  expect(left.groups.map(({ people, knownLids }) => [[...people.keys()], [...knownLids]])).toEqual([
    [[key(3)], [other]],
  ]);
  expect(left.hidden.size).toBe(0);
  expect(withoutPerson(all, { lids: new Set() })).toEqual(all);
});
