import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Run, Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const hour = 3_600_000;
const day = 24 * hour;
const id = '120363000000000001';
const own = '447700900001';
const pn = (index: number) => `447700900${String(index).padStart(3, '0')}`;
const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

interface Setup {
  readonly policy?: string;
  /** The people in the file, and in the group, by the end of their numbers. */
  readonly listed: readonly number[];
  readonly members: readonly number[];
  readonly hidden?: readonly number[];
  readonly people?: readonly object[];
  readonly hasJournal?: boolean;
}

interface Choir extends Stage {
  readonly clock: ReturnType<typeof createTestClock>;
  members(): number;
  list(indexes: readonly number[], ...more: string[]): Promise<void>;
  rollcall(command: string, ...argv: string[]): Promise<Run>;
}

/** One group and a memory, which is a day old unless there is none. */
async function open({ hasJournal = true, ...setup }: Setup): Promise<Choir> {
  const { policy = '', listed, members, hidden = [], people = [] } = setup;
  const clock = createTestClock();
  const toFile = (indexes: readonly number[], ...more: string[]) =>
    [
      `id: ${id}@g.us`,
      `members: [${indexes.map((index) => `"+${pn(index)}"`).join(', ')}]`,
      ...more,
      '',
    ].join('\n');
  const isHidden = (index: number) => hidden.includes(index);
  const world = toWorldFile(
    {
      server: { devices: [{ pn: own }] },
      people: [...people],
      groups: [
        {
          id,
          subject: 'Choir',
          owner: own,
          members: [
            { pn: own, role: 'superadmin' },
            ...members.map((index) => ({ pn: pn(index), ...(isHidden(index) && { hidden: true }) })),
          ],
        },
      ],
    },
    'world',
  );
  const files = {
    '_policy.yaml': `account: "+44 7700 900001"\ntimezone: Europe/London\nmanage: exact\n${policy}\n`,
    'choir.yaml': toFile(listed),
  };
  const stage = await openStage({ files, world, clock });
  stages.push(stage);
  const state = ['--state', stage.path('.rollcall')];
  if (hasJournal) {
    await stage.run('apply', ...state, '--new-journal');
    await clock.sleep(day);
  }
  return {
    ...stage,
    clock,
    members: () => (stage.sandbox.world().groups[0]?.members.length ?? 0) - 1,
    list: (indexes, ...more) => stage.write('groups/choir.yaml', toFile(indexes, ...more)),
    rollcall: (command, ...argv) => stage.run(command, ...state, ...argv),
  };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const unreadableAfterwards = [{ path: '/group/info', after: 2, status: 500, body: 'x' }];

describe('what was sent and could not be proved', () => {
  test("counts against a run's limit for 24 hours", async () => {
    const policy = 'limits: { removals: { group: 100%, floor: 5, run: 5 } }';
    const choir = await open({ policy, listed: range(2, 10), members: range(2, 15) });
    choir.sandbox.setFaults(unreadableAfterwards);
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.failed);
    expect(choir.members()).toBe(10);
    choir.sandbox.setFaults([]);
    await choir.list(range(2, 5));
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.refused);
    expect(choir.members()).toBe(10);
    await choir.clock.sleep(day);
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(choir.members()).toBe(5);
  });

  test('uses up an allowance', async () => {
    const policy = 'limits: { removals: { group: 0%, floor: 1, run: 1 } }';
    const allow = 'allow: { removals: 4, until: 2026-08-01, reason: split }';
    const choir = await open({ policy, listed: [], members: range(2, 12) });
    await choir.list(range(2, 8), allow);
    choir.sandbox.setFaults(unreadableAfterwards);
    await choir.rollcall('apply', '--yes');
    choir.sandbox.setFaults([]);
    await choir.clock.sleep(2 * day);
    await choir.list(range(2, 4), allow);
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.refused);
    expect(choir.members()).toBe(8);
  });
});

describe('a memory that cannot be used', () => {
  test('nobody is removed, however often: nobody knows what the day has seen', async () => {
    const choir = await open({ listed: [2], members: range(2, 3), hasJournal: false });
    const { code, out } = await choir.rollcall('apply', '--yes');
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('There is no memory yet, so nobody is touched');
    expect(choir.writes()).toEqual([]);
  });

  test('a rate limit is remembered all the same', async () => {
    const choir = await open({ listed: [2], members: [2], hasJournal: false });
    await choir.list([2], 'name: Singers');
    choir.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'subject', code: 429 }]);
    for (const _ of range(0, 3)) await choir.rollcall('apply', '--yes');
    expect(choir.writes()).toEqual(['POST /group/name']);
    choir.sandbox.setFaults([]);
    await choir.clock.sleep(hour);
    await choir.rollcall('apply', '--yes');
    expect(choir.writes()).toHaveLength(2);
  });
});

