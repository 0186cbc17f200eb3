import { afterEach, expect, test } from 'vitest';
import type { PersonAction, PersonChange, SettingChange, Step } from '../../src/domain/plan/change.ts';
import type { Reader, Writer } from '../../src/domain/gateway.ts';
import type { GroupId, LiveGroup } from '../../src/domain/group.ts';
import { blankSettings } from '../../src/domain/settings.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { Client } from '../../src/gowa/client.ts';
import { createClient } from '../../src/gowa/client.ts';
import { createReader } from '../../src/gowa/read.ts';
import { readDevices, readServerInfo, readStatus } from '../../src/gowa/session.ts';
import { createWriter } from '../../src/gowa/write.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';

const account = '447700900001' as PhoneNumber;
const altos = '120363000000000001@g.us' as GroupId;
const basses = '120363000000000002@g.us' as GroupId;
const elsewhere = '120363000000000003@g.us' as GroupId;
const nowhere = '120363000000000099@g.us' as GroupId;

const member = (pn: string, more: object = {}) => ({ pn, ...more });
const world = {
  server: { devices: [{ pn: account }], basicAuth: 'admin:secret', basePath: '/gowa' },
  people: [
    { pn: '447700900003' },
    { pn: '447700900050', registered: false },
    { pn: '447700900051', lid: '640995051179162', privacy: 'invite' as const },
    { pn: '447700900006', lid: '330631678702157' },
  ],
  groups: [
    {
      id: '120363000000000001',
      subject: 'Altos',
      owner: account,
      members: [
        member(account, { role: 'superadmin' }),
        member('447700900002'),
        member('447700900006', { hidden: true }),
      ],
    },
    {
      id: '120363000000000002',
      subject: 'Basses',
      owner: account,
      members: [member(account, { role: 'superadmin' })],
      stub: true,
    },
    { id: '120363000000000003', subject: 'Others', owner: '447700900002', members: [member('447700900002')] },
  ],
};

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

interface Line {
  readonly sandbox: Sandbox;
  readonly client: Client;
  readonly reader: Reader;
  readonly writer: Writer;
}

async function start(): Promise<Line> {
  const sandbox = await startSandbox({ world, fork: true });
  const client = createClient({
    url: sandbox.url,
    user: 'admin',
    password: 'secret',
  });
  client.nameDevice(`${account}@s.whatsapp.net`);
  opened.push(() => client.close(), sandbox.close);
  const clock = { now: () => 0, sleep: async () => undefined };
  const reader = createReader(client, { account, clock, random: () => 0, reads: { min: 0, max: 0 } });
  return { sandbox, client, reader, writer: createWriter(client.connection) };
}

function changePerson(action: PersonAction, phone: string): Step {
  const number = phone as PhoneNumber;
  const person = { key: toPersonKey(number), phone: number };
  return [{ action, group: altos, why: { kind: 'unlisted' }, person } satisfies PersonChange];
}

function set<Name extends keyof Settings>(setting: Name, after: Settings[Name]): Step {
  return [
    {
      action: 'set',
      group: altos,
      why: { kind: 'differs' },
      setting,
      before: after,
      after,
    } as SettingChange,
  ];
}

async function readAltos(reader: Reader): Promise<LiveGroup> {
  const reading = (await reader.readGroups([altos])).get(altos);
  if (reading?.kind !== 'read') throw new Error('not read');
  return reading.group;
}

test('it says what it is, and whose session it has', async () => {
  const { client } = await start();
  expect(client.isSandbox()).toBe(false);
  expect(await readStatus(client)).toMatchObject({ connected: true, loggedIn: true, phone: account });
  expect(client.isSandbox()).toBe(true);
  expect(await readServerInfo(client)).toMatchObject({ version: expect.stringMatching(/^v9\./) });
  expect(await readDevices(client)).toMatchObject([{ state: 'logged_in', phone: account }]);
});

