import { describe, expect, test } from 'vitest';
import { ALTOS, choirGroup, choirWorld, groupOf, ME, membersOf, resultsOf, startChoir } from './choir.ts';
import type { Choir, ChoirAnswer } from './choir.ts';

type Action = 'add' | 'remove' | 'promote' | 'demote';

function change(choir: Choir, action: Action, people: string[], groupId = ALTOS): Promise<ChoirAnswer> {
  const path = action === 'add' ? '/group/participants' : `/group/participants/${action}`;
  return choir.post(path, { group_id: groupId, participants: people });
}

function statuses(answer: ChoirAnswer): string[] {
  return resultsOf<{ status: string }[]>(answer).map((one) => one.status);
}

function roleOf(choir: Choir, pn: string): string | undefined {
  const member = groupOf(choir.sandbox).members.find((one) => one.pn === pn);
  return member && (member.role ?? 'member');
}

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): participants', () => {
  test.each([
    '447700900050',
    '447700900099',
    '447700900010@s.whatsapp.net',
    '326233632189313@lid',
    '44 7700',
  ])('S16 %s spoils the batch and nothing is applied (recorded: participants)', async (bad) => {
    const choir = await startChoir();
    const answer = await change(choir, 'add', ['447700900010', bad]);
    expect([answer.status, answer.json]).toEqual([
      400,
      { code: 'INVALID_JID', message: 'user is not registered' },
    ]);
    expect(answer.queries).toEqual(['usync get usync', 'usync get usync']);
    expect(membersOf(choir.sandbox)).not.toContain('447700900010');
  });

  test('S16 a look-up that is never answered counts as not registered after 10 s (recorded: hangs)', async () => {
    const choir = await startChoir({ faults: [{ xmlns: 'usync', do: 'hang' }] });
    const before = choir.clock.now();
    expect((await change(choir, 'add', ['447700900010'])).json?.message).toBe('user is not registered');
    expect(choir.clock.now() - before).toBe(10_000);
  });

  test('S17 a plus sign passes the check and spoils the query (recorded: participants)', async () => {
    const choir = await startChoir();
    const answer = await change(choir, 'add', ['447700900010', '+447700900011']);
    expect([answer.status, answer.json?.message]).toEqual([
      500,
      'info query returned status 400: bad-request',
    ]);
    expect(membersOf(choir.sandbox)).not.toContain('447700900010');
  });

  test('S18 only a private invitation is an error, silence for the rest (recorded: participants, limits)', async () => {
    const choir = await startChoir({ world: choirWorld([choirGroup({ capacity: 5 })]) });
    const people = [
      '447700900010',
      '447700900002',
      '447700900051',
      '447700900053',
      '447700900052',
      '447700900011',
    ];
    const answer = await change(choir, 'add', people);
    expect(statuses(answer)).toEqual(['success', 'success', 'error', 'success', 'success', 'success']);
    const failed = resultsOf<{ message: string }[]>(answer)[2];
    expect(failed?.message).toBe('Failed to add participant');
    expect(membersOf(choir.sandbox)).toEqual([
      ME,
      '447700900002',
      '447700900003',
      '447700900004',
      '447700900010',
    ]);
  });

  test('S19 removing: a member leaves, the owner and strangers "succeed" and nothing happens (recorded: participants)', async () => {
    const world = choirWorld([
      choirGroup({
        owner: '447700900002',
        members: [
          { pn: '447700900002', role: 'superadmin' },
          { pn: ME, role: 'admin' },
          { pn: '447700900004' },
        ],
      }),
    ]);
    const choir = await startChoir({ world });
    const answer = await change(choir, 'remove', ['447700900004', '447700900010', '447700900002']);
    expect(statuses(answer)).toEqual(['success', 'success', 'success']);
    expect(membersOf(choir.sandbox)).toEqual([ME, '447700900002']);
  });

  test('S20 promoting: a stranger "succeeds", an admin stays one (recorded: participants)', async () => {
    const choir = await startChoir();
    const answer = await change(choir, 'promote', ['447700900002', '447700900003', '447700900010']);
    expect(statuses(answer)).toEqual(['success', 'success', 'success']);
    expect([roleOf(choir, '447700900002'), roleOf(choir, '447700900003')]).toEqual(['admin', 'admin']);
    expect(membersOf(choir.sandbox)).not.toContain('447700900010');
  });

  test('S21 demoting: the owner stays superadmin (recorded: participants)', async () => {
    const choir = await startChoir();
    const answer = await change(choir, 'demote', ['447700900003', ME, '447700900002', '447700900010']);
    expect(statuses(answer)).toEqual(['success', 'success', 'success', 'success']);
    expect([roleOf(choir, '447700900003'), roleOf(choir, ME)]).toEqual(['member', 'superadmin']);
  });

  test('S22 results name the LID, or the number in a group of numbers (recorded: participants)', async () => {
    const old = choirGroup({ id: '120363000000000004', addressing: 'pn' });
    const choir = await startChoir({ world: choirWorld([choirGroup(), old]) });
    const named = async (groupId: string): Promise<string | undefined> =>
      resultsOf<{ participant: string }[]>(await change(choir, 'add', ['447700900010'], groupId))[0]
        ?.participant;
    expect(await named(ALTOS)).toMatch(/^\d{15}@lid$/);
    expect(await named('120363000000000004@g.us')).toBe('447700900010@s.whatsapp.net');
  });

  test('S23 not an admin 403 (or 401), not in the group 403, no such group 404 (recorded: participants)', async () => {
    const plain = choirGroup({
      members: [{ pn: '447700900002', role: 'superadmin' }, { pn: ME }],
      owner: '447700900002',
    });
    const foreign = { ...plain, id: '120363000000000005', members: plain.members.slice(0, 1) };
    const codes = async (notAdmin: 401 | 403): Promise<(string | undefined)[]> => {
      const world = choirWorld([plain, foreign], { behaviour: { not_admin: notAdmin } });
      const choir = await startChoir({ world });
      const ids = [ALTOS, '120363000000000005@g.us', '120363999999999999@g.us'];
      const answers = [];
      for (const id of ids) answers.push(await change(choir, 'promote', ['447700900002'], id));
      return answers.map((answer) => answer.json?.message.replace('info query returned status ', ''));
    };
    expect(await codes(403)).toEqual(['403: forbidden', '403: forbidden', '404: item-not-found']);
    expect(await codes(401)).toEqual(['401: not-authorized', '403: forbidden', '404: item-not-found']);
  });

  test('S24 removing oneself is a switch; leaving always works', async () => {
    const members = [
      { pn: '447700900002', role: 'superadmin' as const },
      { pn: ME, role: 'admin' as const },
    ];
    const groups = [choirGroup({ owner: '447700900002', members })];
    const refusing = await startChoir({ world: choirWorld(groups) });
    expect(statuses(await change(refusing, 'remove', [ME]))).toEqual(['success']);
    expect(membersOf(refusing.sandbox)).toContain(ME);
    const letting = await startChoir({ world: choirWorld(groups, { behaviour: { self_remove: 'leaves' } }) });
    await change(letting, 'remove', [ME]);
    expect(membersOf(letting.sandbox)).not.toContain(ME);
    await refusing.post('/group/leave', { group_id: ALTOS });
    expect(membersOf(refusing.sandbox)).not.toContain(ME);
  });

  test('S25 after leaving: not participating, gone from the list, somebody else is admin (recorded: create-join-leave)', async () => {
    const members = [{ pn: ME, role: 'superadmin' as const }, { pn: '447700900002' }, { pn: '447700900004' }];
    const choir = await startChoir({ world: choirWorld([choirGroup({ members })]) });
    await choir.post('/group/leave', { group_id: ALTOS });
    const read = await choir.get(`/group/info?group_id=${ALTOS}`);
    expect([read.status, read.json?.message]).toEqual([500, "you're not participating in that group"]);
    expect((await choir.get('/user/my/groups')).json?.results).toEqual({ data: null });
    expect(groupOf(choir.sandbox).members[0]).toEqual({ pn: '447700900002', role: 'admin' });
  });

  test('S26 adding somebody private may log the account out; by switch or after the n-th add', async () => {
    const choir = await startChoir({
      world: choirWorld(undefined, { behaviour: { logout_on_privacy_add: true } }),
    });
    expect(statuses(await change(choir, 'add', ['447700900051']))).toEqual(['error']);
    expect((await choir.get('/user/my/groups')).json?.code).toBe('INVALID_WA_CLI');
  });

  test('S26 logged out after the n-th add is a rule', async () => {
    const choir = await startChoir({ faults: [{ tag: 'add', after: 1, do: 'logout', effect: true }] });
    expect(statuses(await change(choir, 'add', ['447700900010']))).toEqual(['success']);
    expect(statuses(await change(choir, 'add', ['447700900011']))).toEqual(['success']);
    expect((await change(choir, 'add', ['447700900012'])).json?.code).toBe('INVALID_WA_CLI');
    expect(membersOf(choir.sandbox)).toContain('447700900011');
  });
});
