import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSealer } from '../../../src/forge/state/seals.ts';
import type { SlipEntry } from '../../../src/forge/state/slips.ts';
import { mayStand, readSlips, slipFolder, toSlipText, toSpent } from '../../../src/forge/state/slips.ts';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { makeFolder } from '../../support/folder.ts';

const sealer = createSealer('ab'.repeat(32));
const spent = toSpent({ adds: 0, lookups: 20, mapped: 5 }, Date.UTC(2026, 5, 1, 12));
const held: SlipEntry = { at: spent.at, type: 'held-back', until: '2026-06-01T13:00:00.000Z' };
const place = { account: 'main', name: '4711-1.slip' };

/** The names of slips that count, of these files. */
async function read(files: Readonly<Record<string, string>>, account = 'main'): Promise<string[]> {
  const folder = makeFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [join(slipFolder, name), text])),
  );
  return (await readSlips(folder, account, sealer)).map(({ name }) => name);
}

test('a slip holds what it was given', async () => {
  const text = toSlipText([spent, held], place, sealer);
  const folder = makeFolder({ [join(slipFolder, place.name)]: text });
  expect(await readSlips(folder, 'main', sealer)).toEqual([
    { name: place.name, text, entries: [spent, held] },
  ]);
  expect(spent).toEqual({ at: '2026-06-01T12:00:00.000Z', type: 'spent', adds: 0, lookups: 20, mapped: 5 });
});

test('slips come in the order of their names; without the folder there are none', async () => {
  const names = ['b.slip', 'a.slip'];
  const files = names.map((name) => [name, toSlipText([spent], { ...place, name }, sealer)]);
  expect(await read(Object.fromEntries(files) as Record<string, string>)).toEqual(['a.slip', 'b.slip']);
  expect(await readSlips(makeFolder(), 'main', sealer)).toEqual([]);
});

const good = toSlipText([spent], place, sealer);

test.each([
  ['under another name', { 'other.slip': good }],
  ['with a line more', { [place.name]: `${good}${JSON.stringify(spent)}\n` }],
  ['with another number', { [place.name]: good.replace('"lookups":20', '"lookups":0') }],
  ['with another key', { [place.name]: toSlipText([spent], place, createSealer('cd'.repeat(32))) }],
  ['of another account', { [place.name]: toSlipText([spent], { ...place, account: 'second' }, sealer) }],
  ['without a seal', { [place.name]: `\n${JSON.stringify(spent)}\n` }],
  ['that is empty', { [place.name]: '' }],
])('a slip %s is none', async (_, files) => expect(await read(files as Record<string, string>)).toEqual([]));

test('a slip can approve nothing, sealed or not', async () => {
  const approved = {
    at: spent.at,
    type: 'approved',
    ids: ['a'.repeat(32)],
    group: '120363000000000001@g.us',
  };
  const lines = toSlipText([spent, approved as never], place, sealer);
  expect(await read({ [place.name]: lines })).toEqual([]);
});

test.each<[Entry['type'], boolean]>([
  ['lookup', true],
  ['mapped', true],
  ['spent', true],
  ['held-back', true],
  ['approved', false],
  ['ended', false],
  ['verdict', false],
  ['intent', false],
])('%s may stand on a slip: %s', (type, expected) => expect(mayStand({ type } as Entry)).toBe(expected));
