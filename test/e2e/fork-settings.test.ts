import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import type { WorldFile } from '../../src/sandbox/world-file.ts';
import { startLyingProxy } from '../support/lying-proxy.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const opened: Stage[] = [];
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.close();
});

const group = (text: string) => `id: 120363000000000001@g.us\nname: Altos\n${text}\n`;
const wanted = group('may-add: admins\njoin-approval: true');
const policy = 'account: "+44 7700 900001"\nmanage: exact\n';

interface Circumstances {
  readonly fork?: boolean;
  readonly faults?: FaultRule[];
  readonly altos?: Partial<WorldFile['groups'][number]>;
}

/** Altos, into which any member may add people, and whoever has the link may come. */
async function open(text: string, { fork = false, faults = [], altos = {} }: Circumstances = {}) {
  const world = {
    server: { devices: [{ pn: '447700900001' }], fork },
    people: [],
    groups: [
      {
        id: '120363000000000001',
        subject: 'Altos',
        owner: '447700900001',
        members: [{ pn: '447700900001', role: 'superadmin' as const }],
        ...altos,
      },
    ],
    faults,
  };
  const stage = await openStage({
    files: { '_policy.yaml': policy, 'altos.yaml': text },
    world,
    terminal: { width: 300 },
  });
  opened.push(stage);
  return stage;
}

const probes = ({ sandbox }: Stage) =>
  sandbox
    .requests()
    .filter(({ path }) => path.includes('member-add-mode') || path.includes('join-approval'))
    .map(({ method, path }) => `${method} ${path}`);

const asked = ['GET /group/member-add-mode', 'GET /group/join-approval'];

describe('where GOWA cannot set them', () => {
  test('a plan says what to do on a phone, and nothing is due', async () => {
    const stage = await open(wanted);
    const { code, out } = await stage.run('plan', '--detailed-exitcode');
    expect(code).toBe(exitCodes.ok);
    expect(out).toMatch(/! may-add .*Group permissions.*“Add other members” off/);
    expect(out).toMatch(/! join-approval .*“Approve new members” on/);
    expect(probes(stage)).toEqual(asked);
  });

  test('apply sends nothing, and ends as one that has nothing to do', async () => {
    const stage = await open(wanted);
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(stage.writes()).toEqual([]);
  });

  test.each([
    ['nothing differs', group('may-add: everyone\njoin-approval: false')],
    ['the file says nothing of them', group('locked: true')],
    ['only the community differs', group('community: 120363040000000001@g.us')],
  ])('the server is not asked where %s', async (_, text) => {
    const stage = await open(text);
    await stage.run('plan');
    expect(probes(stage)).toEqual([]);
  });
});

