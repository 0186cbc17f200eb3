import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import type { WorldFile } from '../../src/sandbox/world-file.ts';
import { startLyingProxy } from '../support/lying-proxy.ts';
import type { Run, Stage, StageOptions } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const day = 86_400_000;
const [altos, basses] = ['120363000000000001', '120363000000000002'] as const;
const own = '447700900001';
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** Ana, Budi, Citra and Dewi, by number; Budi has other numbers later. */
const [ana, budi, citra, dewi] = ['447700900002', '447700900003', '447700900004', '447700900005'] as const;
const newBudi = '441632960713';

const people = [
  'people:',
  `  ana: "+${ana}"`,
  `  budi: "+${budi}"`,
  `  citra: "+${citra}"`,
  `  dewi: "+${dewi}"`,
  'teams:',
  '  voices: [ana, budi]',
  '',
].join('\n');
const policy = `account: "+${own}"\ntimezone: UTC\nmanage: exact\n`;
const groupFile = (id: string, lists: string) => `id: ${id}@g.us\n${lists}\n`;

type Members = WorldFile['groups'][number]['members'];

interface WorldOptions {
  readonly lids?: Readonly<Record<string, string>>;
  readonly unregistered?: readonly string[];
  readonly behaviour?: WorldFile['behaviour'];
  readonly owner?: string;
}

/** A world of these groups; the account owns them. */
function worldOf(groups: Readonly<Record<string, Members>>, options: WorldOptions = {}): WorldFile {
  const { lids = {}, unregistered = [], behaviour, owner = own } = options;
  const self: Members = [{ pn: own, role: owner === own ? 'superadmin' : 'admin' }];
  return {
    server: { devices: [{ pn: own }] },
    people: [
      ...[ana, budi, citra, dewi, newBudi]
        .filter((pn) => !unregistered.includes(pn))
        .map((pn) => ({ pn, ...(lids[pn] !== undefined && { lid: lids[pn] }) })),
      ...unregistered.map((pn) => ({ pn, registered: false })),
    ],
    groups: Object.entries(groups).map(([id, members]) => ({
      id,
      subject: id === altos ? 'Altos' : 'Basses',
      owner,
      members: [...self, ...members],
    })),
    ...(behaviour && { behaviour }),
  } as WorldFile;
}

const theLid = '330631678702157';

interface Days extends Stage {
  readonly clock: ReturnType<typeof createTestClock>;
  plan(...argv: string[]): Promise<Run>;
  apply(...argv: string[]): Promise<Run>;
  /** From here on everything is asked of this world. */
  turnTo(world: WorldFile): Promise<Sandbox>;
}

/** A stage with a memory, whose world may be another one on the next day. */
async function openDays(
  files: Readonly<Record<string, string>>,
  world: WorldFile,
  more: Partial<StageOptions> = {},
): Promise<Days> {
  const clock = createTestClock();
  const stage = await openStage({
    files: { '_policy.yaml': policy, '_people.yaml': people, ...files },
    world,
    clock,
    ...more,
  });
  open.push(stage);
  let url: readonly string[] = [];
  const state = ['--state', stage.path('.rollcall')];
  await stage.run('apply', ...state, '--new-journal');
  await clock.sleep(day);
  return {
    ...stage,
    clock,
    plan: (...argv) => stage.run('plan', ...state, ...url, ...argv),
    apply: (...argv) => stage.run('apply', ...state, ...url, ...argv),
    async turnTo(other) {
      const sandbox = await startSandbox({ world: other });
      open.push(sandbox);
      url = ['--url', sandbox.url];
      await clock.sleep(day);
      return sandbox;
    },
  };
}

function writesOf(sandbox: Sandbox): string[] {
  return sandbox
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
}

function lookUpsOf(sandbox: Sandbox): number {
  return sandbox.requests().filter(({ path }) => path.startsWith('/user/info')).length;
}

