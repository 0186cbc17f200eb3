import { describe, expect, test } from 'vitest';
import { ALTOS, choirGroup, choirWorld, groupOf, ME, membersOf, resultsOf, startChoir } from './choir.ts';
import type { Choir } from './choir.ts';
import type { GroupFile } from '../../src/sandbox/world-file.ts';

async function create(choir: Choir, title: string, participants: readonly string[]): Promise<string> {
  const answer = await choir.post('/group', { title, participants });
  return resultsOf<{ group_id: string }>(answer).group_id;
}

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): ids and creating', () => {
  test('S9 18 digits and legacy ids are groups, up to 15 bytes people (recorded: group-reads)', async () => {
    const legacy = choirGroup({ id: `${ME}-1598765432`, subject: 'Legacy' });
    const choir = await startChoir({ world: choirWorld([choirGroup(), legacy]) });
    const nameOf = async (id: string): Promise<unknown> =>
      resultsOf<{ Name: string }>(await choir.get(`/group/info?group_id=${id}`)).Name;
    expect(await nameOf('120363000000000001')).toBe('Altos');
    expect(await nameOf(`${ME}-1598765432`)).toBe('Legacy');
    const short = await choir.get('/group/info?group_id=447700900050');
    expect(short.json?.message).toBe('Phone 447700900050@s.whatsapp.net is not on whatsapp');
  });

  test("S9 a person's number as group id: refused as recorded (bodies), or never answered", async () => {
    const refusing = await startChoir();
    const refused = await refusing.post('/group/name', { group_id: '447700900010', name: 'x' });
    expect(refused.json?.message).toBe('info query returned status 400: bad-request');
    const silent = await startChoir({
      world: choirWorld(undefined, { behaviour: { person_as_group: 'hang' } }),
    });
    const hanging = await silent.post('/group/name', { group_id: '447700900010', name: 'x' });
    expect([hanging.status, hanging.json?.code]).toEqual([504, 'GATEWAY_TIMEOUT']);
  });

  test('S10 each account has a number, a LID, a privacy, groups left lately; a hidden one shows its LID only', async () => {
    const members = [
      { pn: ME, role: 'superadmin' as const },
      { pn: '447700900002', hidden: true },
    ];
    const choir = await startChoir({ world: choirWorld([choirGroup({ members })]) });
    const info = await choir.get(`/group/info?group_id=${ALTOS}`);
    const hidden = resultsOf<{ Participants: { JID: string; LID: string }[] }>(info).Participants[1];
    expect(hidden).toMatchObject({ PhoneNumber: '', DisplayName: '+44∙∙∙∙∙∙∙∙02' });
    expect(hidden?.JID).toMatch(/^\d{15}@lid$/);
    expect(hidden?.LID).toBe(hidden?.JID);
  });

  test('S11 the creator is superadmin and in it once; defaults of a new group (recorded: create-join-leave)', async () => {
    const choir = await startChoir();
    const id = await create(choir, 'New', [ME, '447700900010', '447700900010', '447700900051']);
    expect(id).toMatch(/^120363\d{12}@g\.us$/);
    const group = groupOf(choir.sandbox, id.replace('@g.us', ''));
    expect(group.members).toEqual([{ pn: ME, role: 'superadmin' }, { pn: '447700900010' }]);
    const info = (await choir.get(`/group/info?group_id=${id}`)).json?.results;
    expect(info).toMatchObject({
      OwnerPN: `${ME}@s.whatsapp.net`,
      MemberAddMode: 'all_member_add',
      AddressingMode: 'lid',
      TopicID: '',
      IsLocked: false,
      IsAnnounce: false,
      IsEphemeral: false,
    });
  });

  test('S11 the addressing of new groups is a switch', async () => {
    const choir = await startChoir({ world: choirWorld([], { behaviour: { create_addressing: 'pn' } }) });
    const id = await create(choir, 'New', ['447700900010']);
    expect((await choir.get(`/group/info?group_id=${id}`)).json?.results).toMatchObject({
      AddressingMode: 'pn',
    });
  });

  test('S12 whoever cannot be added is left out, and only the id is said (recorded: create-join-leave)', async () => {
    const choir = await startChoir();
    const answer = await choir.post('/group', {
      title: 'Half',
      participants: ['447700900010', '447700900052'],
    });
    expect(Object.keys(resultsOf<object>(answer))).toEqual(['group_id']);
    const id = resultsOf<{ group_id: string }>(answer).group_id.replace('@g.us', '');
    expect(membersOf(choir.sandbox, id)).toEqual([ME, '447700900010']);
  });

  test('S13 a title over the limit is 406; the limit is a switch (recorded: create-join-leave)', async () => {
    const choir = await startChoir({ world: choirWorld([], { behaviour: { title_limit: 25 } }) });
    const create26 = await choir.post('/group', { title: 'x'.repeat(26), participants: ['447700900010'] });
    expect([create26.status, create26.json?.message]).toEqual([
      500,
      'info query returned status 406: not-acceptable',
    ]);
    expect(
      (await choir.post('/group', { title: 'x'.repeat(25), participants: ['447700900010'] })).status,
    ).toBe(200);
  });

  test('S14 made, but the answer never comes (recorded: hangs)', async () => {
    const choir = await startChoir({ faults: [{ tag: 'create', do: 'hang', effect: true, times: 1 }] });
    const answer = await choir.post('/group', { title: 'Ghost', participants: ['447700900010'] });
    expect([answer.status, answer.json?.code]).toEqual([504, 'GATEWAY_TIMEOUT']);
    expect(choir.sandbox.world().groups.map((group: GroupFile) => group.subject)).toEqual(['Altos', 'Ghost']);
  });

  test('S15 the same name again makes another group (recorded: create-join-leave)', async () => {
    const choir = await startChoir();
    expect(await create(choir, 'Twin', ['447700900010'])).not.toBe(
      await create(choir, 'Twin', ['447700900010']),
    );
  });
});
