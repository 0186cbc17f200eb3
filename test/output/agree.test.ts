import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { agree } from '../../src/output/agree.ts';
import { english } from '../../src/words/english/english.ts';
import { createTestIo } from '../support/stage.ts';

test.each([
  [true, {}, exitCodes.ok],
  [false, {}, exitCodes.incomplete],
  [false, { terminal: { isInteractive: true }, answer: 'yes' }, exitCodes.ok],
  [false, { terminal: { isInteractive: true }, answer: 'y' }, exitCodes.incomplete],
])('with --yes %s and %o it ends with %i', async (yes, options, code) => {
  expect(await agree('Really?', yes, english, createTestIo(options).io)).toBe(code);
});