describe('a number that changed inside WhatsApp', () => {
  const before = worldOf(
    { [altos]: [{ pn: ana, role: 'admin' }, { pn: budi }] },
    { lids: { [budi]: theLid } },
  );
  const changed = (role?: 'admin') =>
    worldOf(
      {
        [altos]: [
          { pn: ana, role: 'admin' },
          { pn: newBudi, ...(role && { role }) },
        ],
      },
      { lids: { [newBudi]: theLid }, unregistered: [budi] },
    );

  test.each([
    ['by handle', 'members: [ana, budi]'],
    ['by number', `members: [ana, "+${budi}"]`],
    ['by a team', 'members: [team:voices]'],
    ['with both lists', 'members: [ana, budi]\nadmins: [ana]'],
    ['under additive', 'members: [ana, budi]\nmanage: additive'],
  ])('listed %s: nobody is added, removed or demoted, today or on any later day', async (_, lists) => {
    const stage = await openDays({ 'altos.yaml': groupFile(altos, lists) }, before);
    await stage.apply('--yes');
    const sandbox = await stage.turnTo(changed('admin'));
    for (let i = 0; i < 3; i += 1) {
      const { code, out } = await stage.apply('--yes');
      expect([code, out]).toEqual([exitCodes.ok, expect.stringContaining('has another number now, +44 ')]);
      await stage.clock.sleep(20 * day);
    }
    expect(writesOf(sandbox)).toEqual([]);
  });

  test('a group listed by numbers alone loses nobody whose LID another group shows', async () => {
    const files = {
      'altos.yaml': groupFile(altos, 'members: [ana, budi]'),
      'basses.yaml': groupFile(basses, 'members: [ana, budi]'),
    };
    const inBoth = (pn: string): Parameters<typeof worldOf>[0] => ({
      [altos]: [{ pn: ana }, { pn }],
      [basses]: [{ pn: ana }, { pn }],
    });
    const stage = await openDays(files, worldOf(inBoth(budi), { lids: { [budi]: theLid } }));
    await stage.apply('--yes');
    const sandbox = await stage.turnTo(
      worldOf(inBoth(newBudi), { lids: { [newBudi]: theLid }, unregistered: [budi] }),
    );
    const proxy = await startLyingProxy(sandbox.url);
    open.push(proxy);
    proxy.tell((group) => {
      if (group.JID.startsWith(basses)) return;
      for (const one of group.Participants ?? []) Object.assign(one, { LID: '', JID: one.PhoneNumber });
    });
    const { code, out } = await stage.apply('--yes', '--url', proxy.url);
    expect([code, out]).toEqual([exitCodes.ok, expect.not.stringContaining('leaves')]);
    expect(writesOf(sandbox)).toEqual([]);
  });

  test('the line to correct is proposed, masked; whole only where a terminal asks for numbers', async () => {
    const stage = await openDays({ 'altos.yaml': groupFile(altos, 'members: [ana, budi]') }, before, {
      terminal: { isInteractive: true, width: 200 },
      answer: 'no',
    });
    await stage.apply('--yes');
    await stage.turnTo(changed());
    const plan = await stage.plan();
    expect(plan.out).toContain('in the list of people write budi: "+44 •••• ••• 713"');
    expect(plan.out).not.toContain(newBudi);
    expect((await stage.plan('--show-phones')).out).toContain(`budi: "+${newBudi}"`);
    const document = JSON.parse((await stage.plan('--json')).out) as {
      groups: { leftAlone: { reason: string; other?: string; line?: string }[] }[];
    };
    expect(document.groups[0]?.leftAlone[0]).toMatchObject({
      reason: 'number-changed',
      other: '+44 •••• ••• 713',
      line: 'budi: "+44 •••• ••• 713"',
    });
    await stage.write('groups/_people.yaml', people.replace(budi, newBudi));
    expect((await stage.plan()).out).toContain('nothing to change');
  });

  test('whoever is protected, or another account of the policy, is kept by their LID', async () => {
    const guarded = {
      '_policy.yaml': `accounts: { main: "+${own}", second: "+${budi}" }\ntimezone: UTC\nmanage: exact\n`,
    };
    const files = { 'altos.yaml': groupFile(altos, 'members: [ana]\naccount: main') };
    const accounts = await openDays({ ...files, ...guarded }, before);
    await accounts.apply('--account', 'main', '--new-journal');
    await accounts.clock.sleep(day);
    await accounts.apply('--yes', '--account', 'main');
    const sandbox = await accounts.turnTo(changed());
    const { out } = await accounts.apply('--yes', '--account', 'main');
    expect(out).toContain('under another number');
    expect(writesOf(sandbox)).toEqual([]);

    const shielded = await openDays(
      { 'altos.yaml': groupFile(altos, 'members: [ana]'), '_policy.yaml': `${policy}protected: [budi]\n` },
      before,
    );
    await shielded.apply('--yes');
    const other = await shielded.turnTo(changed());
    expect((await shielded.apply('--yes')).out).toContain('is budi under another number');
    expect(writesOf(other)).toEqual([]);
  });

  test('whoever left after all has left, also where the file has the new number by then', async () => {
    const stage = await openDays({ 'altos.yaml': groupFile(altos, 'members: [ana, budi]') }, before);
    await stage.apply('--yes');
    await stage.turnTo(changed());
    expect((await stage.apply('--yes')).out).not.toContain('has left since');
    await stage.write('groups/_people.yaml', people.replace(budi, newBudi));
    const gone = await stage.turnTo(
      worldOf({ [altos]: [{ pn: ana, role: 'admin' }] }, { lids: { [newBudi]: theLid } }),
    );
    expect((await stage.apply('--yes')).out).toContain('has left since');
    expect(writesOf(gone)).toEqual([]);
  });

  test('a number that another account has now makes nobody an admin', async () => {
    const files = { 'altos.yaml': groupFile(altos, 'members: [ana, budi]\nadmins: [ana, budi]') };
    const stage = await openDays(
      { 'altos.yaml': groupFile(altos, 'members: [ana, budi]\nadmins: [ana]') },
      before,
    );
    await stage.apply('--yes');
    await stage.write('groups/altos.yaml', files['altos.yaml']);
    const world = worldOf(
      { [altos]: [{ pn: ana, role: 'admin' }, { pn: budi }] },
      { lids: { [budi]: '330631678709999' } },
    );
    const sandbox = await stage.turnTo(world);
    expect((await stage.apply('--yes')).out).toContain('another WhatsApp account had this number before');
    expect(writesOf(sandbox)).toEqual([]);
  });
});

