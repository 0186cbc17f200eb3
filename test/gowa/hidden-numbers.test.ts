import { describe, expect, test } from 'vitest';
import { ana, group, hidden, limited, self, startReader, summarise, toId } from './start-reader.ts';
import { toWireMember } from './wire-groups.ts';

describe('hidden numbers', () => {
  const withHidden = { Participants: [self, ana, hidden], ParticipantCount: 3 };
  const known = { jid: '330631678702157@lid', lid: '330631678702157@lid', phone_number: '447700900006' };
  const lidAgain = { ...known, phone_number: '330631678702157' };
  const others = [{ jid: '326233632189313@lid', phone_number: '447700900002' }];

  test.each([
    ['known to GOWA', known, 'Group 1 3+0'],
    ['unknown to GOWA, which repeats the LID', lidAgain, 'Group 1 2+1'],
  ])('%s', async (_name, participant, expected) => {
    const { reader, asked, sleeps } = await startReader((path) =>
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
    const { reader, asked } = await startReader((path) =>
      path === '/user/my/groups' ? { results: { data } } : { results: { participants: [known] } },
    );
    expect(summarise(await reader.readGroups([1, 2, 3].map(toId)))).toEqual([
      'Group 1 2+0',
      'Group 2 3+0',
      'Group 3 2+0',
    ]);
    expect(asked()).toEqual(['/user/my/groups', '/group/participants 2']);
    const incomplete = await startReader(() => ({
      results: group(1, { ...withHidden, ParticipantCount: 9 }),
    }));
    expect(summarise(await incomplete.reader.readGroups([toId(1)]))).toEqual(['Group 1 2+1!']);
    expect(incomplete.asked()).toEqual(['/group/info 1']);
  });

  test('a group stays read when that question fails, and a limit ends the reading', async () => {
    const data = [group(1, withHidden), group(2, withHidden)];
    const { reader, asked } = await startReader((path) =>
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
    const { reader, asked } = await startReader(() => ({ results: { data } }));
    const reading = (await reader.readGroups([toId(1), toId(2)])).get(toId(1));
    expect(reading).toMatchObject({ kind: 'read', group: { self: 'admin', unidentified: [] } });
    expect(asked()).toEqual(['/user/my/groups']);
  });
});
