import { describe, expect, test } from 'vitest';
import type { Said } from './start-reader.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import {
  ana,
  group,
  limited,
  loggedOut,
  refuse,
  startReader,
  stub,
  summarise,
  toId,
} from './start-reader.ts';

describe('several groups', () => {
  test('one request for all of them, in the order in which they were asked for', async () => {
    const data = [group(1), group(2), group(3)];
    const { reader, asked, sleeps } = await startReader(() => ({ results: { data } }));
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
    const { reader, asked, sleeps } = await startReader((path, query) =>
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
    const { reader, asked } = await startReader((path) =>
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
    const { reader, asked } = await startReader((path, query) =>
      path === '/user/my/groups'
        ? refuse('info query returned status 503: service-unavailable')
        : { results: group(Number(query.get('group_id')?.slice(16, 18))) },
    );
    expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual(['Group 1 2+0', 'Group 2 2+0']);
    expect(asked()).toEqual(['/user/my/groups', '/group/info 1', '/group/info 2']);
  });

  test('nothing wanted, nothing asked', async () => {
    const { reader, asked } = await startReader(() => loggedOut);
    expect((await reader.readGroups([])).size).toBe(0);
    expect(asked()).toEqual([]);
  });
});

/** A server that answers with this list, and with a group for each that is asked about by itself. */
function startWithList(data: readonly unknown[], single = group) {
  return startReader((path, query) =>
    path === '/user/my/groups'
      ? { results: { data } }
      : { results: single(Number(query.get('group_id')?.slice(16, 18))) },
  );
}

const countless = (number: number) => group(number, { ParticipantCount: undefined });

describe('what the list says of a group is of use', () => {
  test.each<[string, readonly unknown[]]>([
    ['it stands there twice', [group(1), group(1)]],
    ['it stands there twice, once broken', [{ ...group(1), IsLocked: 'yes' }, group(1)]],
    ['without the account', [group(1, { Participants: [ana], ParticipantCount: 1 })]],
    ['without the time when it was made', [group(1, { GroupCreated: undefined })]],
    ['with nobody in it', [group(1, { Participants: [], ParticipantCount: 0 })]],
  ])('not where %s', async (_, entries) => {
    const { reader, asked } = await startWithList([...entries, group(2)]);
    expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual(['Group 1 2+0', 'Group 2 2+0']);
    expect(asked()).toEqual(['/user/my/groups', '/group/info 1']);
  });

  test('without a count only once a group by itself had none either: one such question, not one a group', async () => {
    const list = [1, 2, 3].map(countless);
    const { reader, asked } = await startWithList(list, countless);
    expect(summarise(await reader.readGroups([1, 2, 3].map(toId)))).toHaveLength(3);
    expect(asked()).toEqual(['/user/my/groups', '/group/info 1']);
  });

  test('and never while single groups have one', async () => {
    const { reader, asked } = await startWithList([1, 2].map(countless));
    await reader.readGroups([1, 2].map(toId));
    expect(asked()).toEqual(['/user/my/groups', '/group/info 1', '/group/info 2']);
  });
});

test('interrupted, of several groups none is read any more; a single one, that tells what became of it, is', async () => {
  const { reader, asked } = await startReader(
    (path) => (path === '/user/my/groups' ? { results: { data: [] } } : { results: group(1) }),
    { signal: AbortSignal.abort() },
  );
  expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual([
    'failed: the run was interrupted before',
    'failed: the run was interrupted before',
  ]);
  expect(summarise(await reader.readGroups([toId(1)]))).toEqual(['Group 1 2+0']);
  expect(asked()).toEqual(['/user/my/groups', '/group/info 1']);
});

describe('the end of reading', () => {
  test('after a limit nothing more is asked; what the list has proved stays read', async () => {
    const data = [group(1), group(4)];
    const { reader, asked } = await startReader((path) =>
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
    const { reader, asked } = await startReader(() => said);
    expect(summarise(await reader.readGroups([toId(1), toId(2)]))).toEqual([failed, failed]);
    expect(asked()).toEqual(['/user/my/groups']);
  });

  test('the next call asks nothing more, and why can be asked', async () => {
    let said: Said = limited;
    const { reader, asked } = await startReader(() => said);
    expect(reader.ended()).toBeUndefined();
    expect(summarise(await reader.readGroups([toId(1)]))[0]).toMatch(/^failed/);
    said = { results: group(1) };
    expect(summarise(await reader.readGroups([toId(1)]))[0]).toMatch(/^failed/);
    expect(await reader.isRegistered('447700900050' as PhoneNumber)).toBe(false);
    expect(asked()).toEqual(['/group/info 1']);
    expect(reader.ended()).toMatchObject({ kind: 'stop', code: 'rate-limited' });
  });

  test('three timeouts in a row are the end, three apart are not', async () => {
    const late: Said = { status: 504, code: 'GATEWAY_TIMEOUT', message: 'Request timed out' };
    const lateOnes = new Set(['01', '02', '04', '05', '06']);
    const { reader, asked } = await startReader((path, query) => {
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
    const { reader, asked, sleeps } = await startReader(() => ({ results: group(1) }));
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
    const { reader } = await startReader(() => said);
    expect(summarise(await reader.readGroups([toId(1)]))).toEqual([expected]);
  });
});