describe('a member whose number is hidden', () => {
  const shown = worldOf({ [altos]: [{ pn: ana, role: 'admin' }, { pn: budi }] });
  const hiding = worldOf({
    [altos]: [
      { pn: ana, role: 'admin' },
      { pn: budi, hidden: true },
    ],
  });

  test('is known again without a look-up', async () => {
    const stage = await openDays({ 'altos.yaml': groupFile(altos, 'members: [ana, budi]') }, shown);
    await stage.apply('--yes');
    const sandbox = await stage.turnTo(hiding);
    expect((await stage.apply('--yes')).out).toContain('nothing to change');
    expect([lookUpsOf(sandbox), writesOf(sandbox)]).toEqual([0, []]);
  });

  test('is asked about before they become an admin, or lose anything', async () => {
    const stage = await openDays(
      { 'altos.yaml': groupFile(altos, 'members: [ana, budi]\nadmins: [ana]') },
      shown,
    );
    await stage.apply('--yes');
    await stage.write('groups/altos.yaml', groupFile(altos, 'members: [ana, budi]\nadmins: [ana, budi]'));
    const sandbox = await stage.turnTo(hiding);
    expect((await stage.apply('--yes')).out).toContain('1 of 1 verified');
    expect(lookUpsOf(sandbox)).toBe(1);
    await stage.write('groups/altos.yaml', groupFile(altos, 'members: [ana]\nadmins: [ana]'));
    await stage.clock.sleep(2 * day);
    expect((await stage.apply('--yes')).out).toContain('1 of 1 verified');
  });

  test('keeps their role where the look-up finds their number with somebody else, and is not added', async () => {
    const stage = await openDays(
      { 'altos.yaml': groupFile(altos, 'members: [ana, budi]\nadmins: [ana]') },
      before(),
    );
    await stage.apply('--yes');
    await stage.write('groups/altos.yaml', groupFile(altos, 'members: [ana, budi]\nadmins: [ana, budi]'));
    const world = worldOf(
      {
        [altos]: [
          { pn: ana, role: 'admin' },
          { pn: newBudi, hidden: true },
        ],
      },
      { lids: { [newBudi]: theLid, [budi]: '330631678709999' } },
    );
    const sandbox = await stage.turnTo(world);
    expect((await stage.apply('--yes')).out).toContain('another number now, which WhatsApp hides');
    expect(writesOf(sandbox)).toEqual([]);
  });

  function before() {
    return worldOf({ [altos]: [{ pn: ana, role: 'admin' }, { pn: budi }] }, { lids: { [budi]: theLid } });
  }
});

