import { expect, test } from 'vitest';
import { makePeopleKey } from '../../src/sealing/people-key.ts';
import { sealNumber, toAdditionalData } from '../../src/sealing/seal-number.ts';
import { suites } from './suites.ts';

const pair = makePeopleKey();

test('no two lines are alike, of one number neither', async () => {
  const lines = await Promise.all([1, 2, 3].map(() => sealNumber(suites.node, pair, 'ana', '+447700900002')));
  expect(new Set(lines.map((line) => line.slice(-100))).size).toBe(3);
});

test('a text that is longer than any number is a bug of whoever hands it over', async () => {
  await expect(sealNumber(suites.node, pair, 'ana', '+44 7700 900002 or so')).rejects.toThrow('longer');
});

test('what it is bound to is the same in one character and in two, and no handle is the end of another organisation', () => {
  const { organisation } = pair;
  expect(toAdditionalData(organisation, 'jos\u00e9')).toEqual(toAdditionalData(organisation, 'jose\u0301'));
  expect(toAdditionalData(organisation, 'ana').subarray(0, 12)).toEqual(organisation);
});
