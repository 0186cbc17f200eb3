import { expect, test } from 'vitest';
import { findNumber } from '../../../src/config/sealed/stand-in.ts';
import { toStart } from '../../../src/domain/diagnostic.ts';
import { isPhoneNumber } from '../../../src/domain/people/person.ts';
import { singer } from '../../support/choir.ts';

const own = { handle: 'ana', span: toStart('groups/_people.yaml') };
const sealed = { text: 'sealed:x', span: own.span };

test('the number where it is known; else the sealed text, which is none; else nothing', () => {
  const { phone } = singer(2);
  expect(findNumber({ ...own, phone })).toBe(phone);
  expect(findNumber({ ...own, phone, sealed })).toBe(phone);
  expect(findNumber({ ...own, sealed })).toBe('sealed:x');
  expect(isPhoneNumber('sealed:x')).toBe(false);
  expect(findNumber(own)).toBeUndefined();
});