describe('the first plan is the second', () => {
  const several = worldOf({
    [altos]: [
      { pn: ana, role: 'admin' },
      { pn: budi, hidden: true },
      { pn: citra, hidden: true },
    ],
    [basses]: [{ pn: ana }, { pn: budi, hidden: true }, { pn: dewi, hidden: true, role: 'admin' }],
  });
  const files = {
    '_policy.yaml': policy,
    '_people.yaml': people,
    'altos.yaml': groupFile(altos, 'members: [ana, budi, dewi]\nadmins: [ana]'),
    'basses.yaml': groupFile(basses, 'members: [ana, citra]\nadmins: [citra]'),
  };

  test.each([
    ['without a memory', []],
    ['with one', ['--state']],
  ] as const)(
    'with hidden members in several groups, %s: what it asks holds in all of them',
    async (_, flags) => {
      const clock = createTestClock();
      const stage = await openStage({ files, world: several, clock });
      open.push(stage);
      const state = flags.flatMap((flag) => [flag, stage.path('.rollcall')]);
      if (flags.length > 0) await stage.run('apply', ...state, '--new-journal');
      await clock.sleep(day);
      const fingerprints: string[] = [];
      for (let i = 0; i < 3; i += 1) {
        const { out } = await stage.run('plan', ...state);
        fingerprints.push(/--expect (\w+)/.exec(out)?.[1] ?? out);
      }
      expect(new Set(fingerprints).size).toBe(1);
      const { out } = await stage.run('apply', ...state, '--expect', fingerprints[0] ?? '');
      expect(out).toMatch(/Applied \(sandbox\): (\d+) of \1 verified/);
      const members = stage.sandbox
        .world()
        .groups.map((group) => group.members.map(({ pn }) => pn).toSorted());
      expect(members).toEqual([
        [own, ana, budi, dewi],
        [own, ana, citra],
      ]);
    },
  );
});

