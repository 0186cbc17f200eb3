import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { checkShowPhones } from '../../src/output/show-phones.ts';
import { createTestIo } from '../support/stage.ts';

test.each([
  ['nobody asks for numbers', {}, false, false],
  ['on a terminal', { showPhones: true }, true, true],
  ['as JSON without numbers', { json: true }, false, false],
])('whether numbers are shown: %s', (_, flags, isInteractive, expected) => {
  expect(checkShowPhones(flags, createTestIo({ terminal: { isInteractive } }).io)).toBe(expected);
});

test.each([
  ['where nobody sits', {}, false],
  ['as JSON', { json: true }, true],
])('numbers end up in no file and no log: %s', (_, flags, isInteractive) => {
  const own = createTestIo({ terminal: { isInteractive } }).io;
  expect(() => checkShowPhones({ showPhones: true, ...flags }, own)).toThrow(UsageError);
});
