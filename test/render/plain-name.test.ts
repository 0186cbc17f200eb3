import { expect, test } from 'vitest';
import { quotePlain, toPlainName } from '../../src/render/plain-name.ts';
import { maskPhone } from '../../src/safe/mask.ts';
import { phone } from '../support/choir.ts';

test.each([
  ['ana', 'ana'],
  ['José.b-2', 'José.b-2'],
  [maskPhone(phone('447700900002')), maskPhone(phone('447700900002'))],
  ['+44 •••• ••• 009 (“~Gus leaves”)', '+44 •••• ••• 009 (“~Gus leaves”)'],
  ['+44 •••• ••• 009 (“~Gus”) (“~b”)', '"+44 •••• ••• 009 (\\“~Gus\\”) (\\“~b\\”)"'],
  ['Ana Silva', '"Ana Silva"'],
  ['nobody leaves, and', '"nobody leaves, and"'],
  ['Ana" joins', String.raw`"Ana\" joins"`],
  ['', '""'],
  ['Nobody', '"Nobody"'],
  ['+44 •••• and 3 more', '"+44 •••• and 3 more"'],
])('%s is told as %s', (label, text) => {
  expect(toPlainName(label)).toBe(text);
});

test('a group’s name is always between quotes', () => {
  expect(quotePlain('Altos')).toBe('"Altos"');
});
