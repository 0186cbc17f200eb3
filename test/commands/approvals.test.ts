import { join } from 'node:path';
import { expect, test } from 'vitest';
import { approvals } from '../../src/commands/approvals.ts';
import { SessionError, UsageError } from '../../src/errors.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { openMemory } from '../../src/session/memory.ts';
import { account, altos, desiredGroup, organisation } from '../support/choir.ts';
import { choirFiles } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const env = { ROLLCALL_KEY: '07'.repeat(32) };
const ids = ['aaaaaa', 'aaaaab', 'bcdefg'].map((start) => start.padEnd(32, 'p'));
const [first = '', , third = ''] = ids;

/** A choir with a memory in which these ids are approved. */
async function begin() {
  const folder = makeFolder(
    Object.fromEntries(Object.entries(choirFiles).map(([name, text]) => [`groups/${name}`, text])),
  );
  const [groups, state] = [join(folder, 'groups'), join(folder, 'state')];
  const input = {
    organisation: organisation([desiredGroup()]),
    account: { name: 'main', phone: account.phone },
    isSandbox: false,
    secret: Buffer.from(env.ROLLCALL_KEY, 'hex'),
  };
  const memory = await openMemory({ state, newJournal: true }, input, createTestIo({}).io);
  await memory.record({ type: 'approved', group: altos, ids, what: 'name' });
  await memory.close();
  const run = async (drop: readonly string[] = [], own: Readonly<Record<string, string>> = env) => {
    const { io, written } = createTestIo({ env: own });
    const code = await approvals({ groups, state, drop, json: true }, io);
    const { approvals: left } = JSON.parse(written.out) as { approvals: { id: string }[] };
    return { code, left: left.map(({ id }) => id) };
  };
  return { run, groups, state };
}

test('what is approved and not done is listed, and stays', async () => {
  const { run } = await begin();
  expect(await run()).toEqual({ code: exitCodes.ok, left: ids });
  expect((await run()).left).toEqual(ids);
});

test('what is named is taken back, by as many letters as tell it from the others', async () => {
  const { run } = await begin();
  expect((await run(['bcdefg'])).left).toEqual(ids.slice(0, 2));
  expect((await run([first])).left).toEqual(ids.slice(1, 2));
  expect((await run()).left).toEqual(ids.slice(1, 2));
});

test.each([
  ['too few letters', 'bcdef', /too short: give 6 letters/],
  ['the beginning of several', 'aaaaaapp'.slice(0, 5).padEnd(5), /too short/],
  ['none of them', 'cccccc', /none that waits/],
  ['a longer one', `${third}a`, /none that waits/],
])('nothing is taken back where one is wrong: %s', async (_, named, text) => {
  const { run } = await begin();
  const failed = run([third, named]);
  await expect(failed).rejects.toThrow(UsageError);
  await expect(failed).rejects.toThrow(text);
  expect((await run()).left).toEqual(ids);
});

test('the memory cannot be read with another key', async () => {
  const { run } = await begin();
  await expect(run([], { ROLLCALL_KEY: 'cd'.repeat(32) })).rejects.toThrow(SessionError);
});

test('without a memory there is nothing to list, and what to set is said', async () => {
  const { io } = createTestIo({ env });
  const failed = approvals({ groups: makeFolder(choirFiles), drop: [] }, io);
  await expect(failed).rejects.toThrow('set state: in the policy, or give --state');
});
