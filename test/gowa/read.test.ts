import { afterEach, describe, expect, test } from 'vitest';
import type { GroupId, Reading } from '../../src/domain/group.ts';
import type { PhoneNumber } from '../../src/domain/person.ts';
import { createClient } from '../../src/gowa/client.ts';
import { createReader } from '../../src/gowa/read.ts';
import type { SeenRequest } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import { account, toWireGroup, toWireMember } from './wire-groups.ts';

/** What the server says to one request: results, or a refusal. */
type Said =
  | { readonly results: unknown }
  | { readonly status: number; readonly code: string; readonly message: string };

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A reader of a server that answers like this, with what was asked of it and the pauses in between. */
async function start(say: (path: string, query: URLSearchParams) => Said) {
  const sleeps: number[] = [];
  const server = await startHttpServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://gowa');
    const said = say(url.pathname, url.searchParams);
    if ('results' in said) response.end(JSON.stringify({ code: 'SUCCESS', message: 'Success', ...said }));
    else response.writeHead(said.status).end(JSON.stringify({ code: said.code, message: said.message }));
  });
  const client = createClient({ url: server.url });
  opened.push(() => client.close(), server.close);
  const clock = {
    now: () => 0,
    sleep: async (milliseconds: number): Promise<void> => {
      sleeps.push(milliseconds);
    },
  };
  const reader = createReader(client, { account, clock, random: () => 0.5, reads: { min: 300, max: 900 } });
  return { reader, sleeps, asked: () => server.requests.map(toShort) };
}

/** "/group/info 1": the group by the end of its id. */
function toShort({ path }: SeenRequest): string {
  return decodeURIComponent(path)
    .replace(/\?group_id=1203630000000000(0?)/, ' ')
    .replace('@g.us', '')
    .replace('?phone=', ' ');
}

function toId(number: number): GroupId {
  return `1203630000000000${String(number).padStart(2, '0')}@g.us` as GroupId;
}

const self = toWireMember({ phone: account, lid: '325134120561102', role: 'admin' });
const ana = toWireMember({ phone: '447700900002', lid: '326233632189313' });
const hidden = toWireMember({ lid: '330631678702157' });

function group(number: number, change: Parameters<typeof toWireGroup>[1] = {}) {
  return toWireGroup([self, ana], { JID: toId(number), Name: `Group ${number}`, ...change });
}

const stub = { Name: '', Participants: null, ParticipantCount: 4, GroupCreated: '0001-01-01T00:00:00Z' };
const limited: Said = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'info query returned status 429: rate-overlimit',
};
const loggedOut: Said = { status: 401, code: 'AUTHENTICATION_ERROR', message: 'you are not logged in' };
const refuse = (message: string): Said => ({ status: 500, code: 'INTERNAL_SERVER_ERROR', message });

/** "read Group 1 2+1" (people and unidentified, ! where incomplete) or "failed: why". */
function summarise(readings: ReadonlyMap<GroupId, Reading>): string[] {
  return [...readings.values()].map((reading) => {
    if (reading.kind === 'unreadable') return `${reading.reason}: ${reading.text.replace(/ \(.*/, '')}`;
    const { settings, people, unidentified, peopleComplete } = reading.group;
    return `${settings.name} ${people.size}+${unidentified.length}${peopleComplete ? '' : '!'}`;
  });
}