describe('two numbers that may be one person', () => {
  const typos = [
    ['a digit changed', '447700900022', '447700900002'],
    ['two digits changed', '447700900132', '447700900002'],
    ['two digits swapped', '447700900020', '447700900002'],
    ['a digit lost', '44770090002', '447700900002'],
    ['a digit too many', '4477009000022', '447700900002'],
  ] as const;

  test.each(typos)(
    '%s: whoever is meant stays in the run in which the add is refused',
    async (_, typo, meant) => {
      const files = {
        '_policy.yaml': policy,
        '_people.yaml': `people:\n  ana: "+${typo}"\n`,
        'altos.yaml': groupFile(altos, 'members: [ana]\nadmins: [ana]'),
      };
      for (const role of [undefined, 'admin'] as const) {
        const world = worldOf({ [altos]: [{ pn: meant, ...(role && { role }) }] }, { unregistered: [typo] });
        const stage = await openStage({ files, world });
        open.push(stage);
        for (let i = 0; i < 2; i += 1) await stage.run('apply', '--yes');
        expect(stage.writes().filter((write) => !write.endsWith('/participants'))).toEqual([]);
        expect(stage.sandbox.world().groups[0]?.members).toHaveLength(2);
      }
    },
  );

  test('and in the runs after it, until the file is right', async () => {
    const stage = await openDays(
      {
        '_people.yaml': 'people:\n  ana: "+447700900022"\n',
        'altos.yaml': groupFile(altos, 'members: [ana]'),
      },
      worldOf({ [altos]: [{ pn: ana }] }, { unregistered: ['447700900022'] }),
    );
    await stage.apply('--yes');
    await stage.clock.sleep(day / 2);
    expect((await stage.plan()).out).toContain('ana has nearly this number and is not on WhatsApp');
    await stage.write('groups/_people.yaml', people);
    expect((await stage.plan()).out).toContain('nothing to change');
  });

  test('of one country and with one end: both wait', async () => {
    const files = {
      '_policy.yaml': policy,
      '_people.yaml': 'people:\n  ana: "+2250712345678"\n  budi: "+2250512345678"\n',
      'altos.yaml': groupFile(altos, 'members: [ana]'),
    };
    const stage = await openStage({ files, world: worldOf({ [altos]: [{ pn: '2250512345678' }] }) });
    open.push(stage);
    const { code, out } = await stage.run('apply', '--yes');
    expect([code, out]).toEqual([
      exitCodes.ok,
      expect.stringContaining('has nearly this number: perhaps one person'),
    ]);
    expect(stage.writes()).toEqual([]);
  });

  test('of two countries: they are two', async () => {
    const files = {
      '_policy.yaml': policy,
      '_people.yaml': `people:\n  ana: "+${ana}"\n`,
      'altos.yaml': groupFile(altos, 'members: [ana]'),
    };
    const stage = await openStage({ files, world: worldOf({ [altos]: [{ pn: '353860900002' }] }) });
    open.push(stage);
    expect((await stage.run('plan')).out).toContain('1 to join, 1 to leave');
  });
});

describe('look-ups', () => {
  const files = {
    '_policy.yaml': policy,
    '_people.yaml': people,
    'altos.yaml': groupFile(altos, 'members: [ana, budi]'),
  };
  const hiding = (behaviour?: WorldFile['behaviour']) =>
    worldOf(
      {
        [altos]: [
          { pn: ana, role: 'admin' },
          { pn: budi, hidden: true },
        ],
      },
      { ...(behaviour && { behaviour }) },
    );

  test('a server that does not check numbers tells the LID when it is asked once more', async () => {
    const stage = await openStage({ files, world: hiding({ account_validation: false }) });
    open.push(stage);
    expect((await stage.run('plan')).out).toContain('nothing to change');
    expect(lookUpsOf(stage.sandbox)).toBe(2);
  });

  test.each<[string, FaultRule]>([
    ['a dropped line', { xmlns: 'usync', times: 1, do: 'disconnect' }],
    ['a refusal', { xmlns: 'usync', times: 1, code: 500 }],
  ])('%s at one of them makes nobody missing', async (_, fault) => {
    const stage = await openStage({ files, world: hiding() });
    open.push(stage);
    // The first one is about all members of the group (/group/participants).
    stage.sandbox.setFaults([{ ...fault, after: 1 } as FaultRule]);
    const { out } = await stage.run('plan');
    expect(out).not.toContain('joins');
    expect((await stage.run('plan')).out).toContain('nothing to change');
  });
});
