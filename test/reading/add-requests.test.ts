import { expect, test } from 'vitest';
import type { GroupId, LiveGroup, Reading } from '../../src/domain/group.ts';
import { addRequests } from '../../src/reading/add-requests.ts';
import { altos, desiredGroup, liveGroup, settings, singer } from '../support/choir.ts';

const asks = [{ person: singer(2) }];

/** Who asks by a reading after it; "not asked" where nobody was. */
async function read(live: Partial<LiveGroup>, desired = desiredGroup()) {
  const asked: GroupId[] = [];
  const reading: Reading = {
    kind: 'read',
    group: { ...liveGroup(), settings: { ...settings, 'join-approval': true }, ...live },
  };
  const reader = {
    readRequests: async (id: GroupId) => {
      asked.push(id);
      return asks;
    },
  };
  const found = (await addRequests([desired], new Map([[altos, reading]]), reader)).get(altos);
  if (asked.length === 0) return found === reading ? 'not asked' : 'changed';
  return found?.kind === 'read' ? found.group.requests : 'unreadable';
}

test('who asks is read where the account may let in whom the file lists', async () => {
  expect(await read({})).toEqual(asks);
});

test.each<[what: string, live: Partial<LiveGroup>, desired?: ReturnType<typeof desiredGroup>]>([
  ['whoever comes by the link is in at once', { settings }],
  ['the account is a member', { self: 'member' }],
  ['it is a community', { kind: 'community' }],
  ['it is an announcement group', { kind: 'announcements' }],
  ['the file has no list of members', {}, desiredGroup({ lists: { members: false, admins: true } })],
])('and not where %s', async (_, live, desired) => {
  expect(await read(live, desired)).toBe('not asked');
});

test('a group that could not be read stays so', async () => {
  const reading: Reading = { kind: 'unreadable', reason: 'failed', text: 'no' };
  const reader = { readRequests: async () => asks };
  const found = await addRequests([desiredGroup()], new Map([[altos, reading]]), reader);
  expect(found.get(altos)).toBe(reading);
});
