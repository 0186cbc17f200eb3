import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

interface GroupSetup {
  /** Lines of the group's file below `id`. */
  readonly file: readonly string[];
  readonly policy?: readonly string[];
  /** Besides the account, which owns the group. */
  readonly members?: readonly object[];
  readonly people?: readonly object[];
  readonly group?: object;
}

const id = '120363000000000001';

/** A stage with one group, exact unless its file says otherwise. */
async function open({
  file,
  policy = [],
  members = [],
  people = [],
  group = {},
}: GroupSetup): Promise<Stage> {
  const stage = await openStage({
    files: {
      '_policy.yaml': [
        'account: "+44 7700 900001"',
        'timezone: Europe/London',
        'manage: exact',
        ...policy,
        '',
      ].join('\n'),
      'choir.yaml': [`id: ${id}@g.us`, ...file, ''].join('\n'),
    },
    world: toWorldFile(
      {
        server: { devices: [{ pn: '447700900001' }] },
        people,
        groups: [
          {
            id,
            subject: 'Choir',
            owner: '447700900001',
            members: [{ pn: '447700900001', role: 'superadmin' }, ...members],
            ...group,
          },
        ],
      },
      'the choir',
    ),
  });
  stages.push(stage);
  return stage;
}

/** The last three digits of everybody in the group, admins with a star, the account left out. */
function members(stage: Stage): string[] {
  const group = stage.sandbox.world().groups[0];
  return (group?.members ?? [])
    .filter(({ pn }) => pn !== '447700900001')
    .map(({ pn, role }) => `${pn.slice(-3)}${role === 'admin' ? '*' : ''}`)
    .toSorted();
}

function numbers(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `447700900${String(from + index).padStart(3, '0')}`);
}

function list(phones: readonly string[]): string {
  return `members: [${phones.map((phone) => `"+${phone}"`).join(', ')}]`;
}

