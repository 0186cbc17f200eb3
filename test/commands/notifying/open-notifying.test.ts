import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAccount, openPolicy, openTold } from '../../../src/commands/notifying/open-notifying.ts';
import { makeFolder } from '../../support/folder.ts';
import { createTestIo } from '../../support/stage.ts';
import { key, policy } from './notify-stage.ts';

const two = 'accounts: { main: "+447700900001", second: "+447700900002" }\nstate: .rollcall\n';

async function open(text: string) {
  const folder = makeFolder({ 'groups/_policy.yaml': text, 'groups/a.yaml': 'nonsense: [' });
  const { io } = createTestIo({ env: { ROLLCALL_KEY: key, CI: '1' } });
  return { io, folder, organisation: await openPolicy({ groups: join(folder, 'groups') }, io) };
}

test('the policy alone is read, and mistakes are no obstacle', async () => {
  const { organisation } = await open(`${policy}language: id\nnotify: 1/day\nprotected: [nobody]\n`);
  expect(organisation).toMatchObject({ groups: [], policy: { language: 'id', noticesPerDay: 1 } });
  expect((await open('')).organisation.policy).toMatchObject({ language: 'en', noticesPerDay: 5 });
});

test('the account is the one that is named, else the report’s where there are several', async () => {
  const { organisation } = await open(two);
  expect(findAccount(organisation, undefined, 'second')?.name).toBe('second');
  expect(findAccount(organisation, 'main', 'second')?.name).toBe('main');
  expect(() => findAccount(organisation, undefined, 'third')).toThrow(/no account "third"/);
  expect(findAccount((await open(policy)).organisation, undefined, 'whatever')?.name).toBe('main');
  expect(findAccount((await open('')).organisation, undefined, 'main')).toBeUndefined();
});

test('there is a memory only where there is a folder, and a key', async () => {
  const { io, folder, organisation } = await open(policy);
  const account = findAccount(organisation, undefined, undefined);
  const of = { organisation, account, isSandbox: false, isReading: true };
  const options = { state: join(folder, 'state') };
  expect((await openTold(options, of, io))?.past.memory).toBe('unusable');
  expect(await openTold({}, { ...of, isSandbox: true }, io)).toBeUndefined();
  expect(await openTold(options, { ...of, account: undefined }, io)).toBeUndefined();
  expect(await openTold(options, of, createTestIo({ env: { CI: '1' } }).io)).toBeUndefined();
});
