import { describe, expect, test } from 'vitest';
import { ALTOS, choirGroup, choirWorld, groupOf, ME, startChoir } from './choir.ts';
import type { GroupFile } from '../../src/sandbox/world-file.ts';

const paths = ['/group/join-approval', '/group/member-add-mode'];

describe('endpoints of forks (docs/gowa.md#16-endpoints-of-forks)', () => {
  test.each(paths)('%s: 404 on GOWA itself, 405 for a GET where it exists', async (path) => {
    const stock = await startChoir();
    expect((await stock.get(path)).status).toBe(404);
    expect((await stock.post(path, { group_id: ALTOS })).status).toBe(404);
    const fork = await startChoir({ fork: true });
    expect((await fork.get(path)).status).toBe(405);
    const world = await startChoir({
      world: choirWorld(undefined, { server: { devices: [{ pn: ME }], fork: true } }),
    });
    expect((await world.get(path)).status).toBe(405);
  });

  test('they set, and a missing value is off', async () => {
    const choir = await startChoir({ fork: true });
    const on = await choir.post('/group/join-approval', { group_id: ALTOS, enabled: true });
    expect([on.status, on.json, on.queries]).toEqual([
      200,
      { code: 'SUCCESS', message: 'Success set group join approval mode' },
      ['w:g2 set membership_approval_mode'],
    ]);
    const mode = await choir.post('/group/member-add-mode', { group_id: ALTOS, mode: 'admin_add' });
    expect([mode.status, mode.json, mode.queries]).toEqual([
      200,
      { code: 'SUCCESS', message: 'Success set group member add mode' },
      ['w:g2 set member_add_mode'],
    ]);
    const info = await choir.get(`/group/info?group_id=${ALTOS}`);
    expect(info.json?.results).toMatchObject({ IsJoinApprovalRequired: true, MemberAddMode: 'admin_add' });
    await choir.post('/group/join-approval', { group_id: ALTOS });
    expect(groupOf(choir.sandbox).approval).toBeUndefined();
  });

  test.each<[string, object, number, string]>([
    ['no group', { mode: 'admin_add' }, 400, 'group_id: cannot be blank.'],
    ['no mode', { group_id: ALTOS }, 400, 'mode: cannot be blank.'],
    ['another mode', { group_id: ALTOS, mode: 'all' }, 400, 'mode: must be a valid value.'],
  ])('%s is no request', async (_what, body, status, message) => {
    const choir = await startChoir({ fork: true });
    const answer = await choir.post('/group/member-add-mode', body);
    expect([answer.status, answer.json?.message, answer.queries]).toEqual([status, message, []]);
  });

  test.each<[string, Partial<GroupFile>, string]>([
    ['a community', { parent: true }, 'info query returned status 400: bad-request'],
    ['its announcement group', { default_sub: true }, 'info query returned status 400: bad-request'],
    [
      'a group of others',
      { owner: '447700900003', members: [{ pn: ME }, { pn: '447700900003', role: 'superadmin' }] },
      'info query returned status 403: forbidden',
    ],
  ])('who may add to %s stays as it is', async (_what, more, message) => {
    const choir = await startChoir({ fork: true, world: choirWorld([choirGroup(more)]) });
    const answer = await choir.post('/group/member-add-mode', { group_id: ALTOS, mode: 'admin_add' });
    expect([answer.status, answer.json?.message]).toEqual([500, message]);
    expect(groupOf(choir.sandbox).member_add_mode).toBeUndefined();
  });
});
