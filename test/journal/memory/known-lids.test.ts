import { expect, test } from 'vitest';
import { keptFor, toLookupRest } from '../../../src/domain/patience.ts';
import { findLids, isLidKept } from '../../../src/journal/memory/known-lids.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { key, lid, noon } from '../../support/choir.ts';

const pseudonyms = createPseudonyms(new Uint8Array(32).fill(7));
const told = lid('330631678702157');
const sealed = { sealed: pseudonyms.seal(told) };

/** What is known of singer 2, told so long ago. */
function find(answer: 'none' | 'unknown' | { sealed: string }, ago: number, times = 1) {
  const memory = createRecollection();
  memory.lids.set(pseudonyms.person(key(2)), { at: noon - ago, lid: answer, times });
  return findLids(memory, { people: [key(2), key(3)], groups: [] }, pseudonyms, noon).get(key(2));
}

test.each([
  ['a LID told today', sealed, 0, { kind: 'lid', lid: told }],
  [
    'one that a role may no longer rest on',
    sealed,
    keptFor.lid.confirmed,
    { kind: 'lid', lid: told, isOld: true },
  ],
  ['one that is too old', sealed, keptFor.lid.found, undefined],
  ['one that another key sealed', { sealed: 'abcd' }, 0, undefined],
  ['none, told today', 'none', 0, { kind: 'none' }],
  ['none, to be asked again', 'none', toLookupRest({ at: 0, times: 1 }).until, undefined],
  ['no answer, told today', 'unknown', 0, { kind: 'unknown' }],
  ['no answer of yesterday', 'unknown', keptFor.lid.unknown, undefined],
] as const)('%s', (_, answer, ago, expected) => {
  expect(find(answer, ago)).toEqual(expected);
});

test('“none” for the third time rests longer, and is remembered longer than it rests', () => {
  const rest = toLookupRest({ at: 0, times: 3 }).until;
  expect([find('none', rest - 1, 3), find('none', rest, 3)]).toEqual([{ kind: 'none' }, undefined]);
  expect(isLidKept({ at: noon - rest, lid: 'none', times: 3 }, noon)).toBe(true);
});
