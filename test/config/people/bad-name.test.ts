import { expect, test } from 'vitest';
import { toBadName } from '../../../src/config/people/bad-name.ts';

test('a text that is no name is shown short, on one line and without its digits', () => {
  expect(toBadName('+447700900123\nx')).toMatch(
    /^`[^\n]*•[^\n]*` cannot be a name here: use letters and digits/,
  );
  expect(toBadName('+447700900123\nx')).not.toContain('900123');
});