describe('a batch that GOWA refuses for one number', () => {
  test('is taken apart by asking, the own number first and last, and the others join', async () => {
    const [bad, ...good] = numbers(10, 4);
    const stage = await open({
      file: [list([bad ?? '', ...good])],
      people: [{ pn: bad, registered: false }, ...good.map((pn) => ({ pn }))],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(members(stage)).toEqual(['011', '012', '013']);
    expect(out).toContain('this number is not on WhatsApp');
    expect(code).toBe(exitCodes.failed);
    const asked = stage.sandbox.requests().filter(({ path }) => path.startsWith('/user/check'));
    expect(asked.map(({ path }) => path.slice(-3))).toEqual(
      // One look-up may fail between two good ones: whoever was not found is asked about once more.
      '001 010 011 012 013 001 010 001'.split(' '),
    );
  });

  test('one look-up that fails between two good ones makes nobody "not on WhatsApp"', async () => {
    const phones = numbers(10, 3);
    const stage = await open({ file: [list(phones)], people: phones.map((pn) => ({ pn })) });
    stage.sandbox.setFaults([
      { xmlns: 'usync', times: 1, code: 500 },
      { xmlns: 'usync', after: 1, times: 1, code: 500 },
    ]);
    const { code } = await stage.run('apply', '--yes');
    expect(members(stage)).toEqual(['010', '011', '012']);
    expect(code).toBe(exitCodes.ok);
    const asked = stage.sandbox.requests().filter(({ path }) => path.startsWith('/user/check'));
    expect(asked.map(({ path }) => path.slice(-3))).toEqual('001 010 011 012 001 010 001'.split(' '));
  });

  test('means a limit when not even the own number is found: the run stops, nobody is asked about', async () => {
    const phones = numbers(10, 3);
    const stage = await open({ file: [list(phones)], people: phones.map((pn) => ({ pn })) });
    stage.sandbox.setFaults([{ xmlns: 'usync', code: 429 }]);
    const { code, out } = await stage.run('apply', '--yes');
    expect(members(stage)).toEqual([]);
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('look-ups');
    const asked = stage.sandbox.requests().filter(({ path }) => path.startsWith('/user/check'));
    expect(asked).toHaveLength(1);
    expect(stage.writes()).toEqual(['POST /group/participants']);
  });

  test('stops the group when all of them are registered and GOWA still refuses', async () => {
    const phones = numbers(10, 2);
    const stage = await open({ file: ['name: Singers', list(phones)], people: phones.map((pn) => ({ pn })) });
    // The third and the fourth look-up of GOWA's own fail: those of the first batch's second try.
    stage.sandbox.setFaults([
      { xmlns: 'usync', times: 1, code: 500 },
      { xmlns: 'usync', after: 4, times: 1, code: 500 },
    ]);
    const { code } = await stage.run('apply', '--yes');
    expect(members(stage)).toEqual([]);
    expect(code).toBe(exitCodes.failed);
    expect(stage.writes()).toEqual(['POST /group/participants', 'POST /group/participants']);
  });
});

describe('success that is none', () => {
  test('a silent refusal is not verified, and the others are', async () => {
    const stage = await open({
      file: [list(numbers(10, 3))],
      people: [{ pn: '447700900010', privacy: 'blocked' }, { pn: '447700900011' }, { pn: '447700900012' }],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('2 of 3 verified');
    expect(out).toContain('reported success');
    expect(code).toBe(exitCodes.failed);
  });

  test('a person who only joins by invitation has declined', async () => {
    const stage = await open({
      file: [list(numbers(10, 2))],
      people: [{ pn: '447700900010', privacy: 'invite' }, { pn: '447700900011' }],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('1 declined');
    expect(code).toBe(exitCodes.incomplete);
  });

  test('one refusal by invitation and one silent one in a batch: nobody is named for sure', async () => {
    const stage = await open({
      file: [list(numbers(10, 2))],
      people: [
        { pn: '447700900010', privacy: 'invite' },
        { pn: '447700900011', privacy: 'blocked' },
      ],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('refused 1 of these 2');
    expect(code).toBe(exitCodes.failed);
  });
});

describe('who hides', () => {
  test('a missing person is looked up, found hidden, and not added', async () => {
    const stage = await open({
      file: [list(['447700900010'])],
      people: [{ pn: '447700900010' }],
      members: [{ pn: '447700900010', hidden: true }],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('nothing');
    expect(code).toBe(exitCodes.ok);
    expect(stage.writes()).toEqual([]);
  });

  test('a hidden stranger is shown and never removed', async () => {
    const stage = await open({ file: ['members: []'], members: [{ pn: '447700900010', hidden: true }] });
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('! lid:');
    expect(code).toBe(exitCodes.ok);
    expect(members(stage)).toEqual(['010']);
  });

  test('while somebody hides and the look-up fails, a missing person is left alone', async () => {
    const stage = await open({
      file: [list(['447700900011'])],
      members: [{ pn: '447700900010', hidden: true }],
    });
    const { out } = await stage.run('apply', '--yes');
    expect(stage.writes()).toEqual([]);
    expect(out).toContain('! ');
  });
});

describe('limits', () => {
  const crowd = numbers(100, 40).map((pn) => ({ pn }));

  test.each([
    { removed: 4, code: exitCodes.ok },
    { removed: 5, code: exitCodes.refused },
  ])('removing $removed of 40 with ten per cent allowed', async ({ removed, code }) => {
    const kept = numbers(100, 40).slice(removed);
    const stage = await open({ file: [list(kept)], members: crowd });
    expect((await stage.run('plan')).code).toBe(code);
    expect((await stage.run('apply', '--yes')).code).toBe(code);
    expect(members(stage)).toHaveLength(code === exitCodes.ok ? 40 - removed : 40);
  });

  test('a reviewed allow lets more through', async () => {
    const stage = await open({
      file: [list(numbers(110, 30)), 'allow: { removals: 10, until: 2026-08-01, reason: class split }'],
      members: crowd,
    });
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(members(stage)).toHaveLength(30);
  });

  test('an emptied list is refused, however few they are', async () => {
    const stage = await open({ file: ['members: []'], members: [{ pn: '447700900010' }] });
    const { code, out } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.refused);
    expect(out).toContain('allow');
    expect(members(stage)).toEqual(['010']);
  });
});

describe('order', () => {
  test('the only admin is demoted after the new one is verified', async () => {
    const stage = await open({
      file: [list(numbers(10, 2)), 'admins: ["+447700900011"]'],
      members: [{ pn: '447700900010', role: 'admin' }],
      people: [{ pn: '447700900011' }],
    });
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(members(stage)).toEqual(['010', '011*']);
  });

  test('the only admin stays when the new one could not be made', async () => {
    const stage = await open({
      file: [list(numbers(10, 2)), 'admins: ["+447700900011"]'],
      members: [{ pn: '447700900010', role: 'admin' }],
      people: [{ pn: '447700900011', privacy: 'blocked' }],
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.failed);
    expect(out).toContain('what it needs first did not happen');
    expect(members(stage)).toEqual(['010*']);
  });

  test('a conflict over the topic is read again and tried once more', async () => {
    const stage = await open({ file: ['topic: Thursdays'] });
    stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'description', times: 1, code: 409 }]);
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(stage.sandbox.world().groups[0]?.desc).toBe('Thursdays');
    expect(stage.writes()).toEqual(['POST /group/topic', 'POST /group/topic']);
  });
});

test('a group without admin rights is left alone and said', async () => {
  const stage = await open({
    file: ['name: Singers'],
    group: {
      owner: '447700900002',
      members: [{ pn: '447700900002', role: 'superadmin' }, { pn: '447700900001' }],
    },
  });
  const { code, out } = await stage.run('apply', '--yes');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('! name');
  expect(stage.writes()).toEqual([]);
});

test('two spellings of one Brazilian number are one person', async () => {
  const stage = await open({ file: ['members: ["+55 20 99123-4567"]'], members: [{ pn: '552091234567' }] });
  expect((await stage.run('plan')).out).toContain('nothing to change');
});