const countAsked = ({ sandbox }: Stage) =>
  sandbox.requests().filter(({ path }) => path.startsWith('/user/info')).length;

describe('what a plan does to the account', () => {
  const setup = {
    listed: [2, 11, 12],
    members: [2, 5],
    hidden: [5],
    people: [{ pn: pn(11) }, { pn: pn(12) }],
  };
  test('its look-ups are counted, and not made again', async () => {
    const choir = await open({ ...setup, listed: [2] });
    await choir.list(setup.listed);
    await choir.rollcall('plan');
    expect((await choir.rollcall('status')).out).toContain('396 look-ups left');
    await choir.rollcall('plan');
    expect(countAsked(choir)).toBe(2);
  });

  test('it makes none that could not be counted', async () => {
    const choir = await open({ ...setup, hasJournal: false });
    const { code, out } = await choir.rollcall('plan');
    expect([code, countAsked(choir)]).toEqual([exitCodes.ok, 0]);
    expect(out).toContain('somebody here hides their number');
  });

  test('a rate limit that it meets keeps the next run from writing', async () => {
    const choir = await open({ listed: [2], members: [2, 3] });
    choir.sandbox.setFaults([{ xmlns: 'w:g2', code: 429 }]);
    await choir.rollcall('plan');
    choir.sandbox.setFaults([]);
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.incomplete);
    expect(choir.writes()).toEqual([]);
    await choir.clock.sleep(hour);
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.ok);
  });
});

test('who refuses without a word is not asked with every run', async () => {
  const people = [
    { pn: pn(9), privacy: 'invite' },
    { pn: pn(10), privacy: 'blocked' },
  ];
  const choir = await open({ listed: [2], members: [2], people });
  await choir.list([2, 9, 10]);
  const countAdds = () => choir.writes().filter((write) => write === 'POST /group/participants').length;
  await choir.rollcall('apply', '--yes');
  expect(countAdds()).toBe(1);
  const again = await choir.rollcall('apply', '--yes');
  expect(again.out).toContain('did not join');
  await choir.clock.sleep(23 * hour);
  await choir.rollcall('apply', '--yes');
  expect(countAdds()).toBe(1);
  await choir.clock.sleep(hour);
  await choir.rollcall('apply', '--yes');
  expect(countAdds()).toBe(2);
  await choir.clock.sleep(2 * day);
  await choir.rollcall('apply', '--yes');
  expect(countAdds()).toBe(2);
});

const toPeople = (index: number) => `people:\n  ana: "+${pn(index)}"\n  ben: "+${pn(3)}"\n`;

/** Ana is a member whose number is another one in the files by now. */
const openWithNewNumber = async (privacy?: string) => {
  const people = [{ pn: pn(9), ...(privacy !== undefined && { privacy }) }];
  const choir = await open({ listed: [2, 3], members: [2, 3], people });
  await choir.write('groups/_people.yaml', toPeople(2));
  await choir.write('groups/choir.yaml', `id: ${id}@g.us\nmembers: [ana, ben]\n`);
  await choir.rollcall('apply', '--yes');
  await choir.write('groups/_people.yaml', toPeople(9));
  return {
    ...choir,
    numbers: () => choir.sandbox.world().groups[0]?.members.map(({ pn: number }) => number),
  };
};

describe('another number behind a handle', () => {
  test('the old one leaves once the new one is there', async () => {
    const choir = await openWithNewNumber();
    expect((await choir.rollcall('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(choir.numbers()).toEqual([own, pn(3), pn(9)]);
  });

  test('the old one stays while the new one does not join', async () => {
    const choir = await openWithNewNumber('invite');
    const first = await choir.rollcall('apply', '--yes');
    expect(first.out).toContain('what it needs first did not happen');
    expect(choir.numbers()).toEqual([own, pn(2), pn(3)]);
    expect((await choir.rollcall('apply', '--yes')).out).toMatch(/not removed .*declined or was invited/);
    expect(choir.numbers()).toEqual([own, pn(2), pn(3)]);
  });
});