test('groups from the list, a shell singly, one of others, one that never was', async () => {
  const { reader } = await start();
  const readings = await reader.readGroups([altos, basses, elsewhere, nowhere]);
  expect(readings.get(altos)).toMatchObject({
    kind: 'read',
    group: { self: 'admin', peopleComplete: true, unidentified: [{ lid: '330631678702157' }] },
  });
  expect(readings.get(basses)).toMatchObject({ kind: 'read', group: { settings: { name: 'Basses' } } });
  expect(readings.get(elsewhere)).toMatchObject({ kind: 'unreadable', reason: 'not-in-group' });
  expect(readings.get(nowhere)).toMatchObject({ kind: 'unreadable', reason: 'no-such-group' });
});

test('every kind of step arrives', async () => {
  const { reader, writer } = await start();
  const steps: readonly Step[] = [
    changePerson('add', '447700900003'),
    changePerson('promote', '447700900003'),
    changePerson('remove', '447700900002'),
    set('name', 'Tenors'),
    set('topic', 'Thursdays\n19:00'),
    set('announce', true),
    set('locked', true),
    set('disappearing', 604_800),
    set('may-add', 'admins'),
    set('join-approval', true),
  ];
  for (const step of steps) {
    expect(await writer.send(step)).toEqual({
      kind: 'accepted',
      invited: [],
    });
  }
  const group = await readAltos(reader);
  expect(group.settings).toEqual({
    ...blankSettings,
    name: 'Tenors',
    topic: 'Thursdays\n19:00',
    announce: true,
    locked: true,
    disappearing: 604_800,
    'may-add': 'admins',
    'join-approval': true,
  });
  expect([...group.people.values()].map(({ phone, role }) => `${phone} ${role}`)).toEqual([
    '447700900001 admin',
    '447700900003 admin',
  ]);
  expect((await writer.send(changePerson('demote', '447700900003'))).kind).toBe('accepted');
  expect((await readAltos(reader)).people.get(toPersonKey('447700900003' as PhoneNumber))?.role).toBe(
    'member',
  );
});

test('refusals, limits and a lost session', async () => {
  const { sandbox, reader, writer } = await start();
  const invited = await writer.send(changePerson('add', '447700900051'));
  expect(invited).toEqual({ kind: 'accepted', invited: ['640995051179162'] });
  expect(await writer.send(changePerson('add', '447700900050'))).toMatchObject({ code: 'unregistered' });
  expect(await reader.isRegistered('447700900050' as PhoneNumber)).toBe(false);
  expect(await reader.isRegistered(account)).toBe(true);
  expect(await reader.findLid('447700900050' as PhoneNumber)).toEqual({ kind: 'none' });
  expect(await reader.findLid('447700900006' as PhoneNumber)).toEqual({
    kind: 'lid',
    lid: '330631678702157',
  });
  // Now that GOWA has looked the number up, it knows whose the LID is.
  expect((await readAltos(reader)).unidentified).toEqual([]);
  sandbox.setFaults([{ xmlns: 'w:g2', code: 429 }]);
  expect(await writer.send(set('locked', true))).toMatchObject({
    kind: 'stop',
    code: 'rate-limited',
  });
  sandbox.setFaults([]);
  sandbox.setSession(account, 'logged_out');
  expect(await writer.send(changePerson('add', '447700900003'))).toMatchObject({ code: 'session-lost' });
});

test.each(['garbage', 'truncate', 'close'] as const)(
  'an answer lost to %s: it happened all the same',
  async (fault) => {
    const { sandbox, reader, writer } = await start();
    sandbox.setFaults([{ path: '/group/participants', method: 'POST', times: 1, do: fault, effect: true }]);
    expect((await writer.send(changePerson('add', '447700900003'))).kind).toBe('unknown');
    expect((await readAltos(reader)).people.has(toPersonKey('447700900003' as PhoneNumber))).toBe(true);
  },
);
