import { afterEach, expect, test } from 'vitest';
import { mappedPerDay } from '../../src/planning/pace/pace-budget.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const day = 86_400_000;
const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
  'altos.yaml': 'id: 120363000000000001@g.us\nmembers: ["+44 7700 900002"]\n',
  'basses.yaml': 'id: 120363000000000002@g.us\nmembers: ["+44 7700 900002"]\n',
};

/** A group of three, one of whom hides their number. */
function toGroup(number: number, hidden: string) {
  const self = { pn: '447700900001', role: 'superadmin' as const };
  const members = [self, { pn: '447700900002' }, { pn: hidden, hidden: true }];
  return { id: `12036300000000000${number}`, subject: 'Choir', owner: self.pn, members };
}

/** A memory that began two days ago; `asked`: for how many groups WhatsApp was asked about everybody by a command. */
async function open() {
  const clock = createTestClock();
  const groups = [toGroup(1, '447700900008'), toGroup(2, '447700900009')];
  const world = { server: { devices: [{ pn: '447700900001' }] }, people: [], groups };
  const stage = await openStage({ files, world, clock, isUnmarked: true });
  stages.push(stage);
  const run = (...argv: string[]) => stage.run(...argv, '--state', stage.path('.rollcall'));
  const asked = async (...argv: string[]) => {
    const before = stage.sandbox.requests().length;
    await run(...argv);
    const requests = stage.sandbox.requests().slice(before);
    return requests.filter(({ path }) => path.startsWith('/group/participants?')).length;
  };
  return { ...stage, clock, run, asked };
}

test('WhatsApp is asked about everybody in a group once a week, counted by plan and apply alike', async () => {
  const stage = await open();
  expect(await stage.asked('apply', '--new-journal'), 'what the first day has cost nobody knows').toBe(0);
  await stage.clock.sleep(2 * day);
  const left = async () => /(\d+) left of \d+ people/.exec((await stage.run('status')).out)?.[1];
  expect(await left()).toBe(String(mappedPerDay));
  expect(await stage.asked('plan')).toBe(2);
  expect(await left()).toBe(String(mappedPerDay - 6));
  expect(await stage.asked('plan')).toBe(0);
  expect(await stage.asked('apply', '--yes')).toBe(0);
  await stage.clock.sleep(8 * day);
  expect(await left()).toBe(String(mappedPerDay));
  expect(await stage.asked('apply', '--yes'), 'however often one run reads a group').toBe(2);
  expect(await stage.asked('plan')).toBe(0);
});

test('without a memory a run still asks once for each group', async () => {
  const stage = await openStage({
    files,
    world: {
      server: { devices: [{ pn: '447700900001' }] },
      people: [],
      groups: [toGroup(1, '447700900008')],
    },
  });
  stages.push(stage);
  await stage.run('apply', '--yes', '--target', 'altos.yaml');
  expect(stage.sandbox.requests().filter(({ path }) => path.startsWith('/group/participants?'))).toHaveLength(
    1,
  );
});
