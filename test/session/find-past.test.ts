import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPast } from '../../src/session/find-past.ts';
import { openMemory } from '../../src/session/memory.ts';
import { account, organisation } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const env = { ROLLCALL_KEY: '07'.repeat(32) };
const own = {
  organisation: organisation([]),
  account: { name: 'main', phone: account.phone },
  isSandbox: false,
};

test('the memory where one is kept, and none where none is, or whose is meant is not said', async () => {
  const state = join(makeFolder(), 'state');
  const { io } = createTestIo({ env });
  const secret = Buffer.from(env.ROLLCALL_KEY, 'hex');
  await (await openMemory({ state, newJournal: true }, { ...own, secret }, io)).close();
  expect((await findPast({ state }, own, io)).memory).toBe('kept');
  expect((await findPast({}, own, io)).memory).toBe('none');
  const { policy } = own.organisation;
  const accounts = new Map([...policy.accounts, ['second', account.phone]] as const);
  const several = { ...own.organisation, policy: { ...policy, accounts } };
  expect((await findPast({ state }, { organisation: several, isSandbox: false }, io)).memory).toBe('none');
});