describe('several groups', () => {
  test('one request for all of them, in the order in which they were asked for', async () => {
    const data = [group(1), group(2), group(3)];
    const { reader, asked, sleeps } = await start(() => ({ results: { data } }));
    const readings = await reader.readGroups([toId(3), toId(1), toId(3)]);
    expect([...readings.keys()]).toEqual([toId(3), toId(1)]);
    expect(summarise(readings)).toEqual(['Group 3 2+0', 'Group 1 2+0']);
    expect(asked()).toEqual(['/user/my/groups']);
    expect(sleeps).toEqual([]);
  });

  test('what does not prove itself, does not fit or is not listed is read singly, with pauses', async () => {
    const data = [
      group(1),
      group(2, stub),
      group(3, { ParticipantCount: 5 }),
      { ...group(4), IsLocked: 'yes' },
      { nonsense: true },
      null,
    ];
    const { reader, asked, sleeps } = await start((path, query) =>
      path === '/user/my/groups'
        ? { results: { data } }
        : { results: group(Number(query.get('group_id')?.slice(16, 18))) },
    );
    const readings = await reader.readGroups([1, 2, 3, 4, 5].map(toId));
    expect(summarise(readings)).toEqual([
      'Group 1 2+0',
      'Group 2 2+0',
      'Group 3 2+0',
      'Group 4 2+0',
      'Group 5 2+0',
    ]);
    expect(asked()).toEqual([
      '/user/my/groups',
      '/group/info 2',
      '/group/info 3',
      '/group/info 4',
      '/group/info 5',
    ]);
    expect(sleeps).toEqual([600, 600, 600, 600]);
  });

  test('an account in no group at all', async () => {
    const { reader, asked } = await start((path) =>
      path === '/user/my/groups'
        ? { results: { data: null } }
        : refuse("you're not participating in that group"),
    );
    expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual([
      'not-in-group: The account is not in the group',
      'not-in-group: The account is not in the group',
    ]);
    expect(asked()).toHaveLength(3);
  });

  test('a list that cannot be had is done without', async () => {
    const { reader, asked } = await start((path, query) =>
      path === '/user/my/groups'
        ? refuse('info query returned status 503: service-unavailable')
        : { results: group(Number(query.get('group_id')?.slice(16, 18))) },
    );
    expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual(['Group 1 2+0', 'Group 2 2+0']);
    expect(asked()).toEqual(['/user/my/groups', '/group/info 1', '/group/info 2']);
  });

  test('nothing wanted, nothing asked', async () => {
    const { reader, asked } = await start(() => loggedOut);
    expect((await reader.readGroups([])).size).toBe(0);
    expect(asked()).toEqual([]);
  });
});

describe('the end of reading', () => {
  test('after a limit nothing more is asked; what the list has proved stays read', async () => {
    const data = [group(1), group(4)];
    const { reader, asked } = await start((path) =>
      path === '/user/my/groups' ? { results: { data } } : limited,
    );
    const readings = await reader.readGroups([1, 2, 3, 4].map(toId));
    const failed = 'failed: WhatsApp limits the account: too many requests';
    expect(summarise(readings)).toEqual(['Group 1 2+0', failed, failed, 'Group 4 2+0']);
    expect(asked()).toEqual(['/user/my/groups', '/group/info 2']);
  });

  test.each([
    ['a limit', limited, 'failed: WhatsApp limits the account: too many requests'],
    ['a lost session', loggedOut, 'failed: The account is not connected to WhatsApp'],
    [
      'a lost client',
      { status: 500, code: 'INVALID_WA_CLI', message: 'your WhatsApp CLI is invalid or empty' },
      'failed: The account is not connected to WhatsApp',
    ],
    [
      'a device that is gone',
      { status: 404, code: 'DEVICE_NOT_FOUND', message: 'device not found' },
      'failed: GOWA does not know which device is meant',
    ],
  ])('%s with the list', async (_name, said, failed) => {
    const { reader, asked } = await start(() => said);
    expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual([failed, failed]);
    expect(asked()).toEqual(['/user/my/groups']);
  });

  test('the next call asks again', async () => {
    let said: Said = limited;
    const { reader } = await start(() => said);
    expect(summarise(await reader.readGroups([toId(1)]))[0]).toMatch(/^failed/);
    said = { results: group(1) };
    expect(summarise(await reader.readGroups([toId(1)]))).toEqual(['Group 1 2+0']);
  });

  test('three timeouts in a row are the end, three apart are not', async () => {
    const late: Said = { status: 504, code: 'GATEWAY_TIMEOUT', message: 'Request timed out' };
    const lateOnes = new Set(['01', '02', '04', '05', '06']);
    const { reader, asked } = await start((path, query) => {
      const number = query.get('group_id')?.slice(16, 18) ?? '';
      if (path === '/user/my/groups') return { results: { data: [] } };
      return lateOnes.has(number) ? late : { results: group(Number(number)) };
    });
    const readings = summarise(await reader.readGroups([1, 2, 3, 4, 5, 6, 7, 8].map(toId)));
    expect(readings.map((line) => line.split(' ')[1]).join(' ')).toBe('No No 3 No No No No No');
    expect(asked().at(-1)).toBe('/group/info 6');
  });
});

