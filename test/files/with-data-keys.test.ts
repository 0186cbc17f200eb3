import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toLocked, withDataKeys } from '../../src/files/with-data-keys.ts';
import { makeFolder } from '../support/folder.ts';
import { readSopsFile, sopsEnv } from '../support/sops-files.ts';
import { createTestIo } from '../support/stage.ts';

const text = readSopsFile('people.yaml');
const people = { path: '_people.yaml', file: 'groups/_people.yaml', text };
const sources = { root: 'groups', files: [people], diagnostics: [] };

async function open(
  env: Readonly<Record<string, string>>,
  own: Parameters<typeof withDataKeys>[0] = sources,
) {
  const { io, written } = createTestIo({ env });
  const found = await withDataKeys(own, io);
  io.out(`+44 7700 900002 ${sopsEnv.SOPS_AGE_KEY}`);
  return {
    keys: [...found.files, ...(found.outside ?? [])].map(({ sops }) => sops?.length),
    printed: written.out,
  };
}

test('the key of the environment opens the file, and no digit of anybody is printed from then on', async () => {
  const { keys, printed } = await open(sopsEnv);
  expect(keys).toEqual([32]);
  expect(printed).not.toMatch(/\d{3}|AGE-SECRET/);
});

test('so does a file of keys, with its comments', async () => {
  const folder = makeFolder({ 'keys.txt': readSopsFile('keys.txt') });
  expect((await open({ SOPS_AGE_KEY_FILE: join(folder, 'keys.txt') })).keys).toEqual([32]);
  await expect(open({ SOPS_AGE_KEY_FILE: join(folder, 'none.txt') })).rejects.toThrow('cannot be read');
});

test('what is no private key of age is told without being shown', async () => {
  await expect(open({ SOPS_AGE_KEY: 'age1abc' })).rejects.toThrow(
    'SOPS_AGE_KEY holds something that is no private key',
  );
});

test('without a key, and for files that are no people, nothing is opened', async () => {
  expect((await open({})).keys).toEqual([undefined]);
  const group = { ...people, path: 'altos.yaml' };
  expect((await open(sopsEnv, { ...sources, files: [group] })).keys).toEqual([undefined]);
  const broken = { ...people, text: text.replace(/^ +mac: .*\n/m, '').replace('lastmodified', 'modified') };
  expect((await open(sopsEnv, { ...sources, files: [broken] })).keys).toEqual([undefined]);
});

test('nor is a nonsense key looked at where nothing is encrypted', async () => {
  const plain = { ...people, text: 'people: {}\n' };
  const { printed } = await open({ SOPS_AGE_KEY: 'nonsense' }, { ...sources, files: [plain] });
  expect(printed).toContain('002');
});

test('a file outside of the repository is opened as well', async () => {
  const outside = [{ ...people, path: 'x.yaml', file: 'x.yaml', isOutside: true as const }];
  expect((await open(sopsEnv, { ...sources, files: [], outside })).keys).toEqual([32]);
});

test('what is missing is named', () => {
  expect(toLocked(['a.yaml'], {})).toContain('a.yaml is encrypted by SOPS, and neither SOPS_AGE_KEY');
  expect(toLocked(['a.yaml', 'b.yaml'], sopsEnv)).toContain(
    'a.yaml and 1 more are encrypted by SOPS, and no key',
  );
});
