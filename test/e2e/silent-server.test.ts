import { afterEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage | undefined;

afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const ids = Array.from({ length: 6 }, (_, index) => `12036300000000000${index}`);

async function applyWith(faults: FaultRule[]) {
  const files = Object.fromEntries(
    ids.map((id) => [`${id}.yaml`, `id: ${id}@g.us\nname: Choir\nmembers: ["+44 7700 900002"]\n`]),
  );
  const owner = { owner: '447700900001', members: [{ pn: '447700900001', role: 'superadmin' }] };
  const world = {
    server: { devices: [{ pn: '447700900001' }] },
    people: [{ pn: '447700900002' }],
    groups: ids.map((id) => ({ id, subject: 'Altos', ...owner })),
  };
  stage = await openStage({
    files: { '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n', ...files },
    world: toWorldFile(world, 'six choirs'),
  });
  stage.sandbox.setFaults(faults);
  const run = await stage.run('apply', '--yes');
  return { ...run, writes: stage.writes().length };
}

const timeout = {
  status: 504,
  body: JSON.stringify({ code: 'GATEWAY_TIMEOUT', message: 'Request timed out waiting for WhatsApp' }),
};

test.each<[string, FaultRule[], writes: number, said: string]>([
  ['writes hang', [{ method: 'POST', path: '*', ...timeout }], 3, '3 not verified, 9 skipped'],
  ['writes are lost', [{ method: 'POST', path: '*', do: 'close' }], 3, '3 not verified, 9 skipped'],
  [
    'writes hang and are done all the same',
    [{ method: 'POST', path: '*', ...timeout, effect: true }],
    3,
    '3 of 12 verified, 9 skipped',
  ],
  // The first who joins does so on the list of all groups; what cannot be proved is not gone on with.
  ['reads hang', [{ method: 'GET', path: '/group/info', ...timeout }], 1, '1 not verified, 11 skipped'],
])('three in a row end the run, where %s', async (_, faults, writes, said) => {
  const run = await applyWith(faults);
  expect(run.writes).toBe(writes);
  expect(run.out).toContain(said);
  expect(run.out).toContain('GOWA answers no more, so the run stopped');
  expect(run.code).toBe(exitCodes.failed);
});

test('two do not', async () => {
  const run = await applyWith([{ method: 'POST', path: '*', times: 2, ...timeout }]);
  expect(run.out).toContain('10 of 12 verified, 2 not verified');
});
