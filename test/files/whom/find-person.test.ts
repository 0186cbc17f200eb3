import { expect, test } from 'vitest';
import type { Lid } from '../../../src/domain/people/person.ts';
import { findPerson } from '../../../src/files/whom/find-person.ts';
import { ana, budi, stranger } from '../../render/sample-plans.ts';

const lid = '330631678702157' as Lid;
const files = {
  people: new Map([ana, budi].map((each) => [each.key, each])),
  hidden: new Map([[lid, { lid, handle: 'eko' }]]),
};

test.each([
  ['a handle', 'ana', ana],
  ['a number', '+44 7700 900003', budi],
  ['a number as it is dialled at home', '07700 900003', budi],
  ['the number of a member whom no file names', '+44 7700 900817', stranger],
])('%s is somebody', (_, text, person) => {
  expect(findPerson(text, files, [stranger])).toBe(person);
});

test.each([
  ['anna', /Did you mean `ana`\?/],
  ['+44 7700 900555', /neither a handle/],
  ['900003', /neither a handle/],
  ['eko', /WhatsApp hides their number/],
])('%s is nobody, and the nearest handle is told', (text, message) => {
  expect(() => findPerson(text, files, [])).toThrow(message);
});