describe('one group', () => {
  test('is asked for by itself, without a pause', async () => {
    const { reader, asked, sleeps } = await start(() => ({ results: group(1) }));
    expect(summarise(await reader.readGroups([toId(1)]))).toEqual(['Group 1 2+0']);
    expect(asked()).toEqual(['/group/info 1']);
    expect(sleeps).toEqual([]);
  });

  test.each<[string, Said, string]>([
    [
      'not in it',
      refuse("you're not participating in that group"),
      'not-in-group: The account is not in the group',
    ],
    ['no such group', refuse('that group does not exist'), 'no-such-group: The group does not exist'],
    [
      'trouble',
      refuse('info query returned status 500: internal-server-error'),
      'failed: The server has trouble of its own',
    ],
    [
      'not permitted',
      refuse('info query returned status 403: forbidden'),
      'failed: WhatsApp does not permit it',
    ],
    [
      'a shell',
      { results: group(1, stub) },
      'failed: The answer does not fit at results.GroupCreated: WhatsApp sent an empty shell',
    ],
    [
      'another group',
      { results: group(2) },
      'failed: The answer does not fit at results.JID: another group than the one asked for',
    ],
    ['people who do not prove themselves', { results: group(1, { ParticipantCount: 3 }) }, 'Group 1 2+0!'],
    ['no people', { results: group(1, { Participants: null, ParticipantCount: 0 }) }, 'Group 1 0+0!'],
  ])('%s', async (_name, said, expected) => {
    const { reader } = await start(() => said);
    expect(summarise(await reader.readGroups([toId(1)]))).toEqual([expected]);
  });
});

