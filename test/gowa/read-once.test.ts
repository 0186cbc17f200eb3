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
  return { sandbox, reader, asked };
}

test("GOWA's map of LIDs, which costs a query about every member, is asked once for each LID", async () => {
  const { reader, asked } = await open();
  await reader.readGroups([one]);
  await reader.readGroups([one]);
  await reader.readGroups([two]);
  expect(asked()).toEqual(['/group/info', '/group/participants', '/group/info', '/group/info']);
});

test('a group that stands twice in the list is read by itself', async () => {
  const { sandbox, reader, asked } = await open();
  const list = JSON.parse(await (await fetch(`${sandbox.url}/user/my/groups`)).text());
  const [first, second] = list.results.data;
  const cut = { ...first, Participants: first.Participants.slice(0, 1), ParticipantCount: 1 };
  const body = JSON.stringify({ ...list, results: { data: [first, cut, second] } });
  sandbox.setFaults([{ path: '/user/my/groups', status: 200, body }]);
  const readings = await reader.readGroups([one, two]);
  const reading = readings.get(one);
  expect(reading?.kind === 'read' && reading.group.unidentified).toHaveLength(1);
  expect(asked().filter((path) => path === '/group/info')).toHaveLength(1);
});
