import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createPacer } from '../../../src/apply/pace.ts';
import type { Reservation } from '../../../src/planning/pace/reservation.ts';
import { lookupsPerChange, toReservation } from '../../../src/planning/pace/reservation.ts';
import { apply } from '../../../src/commands/apply.ts';
import { usualPace } from '../../../src/domain/defaults.ts';
import { noPast } from '../../../src/domain/past.ts';
import type { GroupPlan, Plan } from '../../../src/domain/plan/plan.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import { toMostLookups } from '../../../src/planning/pace/pace-budget.ts';
import { toWorldFile } from '../../../src/sandbox/world-file.ts';
import type { Stage } from '../../support/stage.ts';
import { createTestClock, createTestIo, openStage } from '../../support/stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

/** A plan of these changes, of which the reservation looks at nothing but who does what. */
function toPlan(actions: readonly string[], more: object = {}): Plan {
  const changes = actions.map((action) => ({ action, group: '1', person: { key: '1', phone: '1' } }));
  const group = { changes, reading: { kind: 'read' }, refusals: [], ...more };
  return { groups: [group as unknown as GroupPlan], refusals: [] } as unknown as Plan;
}

describe('what an apply reserves', () => {
  test('is each add once, and for each person as many look-ups as the rule says', () => {
    const plan = toPlan(['add', 'add', 'remove', 'set']);
    expect(toReservation(plan, 0)).toEqual({ adds: 2, lookups: 3 * lookupsPerChange });
    expect(toReservation(plan, 20)).toEqual({ adds: 2, lookups: 3 * lookupsPerChange + toMostLookups(20) });
    expect(toReservation(plan, -3)).toEqual({ adds: 2, lookups: 3 * lookupsPerChange });
  });

  test('is nothing where nothing is due, and all where a group could not be read', () => {
    expect(toReservation(toPlan([]), 20)).toBeUndefined();
    const refused = { refusals: [{ limit: 'adds', scope: 'group', count: 1, allowed: 0 }] };
    expect(toReservation(toPlan(['add'], refused), 20)).toBeUndefined();
    const { groups, ...rest } = toPlan(['add']);
    const unread = { changes: [], refusals: [], reading: { kind: 'unreadable', reason: 'failed', text: '' } };
    const plan = { ...rest, groups: [...groups, unread as unknown as GroupPlan] };
    expect(toReservation(plan, 20)).toEqual({ adds: 'all', lookups: 'all' });
  });
});

test('a run has no more look-ups than it reserved, whatever the day has left', () => {
  const clock = createTestClock();
  const pause = { min: 0, max: 0 };
  const pace = { ...usualPace, pause, afterAdd: pause, reads: pause };
  const pacer = createPacer({ pace, past: noPast, clock, random: () => 0, most: 3 });
  expect(pacer.left()).toEqual({ adds: 40, lookups: 3 });
  pacer.spend({ adds: 1, lookups: 2 });
  expect(pacer.left()).toEqual({ adds: 39, lookups: 1 });
  pacer.spend({ adds: 0, lookups: 2 });
  expect(pacer.left().lookups).toBeLessThanOrEqual(0);
});

const own = '447700900001';
const id = '120363000000000001';
const pn = (index: number) => `4477009000${String(index).padStart(2, '0')}`;

/** Nine people are to be added; those of the list are on WhatsApp. */
async function run(registered: readonly number[]) {
  const listed = Array.from({ length: 9 }, (_, index) => index + 10);
  const group = { id, subject: 'Choir', owner: own, members: [{ pn: own, role: 'superadmin' }] };
  const world = toWorldFile(
    {
      server: { devices: [{ pn: own }] },
      people: registered.map((index) => ({ pn: pn(index) })),
      groups: [group],
    },
    'world',
  );
  const members = listed.map((index) => `"+${pn(index)}"`).join(', ');
  const clock = createTestClock();
  const stage = await openStage({
    files: {
      '_policy.yaml': `account: "+${own}"\ntimezone: Europe/London\n`,
      'choir.yaml': `id: ${id}@g.us\nmembers: [${members}]\n`,
    },
    world,
    clock,
  });
  stages.push(stage);
  const state = stage.path('.rollcall');
  await stage.run('apply', '--state', state, '--new-journal');
  await clock.sleep(86_400_001);
  const { io } = createTestIo({ env: { ROLLCALL_URL: stage.sandbox.url }, clock });
  const before = await readFile(`${state}/journal.jsonl`, 'utf8');
  let reserved: Reservation | undefined;
  const writes: number[] = [];
  const options = { groups: stage.path('groups'), target: [], plans: [], yes: true, pace: true, state };
  const code = await apply(options, io, {
    beforeWrites: async (most) => {
      reserved = most;
      writes.push(stage.writes().length);
    },
  });
  const journal = (await readFile(`${state}/journal.jsonl`, 'utf8')).slice(before.length);
  const lines = journal.trimEnd().split('\n');
  const spent = lines.map((line) => (JSON.parse(line) as { lookups?: number }).lookups ?? 0);
  return { code, reserved, writes, lookups: spent.reduce((sum, each) => sum + each, 0), stage };
}

describe('the look-ups that an apply makes', () => {
  test.each([
    ['everybody is on WhatsApp', [10, 11, 12, 13, 14, 15, 16, 17, 18], exitCodes.ok],
    ['one of each batch is not', [10, 11, 12, 13, 15, 16, 17], exitCodes.failed],
    ['nobody is', [], exitCodes.failed],
  ])('are within what it reserves before it writes, where %s', async (_, registered, code) => {
    const found = await run(registered);
    expect(found.writes).toEqual([0]);
    expect(found.reserved).toMatchObject({ adds: 9 });
    expect(found.lookups).toBeGreaterThanOrEqual(9);
    // Nobody hides here, so that what is reserved for those who do has no part in it.
    expect(found.lookups).toBeLessThanOrEqual(9 * lookupsPerChange);
    expect(9 * lookupsPerChange).toBeLessThanOrEqual(Number(found.reserved?.lookups));
    // Nothing was left undone for that.
    expect(found.code).toBe(code);
    expect(found.stage.sandbox.world().groups[0]?.members).toHaveLength(1 + registered.length);
  });
});
