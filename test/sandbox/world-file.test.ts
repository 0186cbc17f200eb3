import { describe, expect, test } from 'vitest';
import { parseWorld, WorldError } from '../../src/sandbox/world-file.ts';
import { ALTOS, choirWorld, ME, startChoir } from './choir.ts';
import type { WorldFile } from '../../src/sandbox/world-file.ts';

const YAML = `
server:
  devices:
    - { pn: "447700900001", contacts: [{ pn: "447700900002", full_name: Ana }] }
  basicAuth: admin:secret
  basePath: /gowa
people:
  - { pn: "447700900051", privacy: invite, recently_left: ["120363000000000001"] }
groups:
  - id: "120363000000000001"
    subject: Altos
    desc: Thursdays
    created: 2025-06-01T10:00:00Z
    owner: "447700900001"
    members:
      - { pn: "447700900001", role: superadmin }
      - { pn: "447700900002", hidden: true }
faults: [{ path: /group/*, status: 502, times: 1 }, { xmlns: usync, code: 429 }]
behaviour: { not_admin: 401 }
`;

function findComplaint(text: string): string {
  try {
    parseWorld(text, 'world.yaml');
  } catch (error) {
    if (error instanceof WorldError) return error.message;
    throw error;
  }
  return 'none';
}

async function createWithSeed(seed: number): Promise<string> {
  const choir = await startChoir({ seed });
  return (await choir.post('/group', { title: 'New', participants: ['447700900010'] })).text;
}

describe('a world in a file', () => {
  test('is YAML, and comes to life as it says', async () => {
    const choir = await startChoir({ world: parseWorld(YAML, 'world.yaml') });
    expect(choir.sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/gowa$/);
    const Authorization = `Basic ${Buffer.from('admin:secret').toString('base64')}`;
    expect((await choir.get(`/group/info?group_id=${ALTOS}`, { Authorization })).status).toBe(502);
    const info = (await choir.get(`/group/info?group_id=${ALTOS}`, { Authorization })).json?.results;
    expect(info).toMatchObject({
      Topic: 'Thursdays',
      TopicSetAt: '2025-06-01T10:01:00Z',
      ParticipantCount: 2,
    });
  });

  test('may be a recording as it is: its steps are skipped', () => {
    const { server, people, groups } = choirWorld();
    const recording = JSON.stringify({ name: 'x', about: 'y', server, world: { people, groups }, steps: [] });
    expect(parseWorld(recording, 'x.json')).toMatchObject({ server, people, groups });
  });

  test('is printed in a form that loads into the same world', async () => {
    const choir = await startChoir({ world: parseWorld(YAML, 'world.yaml'), basicAuth: null, basePath: '' });
    const printed = await choir.get('/__sandbox/world');
    expect(printed.headers.get('content-type')).toContain('yaml');
    const again = await startChoir({ world: parseWorld(printed.text, 'printed.yaml') });
    expect(again.sandbox.world()).toEqual(choir.sandbox.world());
    expect((await choir.get('/__sandbox/world?format=json')).json).toMatchObject({
      groups: [{ subject: 'Altos' }],
    });
  });

  test.each<[string, string, RegExp]>([
    [
      'an unknown key',
      YAML.replace('hidden', 'hiden'),
      /groups\[0\]\.members\[1\]: Unrecognized key: "hiden"/,
    ],
    [
      'an unquoted number',
      YAML.replace('owner: "447700900001"', 'owner: 447700900001'),
      /groups\[0\]\.owner/,
    ],
    ['an unknown privacy', YAML.replace('privacy: invite', 'privacy: shy'), /people\[0\]\.privacy/],
    ['an unknown fault', YAML.replace('status: 502', 'do: explode'), /faults\[0\]\.do/],
    ['no YAML', 'server: [', /^world\.yaml: /],
    ['no devices', 'groups: []', /server/],
    [
      'somebody twice',
      YAML.replace('"447700900002", hidden', '"447700900001", hidden'),
      /447700900001 stands there twice/,
    ],
  ])('%s is an error that names the place', (_what, text, complaint) => {
    expect(findComplaint(text)).toMatch(complaint);
  });

  test('people whom only a group names are people all the same, with a LID of their own', async () => {
    const world: WorldFile = { ...choirWorld(), people: [] };
    const choir = await startChoir({ world });
    expect((await choir.get('/user/check?phone=447700900004')).json?.results).toEqual({
      is_on_whatsapp: true,
    });
    const lids = choir.sandbox.world().people.map((person) => person.lid);
    expect(new Set(lids).size).toBe(4);
    expect(lids.every((lid) => /^\d{15}$/.test(lid ?? ''))).toBe(true);
  });

  test('the same seed makes up the same ids', async () => {
    expect(await createWithSeed(7)).toBe(await createWithSeed(7));
    expect(await createWithSeed(7)).not.toBe(await createWithSeed(8));
  });
});

describe('the control surface', () => {
  test('logs method, path, parsed body, status and the queries made', async () => {
    const choir = await startChoir();
    await choir.post('/group/name', { group_id: ALTOS, name: 'Logged' });
    const logged = {
      method: 'POST',
      path: '/group/name',
      body: { group_id: ALTOS, name: 'Logged' },
      status: 200,
      queries: ['w:g2 set subject'],
    };
    expect(choir.sandbox.requests()).toEqual([logged]);
    const response = await fetch(`${choir.sandbox.url}/__sandbox/requests`);
    expect(await response.json()).toEqual([logged]);
  });

  test('takes faults at run time, as JSON or YAML, and refuses what are none', async () => {
    const choir = await startChoir();
    const put = (body: string): Promise<Response> =>
      fetch(`${choir.sandbox.url}/__sandbox/faults`, { method: 'PUT', body });
    expect((await put('[{"xmlns": "w:g2", "code": 429}]')).status).toBe(200);
    expect((await choir.get('/user/my/groups')).json?.message).toMatch(/429/);
    expect((await put('faults: []')).status).toBe(200);
    expect((await choir.get('/user/my/groups')).status).toBe(200);
    const refused = await put('[{"xmlns": "w:g2", "kode": 429}]');
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('kode')]);
  });

  test('needs no credentials and no base path, and names what it has', async () => {
    const choir = await startChoir({ basicAuth: 'admin:secret', basePath: '/gowa' });
    const root = choir.sandbox.url.replace('/gowa', '');
    expect((await fetch(`${root}/__sandbox/world`)).status).toBe(200);
    const other = await fetch(`${root}/__sandbox/other`);
    expect([other.status, await other.text()]).toEqual([404, expect.stringContaining('PUT faults')]);
  });

  test('refuses a session of nobody', async () => {
    const choir = await startChoir();
    expect(() => choir.sandbox.setSession('447700900099', 'ok')).toThrow('447700900099');
    choir.sandbox.setSession(ME, 'ok');
    expect((await choir.get('/user/my/groups')).status).toBe(200);
  });
});
