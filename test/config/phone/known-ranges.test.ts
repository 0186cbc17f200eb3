import { expect, test } from 'vitest';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { phone } from '../../support/choir.ts';

test.each([
  ['a mobile', '447911123456', 'used'],
  ['of fiction, as long as phones are there', '5520987654321', 'free'],
  ['too short for its country', '4479111234', 'none'],
  ['as long as phones are, with the zero that is dialled at home', '440000000000', 'none'],
  ['a country that is none', '9991234567', 'free'],
  ['the old form of Benin is as good as the new one', '22997000000', 'free'],
])('%s', (_, number, range) => {
  expect(findRange(phone(number))).toBe(range);
});
