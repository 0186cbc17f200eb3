import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ALTOS, choirGroup, choirWorld, ME, resultsOf, startChoir } from './choir.ts';
import type { Choir } from './choir.ts';

const KEYS = [
  'JID OwnerJID OwnerPN Name NameSetAt NameSetBy NameSetByPN Topic TopicID TopicSetAt TopicSetBy TopicSetByPN',
  'TopicDeleted IsLocked IsAnnounce AnnounceVersionID IsEphemeral DisappearingTimer IsIncognito IsParent',
  'DefaultMembershipApprovalMode LinkedParentJID IsDefaultSubGroup IsJoinApprovalRequired AddressingMode GroupCreated',
  'CreatorCountryCode ParticipantVersionID Participants ParticipantCount MemberAddMode Suspended',
].flatMap((line) => line.split(' '));

const HIDING = choirGroup({
  members: [
    { pn: ME, role: 'superadmin' },
    { pn: '447700900002', hidden: true },
  ],
});

async function phonesIn(choir: Choir): Promise<string[]> {
  const results = (await choir.get(`/group/participants?group_id=${ALTOS}`)).json?.results;
  return (results as { participants: { phone_number: string }[] }).participants.map(
    (one) => one.phone_number,
  );
}

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): reads', () => {
  test('S36 /group/info has these keys in this order, and no number of a hidden member (recorded: group-reads)', async () => {
    const choir = await startChoir({ world: choirWorld([HIDING]) });
    const info = (await choir.get(`/group/info?group_id=${ALTOS}`)).json?.results as Record<string, unknown>;
    expect(Object.keys(info)).toEqual(KEYS);
    const participant = (info['Participants'] as Record<string, unknown>[])[1];
    expect(Object.keys(participant ?? {}).join(' ')).toBe(
      'JID PhoneNumber LID IsAdmin IsSuperAdmin DisplayName Error AddRequest',
    );
    expect(participant?.['PhoneNumber']).toBe('');
  });

  test('S37 a hidden number is the digits of the LID, until a look-up has taught it (recorded: group-reads)', async () => {
    const choir = await startChoir({ world: choirWorld([HIDING]) });
    expect((await phonesIn(choir))[1]).toMatch(/^\d{15}$/);
    await choir.get('/user/check?phone=447700900002');
    expect((await phonesIn(choir))[1]).toBe('447700900002');
  });

  test('S37 it asks about everybody, and does not mind being refused that', async () => {
    const choir = await startChoir({ faults: [{ xmlns: 'usync', code: 429 }] });
    const answer = await choir.get(`/group/participants?group_id=${ALTOS}`);
    expect([answer.status, answer.queries]).toEqual([200, ['w:g2 get query', 'usync get usync']]);
  });

  test('a contact without any name is none; white space is a name that is passed over (recorded: contacts)', async () => {
    const contacts = [
      { pn: '447700900002' },
      { pn: '447700900003', full_name: '', push_name: '' },
      { pn: '447700900004', full_name: ' ', push_name: 'Ana' },
      { pn: '447700900010', push_name: 'Budi' },
      { pn: '447700900011', full_name: 'Citra', push_name: 'Budi' },
      { pn: '447700900012', push_name: ' ' },
    ];
    const choir = await startChoir({
      world: choirWorld([choirGroup()], { server: { devices: [{ pn: ME, contacts }] } }),
    });
    const { data } = resultsOf<{ data: { jid: string; name: string }[] }>(
      await choir.get('/user/my/contacts'),
    );
    expect(data.map(({ jid, name }) => `${jid.slice(0, 12)} ${name}`)).toEqual([
      '447700900004 Ana',
      '447700900010 Budi',
      '447700900011 Citra',
      '447700900012 ',
    ]);
  });

  test('S38 at most 500 groups, stubs and groups of numbers among them (recorded: group-reads)', async () => {
    const groups = Array.from({ length: 510 }, (_, at) =>
      choirGroup({
        id: `120363${String(at).padStart(12, '0')}`,
        stub: at === 3,
        addressing: at === 4 ? 'pn' : 'lid',
      }),
    );
    const choir = await startChoir({ world: choirWorld(groups) });
    const { data } = resultsOf<{ data: Record<string, unknown>[] }>(await choir.get('/user/my/groups'));
    expect(data.length).toBe(500);
    expect(data[3]).toMatchObject({
      Name: '',
      Participants: null,
      ParticipantCount: 4,
      GroupCreated: '0001-01-01T00:00:00Z',
    });
    expect(data[4]).toMatchObject({ AddressingMode: 'pn', OwnerJID: `${ME}@s.whatsapp.net` });
  });

  test.each(['Asia/Kolkata', 'America/St_Johns', 'UTC'])(
    'S39 times are UTC, wherever it runs: %s',
    async (zone) => {
      vi.stubEnv('TZ', zone);
      onTestFinished(() => void vi.unstubAllEnvs());
      const choir = await startChoir();
      const info = (await choir.get(`/group/info?group_id=${ALTOS}`)).json?.results;
      expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(
        { 'Asia/Kolkata': -330, 'America/St_Johns': 210 }[zone] ?? 0,
      );
      expect(info).toMatchObject({
        GroupCreated: '2025-01-01T00:00:00Z',
        TopicSetAt: '0001-01-01T00:00:00Z',
      });
    },
  );

  test('S40 join requests: null if none, LID digits, and codes when decided (recorded: join-requests)', async () => {
    const path = `/group/participant-requests?group_id=${ALTOS}`;
    const none = await startChoir();
    expect((await none.get(path)).json?.results).toBeNull();
    const requests = [{ pn: '447700900010', time: 1_767_225_600 }];
    const choir = await startChoir({ world: choirWorld([choirGroup({ approval: true, requests })]) });
    const [asking] = resultsOf<Record<string, string>[]>(await choir.get(path));
    expect(asking).toEqual({
      jid: `${asking?.['phone_number']}@lid`,
      phone_number: expect.stringMatching(/^\d{15}$/),
      requested_at: '2026-01-01T00:00:00Z',
    });
    const body = { group_id: ALTOS, participants: ['447700900010', '447700900011'] };
    const decided = await choir.post('/group/participant-requests/approve', body);
    expect(resultsOf<{ message: string }[]>(decided).map((one) => one.message)).toEqual([
      'Action approve success',
      'Action approve failed (code 404)',
    ]);
  });

  test('500 groups of 256 people: a list is joined from what was serialised before', async () => {
    const members = Array.from({ length: 255 }, (_, at) => ({ pn: `5520${String(900_000_000 + at)}` }));
    const groups = Array.from({ length: 500 }, (_, at) =>
      choirGroup({
        id: `120363${String(at).padStart(12, '0')}`,
        members: [{ pn: ME, role: 'superadmin' }, ...members],
      }),
    );
    const choir = await startChoir({ world: choirWorld(groups) });
    const first = await choir.get('/user/my/groups');
    expect(Buffer.byteLength(first.text)).toBeGreaterThan(20_000_000);
    const again = await fetch(`${choir.sandbox.url}/user/my/groups`);
    expect((await again.arrayBuffer()).byteLength).toBe(Buffer.byteLength(first.text));
    await choir.post('/group/name', { group_id: '120363000000000007@g.us', name: 'Invalidated' });
    expect((await choir.get('/user/my/groups')).text).toContain('"Name":"Invalidated"');
  });
});
