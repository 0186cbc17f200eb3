import { expect, test } from 'vitest';
import type { LidAnswer } from '../../../src/domain/gateway.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import { UsageError } from '../../../src/errors.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import { findWhom } from '../../../src/files/whom/find-whom.ts';
import { byKey, key, lid, listed, organisation, singer } from '../../support/choir.ts';

const ana = { ...singer(2), handle: 'ana' };
const files = { ...organisation([]), people: byKey([listed(ana)]) };
const nothing = { lids: new Map<PersonKey, LidAnswer>(), pairs: noPairs };
const about = { others: [], asked: 'who' };
const theirs = lid('330631678702157');

test('a handle, with the LID that a look-up told', () => {
  expect(findWhom('ana', files, nothing, about)).toMatchObject({ person: { handle: 'ana' } });
  const lids = new Map<PersonKey, LidAnswer>([[key(2), { kind: 'lid', lid: theirs }]]);
  expect(findWhom('ana', files, { ...nothing, lids }, about).lid).toBe(theirs);
});

test('a handle whose number WhatsApp hides', () => {
  const hidden = new Map([[theirs, { lid: theirs, handle: 'eko' }]]);
  expect(findWhom('eko', { ...files, hidden }, nothing, about)).toEqual({ lid: theirs });
});

test('a LID, and whose it is where the memory is sure of one person', () => {
  const pairs = { ...noPairs, peopleOf: () => [key(2)], isSure: () => true };
  const text = `lid:${theirs}`;
  expect(findWhom(text, files, { ...nothing, pairs }, about)).toMatchObject({ lid: theirs, person: ana });
  expect(findWhom(text, files, nothing, about)).toEqual({ lid: theirs });
  const unsure = { ...pairs, isSure: () => false };
  expect(findWhom(text, files, { ...nothing, pairs: unsure }, about)).toEqual({ lid: theirs });
  const two = { ...pairs, peopleOf: () => [key(2), key(3)] };
  expect(findWhom(text, files, { ...nothing, pairs: two }, about)).toEqual({ lid: theirs });
});

test('nobody else, and the command that asks is named', () => {
  expect(() => findWhom('anna', files, nothing, about)).toThrow('who "anna"');
  expect(() => findWhom('lid:x', files, nothing, about)).toThrow(UsageError);
});
