import { expect, test } from 'vitest';
import type { Approved, FileApproval } from '../../src/approval/find-approval.ts';
import { endApprovals, keepApprovals } from '../../src/approval/keep-approvals.ts';
import type { Situation } from '../../src/approval/situation.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import type { GroupId, LiveGroup, Reading } from '../../src/domain/group.ts';
import type { ApplyOutcome } from '../../src/domain/plan/outcome.ts';
import type { Pending } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { KnownGroup } from '../../src/domain/plan/plan.ts';
import { createIds } from '../../src/planning/approval.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import {
  account,
  altos,
  desiredGroup,
  listed,
  liveGroup,
  living,
  noLimits,
  personChange,
  planInput,
} from '../support/choir.ts';

const toId = createIds({ secret: new Uint8Array(32), account: account.phone });
const add = personChange('add', 2, { why: { kind: 'listed', via: ['+447700900002'] } });
const remove = personChange('remove', 3, { before: 'member' });
const elsewhere = '120363000000000009@g.us' as GroupId;

interface Setup {
  readonly desired?: KnownGroup;
  readonly live?: LiveGroup;
  readonly reading?: Reading;
  readonly pending?: readonly (readonly [string, Pending])[];
  readonly fromFiles?: readonly (readonly [string, FileApproval])[];
  /** Ids that a plan file says are refused. */
  readonly refused?: readonly string[];
  readonly skipPhotos?: boolean;
}

/** 2 is to join, 3 to leave. */
const usual = desiredGroup({ people: [listed(2)] });

function situationOf({
  desired = usual,
  live = liveGroup({ people: [living(3)] }),
  reading,
  pending = [],
}: Setup): Situation {
  const start = planInput(
    [[desired, live]],
    { past: { ...noPast, pending: new Map(pending) } },
    { limits: noLimits },
  );
  const input = reading ? { ...start, readings: new Map([[desired.id, reading]]) } : start;
  return { whole: input.organisation, input, plan: planGroups(input), toId };
}

/** "approved 2 ids", "ended add 2": what is written down, ids by the changes that they stand for. */
async function keep(setup: Setup): Promise<string[]> {
  const names = new Map([
    [toId(add), 'add 2'],
    [toId(remove), 'remove 3'],
  ]);
  const told: string[] = [];
  const record = async (event: RunEvent) => {
    if (event.type !== 'approved' && event.type !== 'approval-ended') return;
    const ids = event.ids
      .map((id) => names.get(id) ?? id)
      .toSorted()
      .join(', ');
    told.push(
      `${event.type === 'approved' ? 'approved' : 'ended'} ${ids}${event.group === undefined ? ' of no group' : ''}`,
    );
  };
  const approved: Approved = {
    approval: { kind: 'ids', ids: new Set(), byLink: new Set() },
    fromFiles: new Map(setup.fromFiles),
    refused: new Set(setup.refused),
    hasFiles: setup.fromFiles !== undefined,
  };
  await keepApprovals(approved, situationOf(setup), record, setup.skipPhotos);
  return told;
}

const about = { at: 0, group: altos };
const fromFile = (change: Change): [string, FileApproval] => [
  toId(change),
  { at: 0, file: 'altos.yaml', groupId: altos, label: 'somebody' },
];
const pendingOf = (change: Change, more: Partial<Pending> = {}): [string, Pending] => [
  toId(change),
  { ...about, ...more },
];

