import { expect, test } from 'vitest';
import { toAscii } from '../../../src/config/people/to-ascii.ts';

test.each([
  ['Nguyễn Văn An', 'Nguyen Van An'],
  ['Þórður Ægir', 'Thordur AEgir'],
  ['王小明', 'Wang Xiao Ming'],
  ['ประเสริฐ', 'praesrith'],
  ['e\u0301', 'e'],
])('%s is written %s', (text, ascii) => {
  expect(toAscii(text)).toBe(ascii);
});
