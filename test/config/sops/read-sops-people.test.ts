import { expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { findDataKey, readSopsFile } from '../../support/sops-files.ts';

async function read(name: string, isOpen = true, change = (text: string) => text) {
  const text = change(readSopsFile(name));
  const source = { path: '_people.yaml', file: 'groups/_people.yaml', text };
  const sops = isOpen ? { sops: await findDataKey(text) } : {};
  return parseInTurns({ root: 'groups', files: [{ ...source, ...sops }], diagnostics: [] });
}

test('everybody is read, secret, each at the place of their key', async () => {
  const { people, diagnostics, locked } = await read('people.yaml');
  expect(diagnostics.map(({ code }) => code)).toEqual(['no-policy']);
  expect(locked).toBeUndefined();
  expect(people.people.get('ana')).toMatchObject({
    phone: '447700900002',
    isSecret: true,
    span: { line: 4, column: 5 },
  });
  expect(people.people.get('eko')).toMatchObject({ lid: '330631678702157', isSecret: true });
  expect(people.teams.get('volunteers')?.entries).toMatchObject([
    { target: { name: 'ana' } },
    { target: { name: 'budi' }, until: '2026-12-31' },
    { target: { name: 'citra' } },
  ]);
});

test('a name that is encrypted stays secret, one in plain does not', async () => {
  expect((await read('people.yaml')).people.people.get('budi')).not.toHaveProperty('name');
  expect((await read('people-phones.yaml')).people.people.get('budi')).toMatchObject({
    name: 'Budi Santoso',
  });
});

test('without the key it is known who is in it, and nothing else', async () => {
  const { people, diagnostics, locked } = await read('people.yaml', false);
  expect(diagnostics.map(({ code }) => code)).toEqual(['no-policy']);
  expect(locked).toEqual(['groups/_people.yaml']);
  expect([...people.people.keys()]).toEqual(['ana', 'budi', 'citra', 'dewi', 'eko']);
  expect(people.people.get('ana')).toMatchObject({ isSecret: true, isLocked: true });
  expect(people.people.get('ana')).not.toHaveProperty('phone');
  expect(people.teams.get('volunteers')?.entries).toEqual([]);
});

test('a number that the rules of the file leave in plain is not secret', async () => {
  const { people } = await read('people-partly.yaml');
  expect(people.people.get('ana')).toMatchObject({ phone: '447700900002' });
  expect(people.people.get('ana')).not.toHaveProperty('isSecret');
  expect(people.people.get('budi')).toMatchObject({ phone: '447700900003', isSecret: true });
});

test('numbers that no MAC holds are told, in teams too: anybody can put them there', async () => {
  const { diagnostics } = await read('people-only.yaml', true, (text) =>
    text
      .replace('teams:', '    zed: "+44 7700 900066"\nteams:')
      .replace('        - ana', '        - "+44 7700 900067"'),
  );
  const [found] = diagnostics.filter(({ code }) => code !== 'no-policy');
  expect(found).toMatchObject({ code: 'unheld-number', severity: 'warning', span: { line: 13 } });
  expect(found?.detail).toMatch(/^2 numbers stand/);
  expect((await read('people-only.yaml')).diagnostics.map(({ code }) => code)).toEqual(['no-policy']);
});

test('a file that is of SOPS to its reader alone, and to nobody who writes files, is refused', async () => {
  const { diagnostics } = await read('people.yaml', true, (text) => text.replace('\nsops:', '\n"sop\\x73":'));
  expect(diagnostics.map(({ code }) => code)).toEqual(['no-policy', 'bad-sops']);
});
