import { expect, test } from 'vitest';
import { judge } from '../support/days/judge.ts';
import { judgeCreated, toUnmade } from '../support/days/creating.ts';
import { drawStory } from '../support/days/story.ts';
import { findStoryTraits, storyTraitNames } from '../support/days/traits.ts';
import { toId } from '../support/due-id.ts';
import { nothingYet } from '../support/oracle/memory.ts';
import type { Question } from '../support/oracle/question.ts';
import { askOracle } from '../support/oracle.ts';
import type { RawFiles } from '../support/raw-files.ts';
import { toTexts } from '../support/raw-files.ts';
import { soak } from '../support/soak.ts';
import { openStage } from '../support/stage.ts';
import { findTraits, traitNames } from '../support/traits.ts';
import { drawPair } from '../support/worlds.ts';

test('random worlds end as the oracle says, on one day and over several, and nobody unapproved is in any request', async () => {
  const { failures, requests, compared, groups } = await soak(40, 1);
  expect(failures).toEqual([]);
  expect(requests).toBeGreaterThan(40);
  expect(compared).toBeGreaterThan(groups * 0.9);
});

/** What the first seeds draw. */
const drawn = Array.from({ length: 100 }, (_, seed) => drawPair(seed + 1));

test('each peculiarity is in at least a fifth of the random pairs', () => {
  const found = drawn.flatMap(findTraits);
  const shares = traitNames.map((name) => found.filter((trait) => trait === name).length / drawn.length);
  for (const share of shares) expect(share).toBeGreaterThan(0.2);
});

test('each peculiarity of several days is in at least a sixth of the stories', () => {
  const found = drawn.flatMap((pair) => findStoryTraits(drawStory(pair)));
  const shares = storyTraitNames.map((name) => [name, found.filter((trait) => trait === name).length]);
  expect(shares.filter(([, count]) => Number(count) < drawn.length / 6)).toEqual([]);
});

test('the same seed draws the same pair', () => {
  expect(drawPair(7)).toEqual(drawPair(7));
  expect(drawPair(7)).not.toEqual(drawPair(8));
  expect(drawStory(drawPair(7))).toEqual(drawStory(drawPair(7)));
});

test.each([
  [
    'a group is missing for whose beginning somebody was approved',
    '2026-06-02',
    ['no group was made for altos.yaml'],
  ],
  ['none is, where by now they begin on a day that nobody approved', '2026-06-01', []],
])('%s', async (_name, from, complaints) => {
  const [account, pn] = ['447700900001', '447700900002'];
  const world = { server: { devices: [{ pn: account }] }, people: [{ pn }], groups: [] };
  const question: Question = {
    files: {
      policy: { account: `+${account}`, timezone: 'UTC' },
      people: { people: {}, teams: {} },
      groups: { 'altos.yaml': { name: 'Altos', members: [{ person: `+${pn}`, from }] } },
    },
    world,
    today: '2026-06-04',
    account: 'main',
    memory: nothingYet,
  };
  const group = toUnmade('altos.yaml');
  const due = { group, action: 'add', what: pn, from: '2026-06-02', subject: `${group} add ${pn}` } as const;
  const { sandbox, close } = await openStage({ files: {}, world });
  const found = judgeCreated({
    question,
    approvals: new Map([['id', { due }]]),
    approved: new Set(['altos.yaml']),
    made: new Map(),
    sandbox,
    isTroubled: false,
  });
  await close();
  expect(found.complaints).toEqual(complaints);
});

test.each([
  ['before, in a group by numbers', 'before.yaml', true],
  ['only after', 'later.yaml', false],
])(
  'whoever asks by a LID is let in where their number was read %s, whatever their files write it like',
  async (_when, shown, isIn) => {
    const [account, pn, other] = ['447700900001', '5520980000019', '447700900002'];
    const group = { subject: 'Altos', owner: account, approval: true, requests: [{ pn }] };
    const members = [{ pn: account, role: 'superadmin' as const }];
    const world = {
      server: { devices: [{ pn: account }] },
      people: [
        { pn, lid: '300000000000018' },
        { pn: other, lid: '300000000000019' },
      ],
      groups: [
        { ...group, id: '120363000000000001', addressing: 'pn' as const, members },
        {
          ...group,
          id: '120363000000000002',
          addressing: 'lid' as const,
          members: [...members, { pn: other, hidden: true }],
        },
      ],
    };
    const files: RawFiles = {
      policy: { account: `+${account}`, timezone: 'UTC' },
      people: { people: { ana: '+552080000019' }, teams: {} },
      groups: {
        [shown]: { id: '120363000000000001@g.us', members: [] },
        'group.yaml': { id: '120363000000000002@g.us', members: ['ana'] },
      },
    };
    const { due } = askOracle({ files, world, today: '2026-06-01', account: 'main' });
    const stage = await openStage({ files: toTexts(files), world });
    await stage.run('apply', '--yes');
    const inside = stage.sandbox.world().groups[1]?.members.map((member) => member.pn);
    await stage.close();
    expect(due.map(({ subject }) => subject)).toEqual(isIn ? ['120363000000000002 add 552080000019'] : []);
    expect(inside?.includes(pn)).toBe(isIn);
  },
);

const stranded = ['exit 0, but "120363000000000001 promote 447700900002" was approved and is not done'];

test.each([
  [
    'was approved to be added, and is not',
    { isThere: false, doubt: undefined },
    ['exit 0, but "120363000000000001 add 447700900002" was approved and is not done', ...stranded],
  ],
  ['declined, and comes by the link or not', { isThere: false, doubt: 'declined' as const }, []],
  [
    'declined, came by the link, and is to be an admin',
    { isThere: true, doubt: 'declined' as const },
    stranded,
  ],
])('exit 0 and somebody who %s', async (_name, { isThere, doubt }, complaints) => {
  const [account, pn, group] = ['447700900001', '447700900002', '120363000000000001'];
  const member = isThere ? [{ pn }] : [];
  const members = [{ pn: account, role: 'superadmin' as const }, ...member];
  const world = {
    server: { devices: [{ pn: account }] },
    people: [{ pn: account }, { pn, privacy: 'invite' as const }],
    groups: [{ id: group, subject: 'Altos', owner: account, members }],
  };
  const question: Question = {
    files: {
      policy: { account: `+${account}`, timezone: 'UTC' },
      people: { people: {}, teams: {} },
      groups: { 'altos.yaml': { id: `${group}@g.us`, members: [`+${pn}`], admins: [`+${pn}`] } },
    },
    world,
    today: '2026-06-04',
    account: 'main',
    memory: nothingYet,
  };
  const add = { group, action: 'add', what: pn, before: 'member', subject: `${group} add ${pn}` } as const;
  const promote = { ...add, action: 'promote', subject: `${group} promote ${pn}` } as const;
  const approvals = new Map([
    [toId(add), { due: add, ...(doubt && { doubt }) }],
    [toId(promote), { due: promote }],
  ]);
  const { sandbox, close } = await openStage({ files: {}, world });
  const judged = judge({ code: 0, question, approvals, sandbox });
  await close();
  expect(judged.complaints.filter((one) => one.startsWith('exit 0'))).toEqual(complaints);
});
