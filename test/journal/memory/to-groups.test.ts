import { expect, test } from 'vitest';
import { keptFor, toRefusalRest, toRest } from '../../../src/domain/patience.ts';
import { createRecollection, toInner, toTriedName } from '../../../src/journal/memory/recollection.ts';
import { toGroups } from '../../../src/journal/memory/to-groups.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import type { GroupId } from '../../../src/domain/group.ts';
import { key, lid, noon } from '../../support/choir.ts';

const pseudonyms = createPseudonyms(new Uint8Array(32).fill(7));
const [altos, basses] = ['120363025982934543@g.us', '120363025982934544@g.us'] as GroupId[] as [
  GroupId,
  GroupId,
];
const [ana, budi] = [pseudonyms.person(key(2)), pseudonyms.person(key(3))];
const group = pseudonyms.group(altos);

test('who declined is known for a while, in that group', () => {
  const memory = createRecollection();
  toInner(memory.declined, group)
    .set(ana, noon - keptFor.wish + 1)
    .set(budi, noon - keptFor.wish);
  const { declined } = toGroups(memory, pseudonyms, noon);
  expect([declined.get(altos)?.get(key(2)), declined.get(altos)?.get(key(3))]).toEqual([
    noon - keptFor.wish + 1,
    undefined,
  ]);
  expect(declined.has(basses)).toBe(false);
});

test('whoever has a new number has declined with the old one', () => {
  const memory = createRecollection();
  const known = pseudonyms.lid(lid('330631678702157'));
  memory.pairs.byLid.set(
    known,
    new Map([
      [ana, noon],
      [budi, noon],
    ]),
  );
  memory.pairs.byPerson.set(ana, new Set([known])).set(budi, new Set([known]));
  toInner(memory.declined, group).set(ana, noon - 1);
  expect(toGroups(memory, pseudonyms, noon).declined.get(altos)?.get(key(3))).toBe(noon - 1);
});

test('who was there is known however long ago, and who was there last', () => {
  const memory = createRecollection();
  memory.seen.set(group, {
    last: new Set([ana]),
    times: new Map([[budi, 1]]),
    doubt: { at: 5, present: new Set([budi]) },
  });
  const { verified, lastRead } = toGroups(memory, pseudonyms, noon);
  expect([verified.get(altos)?.get(key(3)), verified.get(altos)?.get(key(2))]).toEqual([1, undefined]);
  const last = lastRead.get(altos);
  expect([last?.count, last?.has(key(2)), last?.has(key(3))]).toEqual([1, true, false]);
  expect([last?.doubt?.at, last?.doubt?.has(key(2)), last?.doubt?.has(key(3))]).toEqual([5, false, true]);
});

test('what was in vain rests by its own rule, refused or without effect', () => {
  const memory = createRecollection();
  const tried = { at: noon, times: 9 };
  const map = toInner(memory.tried, group);
  map.set(toTriedName('add', ana), { ...tried, person: ana, action: 'add', isRefused: false });
  map.set(toTriedName('promote', ana), { ...tried, person: ana, action: 'promote', isRefused: true });
  const found = toGroups(memory, pseudonyms, noon).tried.get(altos);
  expect(found?.get(`add ${key(2)}`)).toEqual({ ...toRest(tried), isRefused: false });
  expect(found?.get(`promote ${key(2)}`)).toEqual({ ...toRefusalRest(tried), isRefused: true });
  expect(found?.has(`add ${key(3)}`)).toBe(false);
});

test('a LID that could not be told is asked about again after a while', () => {
  const memory = createRecollection();
  const told = lid('330631678702157');
  memory.untold.set(pseudonyms.lid(told), noon - keptFor.untold);
  expect(toGroups(memory, pseudonyms, noon).untold.has(told)).toBe(false);
  expect(toGroups(memory, pseudonyms, noon - 1).untold.has(told)).toBe(true);
});