describe('where a fork can', () => {
  test('they are changes like others: planned, carried out, proved by reading again', async () => {
    const stage = await open(wanted, { fork: true });
    const plan = await stage.run('plan', '--detailed-exitcode');
    expect(plan.code).toBe(exitCodes.changes);
    expect(plan.out).toContain('everyone → admins');
    const { code, out } = await stage.run('apply', '--yes');
    expect([code, out]).toEqual([exitCodes.ok, expect.stringContaining('2 of 2 verified')]);
    expect(stage.writes()).toEqual(['POST /group/member-add-mode', 'POST /group/join-approval']);
    const [altos] = stage.sandbox.world().groups;
    expect(altos).toMatchObject({ member_add_mode: 'admin_add', approval: true });
    expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
  });

  test('and back, every field written out', async () => {
    const stage = await open(group('may-add: everyone\njoin-approval: false'), {
      fork: true,
      altos: { member_add_mode: 'admin_add', approval: true },
    });
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    const [altos] = stage.sandbox.world().groups;
    expect([altos?.member_add_mode, altos?.approval]).toEqual([undefined, undefined]);
  });

  test('one that says success and does nothing is not believed', async () => {
    const body = JSON.stringify({ code: 'SUCCESS', message: 'Success set group member add mode' });
    const stage = await open(group('may-add: admins'), {
      fork: true,
      faults: [{ method: 'POST', path: '/group/member-add-mode', status: 200, body }],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/may-add .*not verified|not verified.*may-add/);
  });

  test.each([
    ['that the path is not there after all', { status: 404, body: 'Not Found' }],
    ['that this is no method for it', { status: 405, body: 'Method Not Allowed' }],
    ['what a proxy says', { status: 405, body: '<html>no</html>' }],
  ])('a request that is answered with %s fails, and the others go on', async (_, answer) => {
    const stage = await open(wanted, {
      fork: true,
      faults: [{ method: 'POST', path: '/group/member-add-mode', ...answer }],
    });
    const { code } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.failed);
    expect(stage.sandbox.world().groups[0]).toMatchObject({ approval: true });
  });

  test('one that WhatsApp refuses fails', async () => {
    const stage = await open(group('may-add: admins'), {
      fork: true,
      faults: [{ tag: 'member_add_mode', code: 403 }],
    });
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.failed);
  });

  test.each([
    ['no admin', { owner: '447700900002', members: [{ pn: '447700900001' }, { pn: '447700900002' }] }],
    ['a community', { parent: true }],
    ['its announcements', { default_sub: true }],
  ])('nothing is asked or sent where it is %s', async (_, altos) => {
    const stage = await open(wanted, { fork: true, altos });
    const { out } = await stage.run('apply', '--yes');
    expect(out).toContain('may-add');
    expect([probes(stage), stage.writes()]).toEqual([[], []]);
  });

  test('the community takes a phone there too', async () => {
    const stage = await open(group('community: 120363040000000001@g.us'), { fork: true });
    const { out } = await stage.run('plan');
    expect(out).toMatch(/! community .*on a phone/);
  });
});

test('what was planned on a fork waits where its GOWA is none any more, and nobody says it was done', async () => {
  const fork = await open(group('may-add: admins'), { fork: true });
  const stock = await open(group('may-add: admins'));
  const file = fork.path('plan.json');
  await fork.run('plan', '--out', file);
  const { code, out } = await stock.run('apply', file);
  expect(code).toBe(exitCodes.incomplete);
  expect(out).toContain('on a phone');
  expect(stock.writes()).toEqual([]);
});

test.each([
  ['', 'may-add'],
  [undefined, 'may-add'],
  ['somebody_add', 'may-add'],
])('where WhatsApp calls it %j, nobody knows whether %s differs', async (mode, setting) => {
  const stage = await open(group('may-add: admins'), { fork: true, altos: { member_add_mode: 'admin_add' } });
  const proxy = await startLyingProxy(stage.sandbox.url);
  proxy.tell((told) => Object.assign(told, { MemberAddMode: mode }));
  const { code, out } = await stage.run('apply', '--yes', '--url', proxy.url);
  await proxy.close();
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(new RegExp(`! ${setting} .*WhatsApp does not say`));
  expect([probes(stage), stage.writes()]).toEqual([[], []]);
});

test.each([
  [405, 'Method Not Allowed'],
  [404, 'Not Found'],
])('a server that answers everything with %i is no GOWA, and nothing is sent to it', async (status, body) => {
  const stage = await open(wanted, { fork: true, faults: [{ path: '*', status, body }] });
  for (const command of [['plan'], ['apply', '--yes'], ['status']]) {
    const { code } = await stage.run(...command);
    expect(code).toBe(exitCodes.failed);
  }
  expect(stage.writes()).toEqual([]);
});

test('a reading without two of the three says so, and the third is compared', async () => {
  const stage = await open(group('may-add: admins\njoin-approval: false\ncommunity: none'), { fork: true });
  const proxy = await startLyingProxy(stage.sandbox.url);
  proxy.tell((told) =>
    Object.assign(told, { MemberAddMode: 7, IsJoinApprovalRequired: 'yes', LinkedParentJID: null }),
  );
  const { code, out } = await stage.run('plan', '--detailed-exitcode', '--url', proxy.url);
  await proxy.close();
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('WhatsApp does not say');
});