describe('hidden numbers', () => {
  const withHidden = { Participants: [self, ana, hidden], ParticipantCount: 3 };
  const known = { jid: '330631678702157@lid', lid: '330631678702157@lid', phone_number: '447700900006' };
  const lidAgain = { ...known, phone_number: '330631678702157' };
  const others = [{ jid: '326233632189313@lid', phone_number: '447700900002' }];

  test.each([
    ['known to GOWA', known, 'Group 1 3+0'],
    ['unknown to GOWA, which repeats the LID', lidAgain, 'Group 1 2+1'],
  ])('%s', async (_name, participant, expected) => {
    const { reader, asked, sleeps } = await start((path) =>
      path === '/group/info'
        ? { results: group(1, withHidden) }
        : { results: { group_id: toId(1), name: 'x', participants: [...others, participant] } },
    );
    expect(summarise(await reader.readGroups([toId(1)]))).toEqual([expected]);
    expect(asked()).toEqual(['/group/info 1', '/group/participants 1']);
    expect(sleeps).toEqual([600]);
  });

  test('the dear question is put only about groups that hide somebody and are complete', async () => {
    const data = [group(1), group(2, withHidden), group(3)];
    const { reader, asked } = await start((path) =>
      path === '/user/my/groups' ? { results: { data } } : { results: { participants: [known] } },
    );
    expect(summarise(await reader.readGroups([1, 2, 3].map(toId)))).toEqual([
      'Group 1 2+0',
      'Group 2 3+0',
      'Group 3 2+0',
    ]);
    expect(asked()).toEqual(['/user/my/groups', '/group/participants 2']);
    const incomplete = await start(() => ({ results: group(1, { ...withHidden, ParticipantCount: 9 }) }));
    expect(summarise(await incomplete.reader.readGroups([toId(1)]))).toEqual(['Group 1 2+1!']);
    expect(incomplete.asked()).toEqual(['/group/info 1']);
  });

  test('a group stays read when that question fails, and a limit ends the reading', async () => {
    const data = [group(1, withHidden), group(2, withHidden)];
    const { reader, asked } = await start((path) =>
      path === '/user/my/groups' ? { results: { data } } : limited,
    );
    expect(summarise(await reader.readGroups([toId(1), toId(2), toId(3)]))).toEqual([
      'Group 1 2+1',
      'Group 2 2+1',
      'failed: WhatsApp limits the account: too many requests',
    ]);
    expect(asked()).toEqual(['/user/my/groups', '/group/participants 1']);
  });

  test("the account's own LID is learned from another group", async () => {
    const ownHidden = toWireMember({ lid: '325134120561102', role: 'admin' });
    const data = [group(1, { Participants: [ownHidden, ana] }), group(2)];
    const { reader, asked } = await start(() => ({ results: { data } }));
    const reading = (await reader.readGroups([toId(1), toId(2)])).get(toId(1));
    expect(reading).toMatchObject({ kind: 'read', group: { self: 'admin', unidentified: [] } });
    expect(asked()).toEqual(['/user/my/groups']);
  });
});

const check = (isThere: boolean): Said => ({ results: { is_on_whatsapp: isThere } });

describe('look-ups', () => {
  const phone = '447700900050' as PhoneNumber;
  const notThere: Said = {
    status: 400,
    code: 'INVALID_JID',
    message: 'Phone 447700900050@s.whatsapp.net is not on whatsapp',
  };

  test.each([true, false])('on WhatsApp: %s', async (isThere) => {
    const { reader, asked } = await start(() => check(isThere));
    expect(await reader.isRegistered(phone)).toBe(isThere);
    expect(asked()).toEqual(['/user/check 447700900050']);
  });

  test('after a failed look-up the own number does not vouch for the answers, once', async () => {
    let said: Said = refuse('websocket not connected');
    const { reader, asked } = await start(() => said);
    expect(await reader.isRegistered(phone)).toBe(false);
    said = check(true);
    expect(await reader.isRegistered('447700900002' as PhoneNumber)).toBe(true);
    expect(await reader.isRegistered(account)).toBe(false);
    expect(await reader.isRegistered(account)).toBe(true);
    expect(asked()).toHaveLength(3);
  });

  test.each<[string, Said, object]>([
    [
      'known',
      { results: { data: [{}], resolved_lid: '642094562807373@lid' } },
      { kind: 'lid', lid: '642094562807373' },
    ],
    ['not told', { results: { data: null } }, { kind: 'unknown' }],
    ['limited', limited, { kind: 'unknown' }],
    ['logged out', loggedOut, { kind: 'unknown' }],
    ['not a LID', { results: { resolved_lid: '447700900050@s.whatsapp.net' } }, { kind: 'unknown' }],
  ])('LID %s', async (_name, said, expected) => {
    const { reader, asked } = await start(() => said);
    expect(await reader.findLid(phone)).toEqual(expected);
    expect(asked()).toEqual(['/user/info 447700900050']);
  });

  test.each([
    [true, 'none'],
    [false, 'unknown'],
  ])('not on WhatsApp counts only if the own number is: %s', async (isOwnThere, kind) => {
    const { reader, asked } = await start((path) => (path === '/user/info' ? notThere : check(isOwnThere)));
    expect(await reader.findLid(phone)).toEqual({ kind });
    expect(asked()).toEqual(['/user/info 447700900050', '/user/check 447700900001']);
  });
});
