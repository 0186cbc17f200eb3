import { expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { findPublicNumbers } from '../../../src/config/sealed/public-numbers.ts';
import { sealFor, sealLine } from '../../support/sealing.ts';

async function find(people: string, policy = '') {
  const files = [
    { path: '_people.yaml', file: '_people.yaml', text: people },
    { path: '_policy.yaml', file: '_policy.yaml', text: `account: "+44 7700 900001"\n${policy}` },
  ];
  return findPublicNumbers(await parseInTurns({ root: '.', files, diagnostics: [] }));
}

test('one warning for all, which names no number', async () => {
  const [only, ...more] = await find('people: { ana: "+44 7700 900002", budi: "+44 7700 900003" }\n');
  expect(more).toEqual([]);
  expect(only).toMatchObject({ severity: 'warning', code: 'public-number' });
  expect(only?.detail).toMatch(/^2 phone numbers stand/);
  expect(only?.detail).not.toMatch(/\d{3}/);
});

test('nobody, the account alone, and files that have a key are no news', async () => {
  expect(await find('people: {}\n')).toEqual([]);
  expect(await find('people: { ana: "+44 7700 900002" }\n', `${sealLine}\n`)).toEqual([]);
  expect(await find(`people: { ana: ${await sealFor('ana', '+447700900002')} }\n`)).toEqual([]);
});