test.each<[string, Setup, string[]]>([
  [
    'what a plan file approves, before it is carried out',
    { fromFiles: [fromFile(add), fromFile(remove)] },
    ['approved add 2', 'approved remove 3'],
  ],
  [
    'nothing of a group that is not in the files',
    { fromFiles: [['x', { at: 0, file: 'gone.yaml', label: '' }]] },
    [],
  ],
  [
    'the end of what a plan file by now refuses, though it is due',
    { fromFiles: [], refused: [toId(add)], pending: [pendingOf(add), pendingOf(remove)] },
    ['ended add 2'],
  ],
  [
    'nothing where all is still due',
    { pending: [pendingOf(add, { what: 'add' }), pendingOf(remove, { what: 'remove' })] },
    [],
  ],
  [
    'the end of what a complete reading shows not to be due',
    {
      live: liveGroup({ people: [living(2)] }),
      pending: [pendingOf(add, { what: 'add' }), pendingOf(remove, { what: 'remove' })],
    },
    ['ended add 2, remove 3'],
  ],
  [
    'no end by a reading that does not prove its people',
    {
      live: liveGroup({ people: [living(2)], peopleComplete: false }),
      pending: [pendingOf(add, { what: 'add' }), pendingOf(remove, { what: 'remove' })],
    },
    [],
  ],
  [
    'no end where nothing could be read',
    {
      reading: { kind: 'unreadable', reason: 'failed', text: '' },
      pending: [pendingOf(add, { what: 'add' })],
    },
    [],
  ],
  [
    'the end of what the files want no more, whatever can be read',
    {
      desired: desiredGroup({ people: [] }),
      reading: { kind: 'unreadable', reason: 'failed', text: '' },
      pending: [pendingOf(add, { what: 'add' })],
    },
    ['ended add 2'],
  ],
  [
    'the end of taking out somebody whom the files list by now',
    {
      desired: desiredGroup({ people: [listed(3)] }),
      reading: { kind: 'unreadable', reason: 'failed', text: '' },
      pending: [pendingOf(remove, { what: 'remove' })],
    },
    ['ended remove 3'],
  ],
  ['the end of what is of no group', { pending: [['x', { at: 0 }]] }, ['ended x of no group']],
  ['nothing of a group that this run did not look at', { pending: [['x', { at: 0, group: elsewhere }]] }, []],
  [
    'the end of a photo that is as it should be',
    { pending: [['x', { ...about, what: 'photo' }]] },
    ['ended x'],
  ],
  [
    'no end of a link while a removal of the group is approved',
    { pending: [['x', { ...about, what: 'link' }], pendingOf(remove, { what: 'remove' })] },
    [],
  ],
  ['the end of a link that nothing asks for', { pending: [['x', { ...about, what: 'link' }]] }, ['ended x']],
  [
    'no end of a link by a reading that does not prove its people',
    {
      live: liveGroup({ people: [living(2)], peopleComplete: false }),
      pending: [['x', { ...about, what: 'link' }]],
    },
    [],
  ],
  [
    'no end of a photo in a run without photos',
    { pending: [['x', { ...about, what: 'photo' }]], skipPhotos: true },
    [],
  ],
])('written down: %s', async (_, setup, expected) => {
  expect(await keep(setup)).toEqual(expected);
});

test('approvals end that were carried out, one line a group; who declined may come by the link; all others stay', async () => {
  const outcomes = [
    { change: add, result: 'declined', cause: 'declined', text: '' },
    { change: remove, result: 'verified' },
    {
      change: personChange('remove', 4, { before: 'member' }),
      result: 'not-verified',
      cause: 'incomplete',
      text: '',
    },
    {
      change: personChange('remove', 5, { before: 'member' }),
      result: 'failed',
      cause: 'rejected',
      text: '',
    },
    { change: personChange('remove', 6, { before: 'member' }), result: 'skipped', cause: 'pace', text: '' },
  ] as const;
  const events: RunEvent[] = [];
  await endApprovals(
    { groups: [{ group: altos, outcomes }] } as unknown as ApplyOutcome,
    toId,
    async (event) => void events.push(event),
  );
  expect(events).toEqual([
    { type: 'approval-ended', group: altos, ids: [toId(remove)] },
    { type: 'approved', group: altos, ids: [toId(add)], what: 'add', lane: 'link' },
  ]);
});

test.each([
  ['while a removal is left to do', 'skipped', []],
  ['once all are done', 'verified', ['remove', 'link']],
] as const)('a renewed link stays approved %s', async (_, result, ended) => {
  const link = {
    action: 'set',
    setting: 'link',
    group: altos,
    why: { kind: 'leavers' },
    isOwed: true,
  } as const;
  const outcomes = [
    result === 'verified' ? { change: remove, result } : { change: remove, result, cause: 'pace' },
    { change: link, result: 'verified' },
  ];
  const names = new Map([
    [toId(remove), 'remove'],
    [toId(link), 'link'],
  ]);
  const found: string[] = [];
  await endApprovals(
    { groups: [{ group: altos, outcomes }] } as unknown as ApplyOutcome,
    toId,
    async (event) =>
      void (event.type === 'approval-ended' && found.push(...event.ids.map((one) => names.get(one) ?? one))),
  );
  expect(found).toEqual(ended);
});
