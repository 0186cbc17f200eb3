import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { SeenRequest } from '../support/http-server.ts';
import type { Interference, Proxy } from '../support/proxy.ts';
import { startProxy } from '../support/proxy.ts';
import type { Run, Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const open: (Stage | Proxy)[] = [];

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

const id = '120363000000000001';
const day = 86_400_000;
const people = [10, 11, 12, 13, 14, 15].map((end) => `4477009000${end}`);
const [poison = ''] = people.slice(2);

type Action = 'add' | 'remove' | 'promote' | 'demote';

/** Six people to whom the same is to happen. */
function toSetup(action: Action): { readonly file: string[]; readonly members: object[] } {
  const all = `[${people.map((pn) => `"+${pn}"`).join(', ')}]`;
  const present = (role?: string) => people.map((pn) => ({ pn, ...(role && { role }) }));
  switch (action) {
    case 'add':
      return { file: [`members: ${all}`], members: [] };
    case 'remove':
      return {
        file: ['members: []', 'allow: { removals: 99, until: 2026-07-31, reason: test }'],
        members: present(),
      };
    case 'promote':
      return { file: [`members: ${all}`, `admins: ${all}`], members: present() };
    case 'demote':
      return {
        file: [`members: ${all}`, 'admins: ["+447700900099"]'],
        members: [...present('admin'), { pn: '447700900099', role: 'admin' }],
      };
  }
}

interface Scene {
  readonly stage: Stage;
  /** Bodies of the writes, as the last two digits of who was in each. */
  sent(): string[];
  apply(): Promise<Run>;
  wait(milliseconds: number): Promise<void>;
}

async function stageOf(action: Action, interfere: (request: SeenRequest) => Interference): Promise<Scene> {
  const { file, members } = toSetup(action);
  const clock = createTestClock();
  const limits =
    'limits: { removals: { run: 99 }, demotions: { group: 99, run: 99 }, promotions: { group: 99, run: 99 } }';
  const policy = ['account: "+44 7700 900001"', 'timezone: Europe/London', 'manage: exact', limits, ''];
  const env: Record<string, string> = {};
  const stage = await openStage({
    files: {
      '_policy.yaml': policy.join('\n'),
      'choir.yaml': [`id: ${id}@g.us`, ...file, ''].join('\n'),
    },
    world: toWorldFile(
      {
        server: { devices: [{ pn: '447700900001' }] },
        people: people.map((pn) => ({ pn })),
        groups: [
          {
            id,
            subject: 'Choir',
            owner: '447700900001',
            members: [{ pn: '447700900001', role: 'superadmin' }, ...members],
          },
        ],
      },
      'the choir',
    ),
    env,
    clock,
  });
  const bodies: string[] = [];
  const proxy = await startProxy(stage.sandbox.url, (request) => {
    if (request.method === 'POST') {
      const { participants } = JSON.parse(request.body) as { participants: string[] };
      bodies.push(participants.map((pn) => pn.slice(-2)).join(' '));
    }
    return interfere(request);
  });
  env['ROLLCALL_URL'] = proxy.url;
  open.push(stage, proxy);
  return {
    stage,
    sent: () => bodies.splice(0),
    apply: () => stage.run('apply', '--yes', '--state', stage.path('state'), '--new-journal'),
    wait: (milliseconds) => clock.sleep(milliseconds),
  };
}

const isWrite = ({ method, body }: SeenRequest) => method === 'POST' && body.includes(poison);

function refusal(code: number, text: string): Interference {
  const message = `info query returned status ${code}: ${text}`;
  return { status: 500, json: { code: 'INTERNAL_SERVER_ERROR', message } };
}

describe.each(['add', 'remove', 'promote', 'demote'] as const)('one person who spoils every %s', (action) => {
  test.each([
    ['bad-request', refusal(400, 'bad-request')],
    ['not-acceptable', refusal(406, 'not-acceptable')],
    ['forbidden', refusal(403, 'forbidden')],
    [
      'no clear answer',
      { status: 504, json: { code: 'GATEWAY_TIMEOUT', message: 'Request timed out' } } as const,
    ],
  ])('with %s keeps nobody else out', async (_, answer) => {
    const scene = await stageOf(action, (request) => (isWrite(request) ? answer : undefined));
    const { code, out } = await scene.apply();
    expect(out).toContain('5 of 6 verified');
    expect(code).toBe(exitCodes.failed);
    const alone = scene.sent().filter((body) => body.length === 2);
    expect(alone.filter((body) => body === '12')).toHaveLength(1);
    expect(new Set(alone).size).toBe(alone.length);
  });

  test('is remembered, and asked again when the rest is over', async () => {
    const scene = await stageOf(action, (request) =>
      isWrite(request) ? refusal(400, 'bad-request') : undefined,
    );
    await scene.apply();
    scene.sent();
    const again = await scene.apply();
    expect(scene.sent()).toEqual([]);
    expect(again.out).toContain('was refused on 2026-06-01');
    await scene.wait(day);
    await scene.apply();
    expect(scene.sent()).toEqual(['12']);
    await scene.wait(day);
    await scene.apply();
    expect(scene.sent()).toEqual([]);
  });
});

test('what is refused for all is not sent for each of many: two are asked alone', async () => {
  const scene = await stageOf('add', ({ method }) =>
    method === 'POST' ? refusal(403, 'forbidden') : undefined,
  );
  const { code } = await scene.apply();
  expect(scene.sent()).toEqual(['10 11 12 13 14', '10', '11']);
  expect(code).toBe(exitCodes.failed);
});

test('where everybody of a batch is refused alone as well, the rest of the group is not tried', async () => {
  const scene = await stageOf('add', ({ method }) =>
    method === 'POST' ? refusal(404, 'item-not-found') : undefined,
  );
  const { out } = await scene.apply();
  expect(scene.sent()).toEqual(['10 11 12 13 14', '10', '11', '12', '13', '14']);
  expect(out).toContain('5 failed, 1 skipped');
});

test('a limit in between ends it', async () => {
  let writes = 0;
  const scene = await stageOf('add', ({ method }) => {
    if (method !== 'POST') return undefined;
    writes += 1;
    return writes === 1 ? refusal(400, 'bad-request') : refusal(429, 'rate-overlimit');
  });
  const { code, out } = await scene.apply();
  expect(scene.sent()).toEqual(['10 11 12 13 14', '10']);
  expect(out).toContain('6 skipped');
  expect(code).toBe(exitCodes.incomplete);
});

test('each attempt is counted: nothing is sent that the day does not pay for', async () => {
  const scene = await stageOf('add', (request) =>
    isWrite(request) ? refusal(400, 'bad-request') : undefined,
  );
  const policy = ['account: "+44 7700 900001"', 'manage: exact', 'pace: { lookups: 8/day }', ''].join('\n');
  await scene.stage.write('groups/_policy.yaml', policy);
  const { stage } = scene;
  const argv = ['apply', '--yes', '--pace', '--new-journal', '--state', stage.path('state')];
  const { code } = await stage.run(...argv);
  expect(scene.sent().map((body) => body.split(' ').length)).toEqual([5, 1, 1, 1]);
  expect(code).toBe(exitCodes.failed);
});
