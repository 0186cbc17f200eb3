import { expect, test } from 'vitest';
import type { Client } from '../../src/gowa/client.ts';
import { readContacts } from '../../src/gowa/contacts.ts';
import { GowaError } from '../../src/gowa/answers/gowa-error.ts';
import { contactList } from '../../src/gowa/answers/wire.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { createClient } from '../../src/gowa/client.ts';

function answering(results: unknown): Pick<Client, 'get'> {
  return {
    get: async (_path, _query, shape) => {
      const { data } = shape.safeParse(results);
      if (data === undefined) throw new Error('not what was asked for');
      return data;
    },
  };
}

test('names by number and by LID; whoever has none, and what is nobody, is left out', async () => {
  const found = await readContacts(
    answering({
      data: [
        { jid: '447700900002@s.whatsapp.net', name: 'Ana' },
        { jid: '552080000019@s.whatsapp.net', name: 'Budi' },
        { jid: '330631678702157@lid', name: 'Citra' },
        { jid: '330631678702158@lid', name: ' ' },
        { jid: 'status@broadcast', name: 'Status' },
      ],
    }),
  );
  expect([...found.byPerson]).toEqual([
    ['447700900002', 'Ana'],
    ['552080000019', 'Budi'],
  ]);
  expect([...found.byLid]).toEqual([['330631678702157', 'Citra']]);
});

test('nobody where there is no list, or GOWA does not tell', async () => {
  const none = { byPerson: new Map(), byLid: new Map() };
  expect(contactList.parse({ data: null })).toEqual({ data: null });
  expect(await readContacts(answering({ data: null }))).toEqual(none);
  const failing: Pick<Client, 'get'> = {
    get: async () => {
      throw new GowaError({ method: 'GET', template: '/user/my/contacts' }, { code: 'other', text: 'no' });
    },
  };
  expect(await readContacts(failing)).toEqual(none);
});

test('GOWA does not say whether a name is from the address book', async () => {
  const contacts = [
    { pn: '447700900002', full_name: 'Ana' },
    { pn: '447700900003', push_name: 'Budi' },
  ];
  const world = { server: { devices: [{ pn: '447700900001', contacts }] }, people: [], groups: [] };
  const sandbox = await startSandbox({ world });
  const client = createClient({ url: sandbox.url });
  try {
    expect([...(await readContacts(client)).byPerson.values()]).toEqual(['Ana', 'Budi']);
  } finally {
    await client.close();
    await sandbox.close();
  }
});
