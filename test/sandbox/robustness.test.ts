import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSkippingClock } from '../../src/sandbox/clock.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { ALTOS, choirGroup, choirWorld, ME } from './choir.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';

const POSTS = [
  '/group',
  '/group/join-with-link',
  '/group/leave',
  '/group/photo',
  '/group/name',
  '/group/topic',
  '/group/locked',
  '/group/announce',
  '/group/participants',
  '/group/participants/remove',
  '/group/participants/promote',
  '/group/participants/demote',
  '/group/participant-requests/approve',
  '/group/participant-requests/reject',
];
const GETS = [
  '/app/status',
  '/app/devices',
  '/app/info',
  '/devices',
  '/user/my/groups',
  '/user/my/contacts',
  '/user/check',
  '/user/info',
  '/user/avatar',
  '/group/info',
  '/group/participants',
  '/group/participants/export',
  '/group/participant-requests',
  '/group/invite-link',
  '/group/info-from-link',
  '/nowhere',
];

const text = fc.oneof(
  fc.constantFrom(
    '',
    ALTOS,
    '447700900010',
    '447700900050',
    '+447700900010',
    'a.b.c@g.us',
    '1:2:3@lid',
    '@',
    'true',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.boolean(), fc.integer(), fc.constant(null));
const body = fc.dictionary(
  fc.constantFrom(
    'group_id',
    'participants',
    'title',
    'name',
    'topic',
    'locked',
    'announce',
    'link',
    'timer_seconds',
  ),
  value,
);
const query = fc.dictionary(
  fc.constantFrom('group_id', 'phone', 'link', 'reset', 'is_community', 'is_preview'),
  text,
);

const request = fc.oneof(
  fc.record({ method: fc.constant('POST'), path: fc.constantFrom(...POSTS), body: fc.json() }),
  fc.record({
    method: fc.constant('POST'),
    path: fc.constantFrom(...POSTS),
    body: body.map((one) => JSON.stringify(one)),
  }),
  fc.record({
    method: fc.constant('POST'),
    path: text.map((chat) => `/chat/${encodeURIComponent(chat)}/disappearing`),
    body: body.map((one) => JSON.stringify(one)),
  }),
  fc.record({
    method: fc.constant('GET'),
    path: fc
      .tuple(fc.constantFrom(...GETS), query)
      .map(([path, one]) => `${path}?${new URLSearchParams(one).toString()}`),
  }),
);

const fault: fc.Arbitrary<FaultRule> = fc.record(
  {
    xmlns: fc.constantFrom('w:g2', 'usync', 'w:profile:picture'),
    code: fc.constantFrom(400, 401, 403, 404, 406, 429, 500),
    do: fc.constantFrom('disconnect' as const, 'hang' as const),
    effect: fc.boolean(),
    after: fc.nat(2),
    times: fc.nat(2),
  },
  { requiredKeys: [] },
);

/** Returns what is unlike GOWA in an answer: no envelope, or a mistake of the sandbox itself. */
async function findOddity(
  sandbox: Sandbox,
  one: { method: string; path: string; body?: string },
): Promise<string | undefined> {
  const headers = one.body === undefined ? {} : { 'Content-Type': 'application/json' };
  const init = { method: one.method, headers, ...(one.body && { body: one.body }) };
  const response = await fetch(`${sandbox.url}${one.path}`, init);
  const answer = await response.text();
  if (answer.includes('SANDBOX_BUG')) return answer;
  if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) return undefined;
  const { code, message } = JSON.parse(answer) as { code: unknown; message: unknown };
  const isEnvelope = typeof code === 'string' && typeof message === 'string';
  return isEnvelope && (code === 'SUCCESS') === (response.status === 200) ? undefined : answer;
}

test('whatever is asked, in whatever trouble, it answers as a GOWA could', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 1, maxLength: 8 }),
      fc.array(fault, { maxLength: 2 }),
      async (requests, faults) => {
        const clock = createSkippingClock();
        const groups = [choirGroup({ invite: 'INVITE', requests: [{ pn: '447700900010' }] })];
        const sandbox = await startSandbox({ world: choirWorld(groups), clock, faults });
        try {
          for (const one of requests) expect(await findOddity(sandbox, one)).toBeUndefined();
          const group = sandbox.world().groups[0];
          expect(new Set(group?.members.map((member) => member.pn)).size).toBe(group?.members.length);
          expect(sandbox.world().server.devices[0]?.pn).toBe(ME);
        } finally {
          await sandbox.close();
        }
      },
    ),
    { numRuns: 150 },
  );
});
