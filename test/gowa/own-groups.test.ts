import { describe, expect, it } from 'vitest';
import type { GroupId } from '../../src/domain/group.ts';
import { GowaError } from '../../src/gowa/answers/gowa-error.ts';
import type { Client } from '../../src/gowa/client.ts';
import { readOwnGroup, readOwnGroups } from '../../src/gowa/own-groups.ts';
import { account } from '../support/choir.ts';

const id = (n: number) => `1203630000000000${String(n).padStart(2, '0')}@g.us`;
const member = (pn: string, isOwner = false) => ({
  JID: `${pn}@s.whatsapp.net`,
  PhoneNumber: `${pn}@s.whatsapp.net`,
  LID: '',
  IsAdmin: isOwner,
  IsSuperAdmin: isOwner,
});

function group(n: number, more: object = {}) {
  const Participants = [member(account.phone, true), member('447700900002')];
  return {
    JID: id(n),
    OwnerJID: `${account.phone}@s.whatsapp.net`,
    Name: `Club ${n}`,
    Topic: '',
    TopicID: '',
    IsLocked: false,
    IsAnnounce: false,
    IsEphemeral: false,
    DisappearingTimer: 0,
    IsParent: false,
    IsDefaultSubGroup: false,
    GroupCreated: '2026-06-01T12:00:00Z',
    ParticipantCount: Participants.length,
    Participants,
    ...more,
  };
}

/** WhatsApp shows the members' LIDs alone, that of the account among them. */
const hidden = (n: number) =>
  group(n, {
    OwnerJID: '325134120561101@lid',
    Participants: ['325134120561101', '325134120561102'].map((lid, index) => ({
      ...member(lid, index === 0),
      JID: `${lid}@lid`,
      LID: `${lid}@lid`,
    })),
  });

const shell = (n: number) => group(n, { Name: '', Participants: null, GroupCreated: '0001-01-01T00:00:00Z' });

/** A server with this list, and these groups by themselves. */
function serve(list: unknown[] | 'no', single: readonly object[]): Pick<Client, 'get'> {
  const get = async (path: string, query: Readonly<Record<string, string | undefined>>) => {
    const failure = new GowaError({ method: 'GET', template: path }, { code: 'other', text: 'no' });
    if (path === '/user/my/groups') {
      if (list === 'no') throw failure;
      return { data: list };
    }
    const found = single.find((each) => (each as { JID: string }).JID === query['group_id']);
    if (!found) throw failure;
    return found;
  };
  return { get } as unknown as Pick<Client, 'get'>;
}

const input = {
  account: account.phone,
  ownLids: new Set<never>(),
  afterPause: <Value>(ask: () => Promise<Value>) => ask(),
};

function read(list: unknown[] | 'no', single: readonly object[] = [], skip: readonly number[] = []) {
  const known = new Set(skip.map((n) => id(n) as GroupId));
  return readOwnGroups(serve(list, single), { ...input, skip: known });
}

describe('the account’s own groups', () => {
  it('are those that it owns and nobody knows yet, each with its age', async () => {
    const others = group(3, {
      OwnerJID: '447700900002@s.whatsapp.net',
      Participants: [member('447700900002', true), member(account.phone)],
    });
    const { groups, list } = await read([group(1), group(2), others], [], [2]);
    expect(groups.map(({ live, createdAt }) => [live.id, createdAt])).toEqual([
      [id(1), Date.UTC(2026, 5, 1, 12)],
    ]);
    expect(list).toBe('whole');
  });

  it('are read by themselves where the list tells nothing of them', async () => {
    const { groups, list } = await read([shell(1)], [group(1)]);
    expect([groups.map(({ live }) => live.settings.name), list]).toEqual([['Club 1'], 'whole']);
  });

  it.each<[string, Parameters<typeof read>, string]>([
    ['cannot be had', ['no'], 'unread'],
    ['has a shell that stays one', [[shell(1)], [shell(1)]], 'partly'],
    ['has a shell that cannot be read', [[shell(1)]], 'partly'],
    ['has an entry that is no group', [[{}]], 'partly'],
    ['hides which member the account is', [[hidden(1)], [hidden(1)]], 'partly'],
    ['is as long as it can be', [Array.from({ length: 500 }, (_, n) => group(n % 90))], 'full'],
    ['has a shell that is known', [[shell(1)], [], [1]], 'whole'],
  ])('are told of by a list that %s', async (_, args, expected) => {
    expect((await read(...args)).list).toBe(expected);
  });

  it.each<[string, readonly object[], boolean]>([
    ['is one of them', [group(1)], true],
    [
      'is somebody else’s',
      [group(1, { OwnerJID: '', Participants: [member(account.phone)], ParticipantCount: 1 })],
      false,
    ],
    ['hides whose it is', [hidden(1)], false],
    ['cannot be read', [], false],
  ])('are told by their ids: a group that %s', async (_, single, isOwn) => {
    const own = await readOwnGroup(serve('no', single), id(1) as GroupId, input);
    expect(own?.live.id).toBe(isOwn ? id(1) : undefined);
  });
});
