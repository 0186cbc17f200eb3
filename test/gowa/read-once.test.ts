import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../src/gowa/client.ts';
import { createReader } from '../../src/gowa/read.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { createTestClock } from '../support/stage.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const one = '120363000000000001@g.us' as GroupId;
const two = '120363000000000002@g.us' as GroupId;

/** A group of the account and of somebody who hides. */
function toGroup(id: string, subject: string) {
  const members = [
    { pn: '447700900001', role: 'superadmin' as const },
    { pn: '447700900002', hidden: true },
  ];
  return { id: id.replace('@g.us', ''), subject, owner: '447700900001', members };
}

async function open() {
  const sandbox = await startSandbox({
    world: {
      server: { devices: [{ pn: '447700900001' }] },
      people: [],
      groups: [toGroup(one, 'One'), toGroup(two, 'Two')],
    },
  });
  const client = createClient({ url: sandbox.url });
  closing.push(() => client.close().finally(sandbox.close));
  const account = '447700900001' as PhoneNumber;
  const reader = createReader(client, {
    account,
    clock: createTestClock(),
    random: () => 0,
    reads: { min: 0, max: 0 },
  });
  const asked = () => sandbox.requests().map(({ path }) => path.replace(/\?.*/, ''));
  return { reader, asked };
}

test("GOWA's map of LIDs, which costs a query about every member, is asked once for each LID", async () => {
  const { reader, asked } = await open();
  await reader.readGroups([one]);
  await reader.readGroups([one]);
  await reader.readGroups([two]);
  expect(asked()).toEqual(['/group/info', '/group/participants', '/group/info', '/group/info']);
});

test('the list of all groups tells their ids, and the groups are read from it without another query', async () => {
  const { reader, asked } = await open();
  const ids = await reader.listGroups();
  expect(ids).toEqual([one, two]);
  const readings = await reader.readGroups(ids);
  expect([...readings.keys()]).toEqual([one, two]);
  expect(asked()).toEqual(['/user/my/groups', '/group/participants']);
});

test('a list that is kept tells of the own groups as well, once; one group alone is read from it, too', async () => {
  const { reader, asked } = await open();
  reader.keepList();
  expect((await reader.readGroups([one])).get(one)?.kind).toBe('read');
  const own = await reader.listOwn(new Set([one]));
  expect([own.list, own.groups.map(({ live }) => live.id)]).toEqual(['whole', [two]]);
  expect(asked()).toEqual(['/user/my/groups', '/group/participants']);
  // Later it may be another one.
  await reader.listOwn(new Set());
  expect(asked()).toHaveLength(3);
  await reader.readGroups([one]);
  expect(asked().at(-1)).toBe('/group/info');
});

test('a list that was asked for early is not asked for again where it is to be kept', async () => {
  const { reader, asked } = await open();
  reader.expectGroups();
  reader.keepList();
  await reader.readGroups([]);
  await reader.listOwn(new Set([one, two]));
  expect(asked()).toEqual(['/user/my/groups']);
});
