import { expect, test } from 'vitest';
import { toApprovedDigest } from '../../../src/forge/review/approved-digest.ts';
import { PlanFileError } from '../../../src/render/json/plan-file.ts';
import { toPlanText } from '../../support/plan-text.ts';

const digest = toApprovedDigest(toPlanText('abc'));

test('it is 32 letters that no masking touches', () => expect(digest).toMatch(/^[a-p]{32}$/));

test.each([
  ['in another order', toPlanText('cba')],
  ['with another note', toPlanText('abc', { note: 'made later' })],
  ['beside something that it refuses', toPlanText('abcd', { refused: 'd' })],
])('two plans that approve the same are equal: %s', (_, text) => expect(toApprovedDigest(text)).toBe(digest));

test.each([
  ['one more', toPlanText('abcd')],
  ['one less', toPlanText('ab')],
  ['nothing', toPlanText('')],
  ['one that it refuses', toPlanText('abc', { refused: 'c' })],
])('two that do not are not: %s', (_, text) => expect(toApprovedDigest(text)).not.toBe(digest));

test.each(['', '{}', 'null', '<html>'])('what is no plan file has none: %j', (text) =>
  expect(() => toApprovedDigest(text)).toThrow(PlanFileError),
);
