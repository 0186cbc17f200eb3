import { expect, test } from 'vitest';
import { fasterPaceWaits, keptFor } from '../../../src/domain/patience.ts';
import { findPaces, toCounted } from '../../../src/journal/memory/to-counted.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import type { OpenChange } from '../../../src/journal/memory/recollection.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { usualPolicy } from '../../../src/config/parse-policy.ts';
import { key, noon } from '../../support/choir.ts';

const pseudonyms = createPseudonyms(new Uint8Array(32).fill(7));
const [ana, budi] = [pseudonyms.person(key(2)), pseudonyms.person(key(3))];
const ago = keptFor.spent;

test('what was spent a day ago is spent no more', () => {
  const memory = createRecollection();
  const spent = [
    { at: noon - ago, count: 1 },
    { at: noon - ago + 1, count: 2 },
  ];
  Object.assign(memory, { adds: spent, lookups: spent, mapped: spent });
  const { adds, lookups, mapped } = toCounted(memory, pseudonyms, noon);
  expect([adds, lookups, mapped]).toEqual(
    Array.from({ length: 3 }, () => [{ at: noon - ago + 1, count: 2 }]),
  );
});

/** An open removal of somebody, sent at a time. */
const open = (at: number, person = ana): OpenChange => ({
  at,
  group: pseudonyms.group('120363025982934543@g.us' as never),
  change: {
    limits: ['removals'],
    allowed: [pseudonyms.mark('split')],
    person,
  } as unknown as OpenChange['change'],
});

test('removals count people, once each, whether they were seen to happen or may have; of whom nobody knows, each', () => {
  const memory = createRecollection();
  memory.settled = [
    { at: noon - 5, limits: ['removals'], person: ana },
    { at: noon - 4, limits: ['removals'], person: budi },
    { at: noon - 3, limits: ['removals'] },
    { at: noon - 2, limits: ['removals'] },
    { at: noon - ago, limits: ['removals'], person: pseudonyms.person(key(4)) },
  ];
  memory.open.set('x', open(noon - 1)).set('y', open(noon - 1, pseudonyms.person(key(5))));
  const { changed, counted } = toCounted(memory, pseudonyms, noon);
  expect(changed).toMatchObject({ removals: 5, adds: 0 });
  expect([2, 3, 4, 5].map((singer) => counted.has('removals', key(singer)))).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(counted.has('adds', key(2))).toBe(false);
});

test('a change without a verdict counts for a day, and uses its allowance until it has one', () => {
  const memory = createRecollection();
  memory.open.set(pseudonyms.subject('remove ana'), open(noon - ago + 1));
  const { unsettled } = toCounted(memory, pseudonyms, noon);
  expect(unsettled.counts('remove ana', 'removals')).toBe(true);
  expect(unsettled.counts('remove ana', 'adds')).toBe(false);
  expect(unsettled.counts('remove budi', 'removals')).toBe(false);
  expect(unsettled.uses('remove ana', 'split')).toBe(true);
  const later = toCounted(memory, pseudonyms, noon + 1).unsettled;
  expect(later.counts('remove ana', 'removals')).toBe(false);
  expect(later.uses('remove ana', 'split')).toBe(true);
});

test('a back-off counts until its end', () => {
  const memory = createRecollection();
  memory.notBefore = noon + 1;
  expect(toCounted(memory, pseudonyms, noon)).toHaveProperty('notBefore', noon + 1);
  expect(toCounted(memory, pseudonyms, noon + 1)).not.toHaveProperty('notBefore');
});

test('a pace counts until the one after it has been kept for a day; the last one always', () => {
  const { pace } = usualPolicy;
  const paces = [0, 10, 20].map((at) => ({ at, pace }));
  const at = (now: number) => findPaces(paces, now).map((each) => each.at);
  expect(at(10 + fasterPaceWaits - 1)).toEqual([0, 10, 20]);
  expect(at(10 + fasterPaceWaits)).toEqual([10, 20]);
  expect(at(99 * fasterPaceWaits)).toEqual([20]);
});
