import { expect, test } from 'vitest';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { Past } from '../../../src/domain/past.ts';
import { toTriedKey } from '../../../src/domain/past.ts';
import type { JoinRequest } from '../../../src/domain/people/join-request.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import { findLane } from '../../../src/domain/plan/lane.ts';
import { isPersonChange } from '../../../src/domain/plan/change.ts';
import { planGroup, planGroups } from '../../../src/planning/plan-groups.ts';
import type { PlanInput } from '../../../src/planning/plan-input.ts';
import {
  altos,
  desiredGroup,
  hidden,
  key,
  lid,
  limits,
  listed,
  liveGroup,
  living,
  noon,
  personChange,
  phone,
  planInput,
  say,
  singer,
  today,
  tomorrow,
  yesterday,
} from '../../support/choir.ts';
import { noPast } from '../../../src/domain/past.ts';
import { seenPairs } from '../../support/seen-pairs.ts';
import { told } from '../identity/knowledge-stage.ts';

const hers = lid('22222');
const day = 86_400_000;
/** Singer 2 asks, an hour ago. */
const asks: JoinRequest = { person: singer(2), lid: hers, at: noon - 3_600_000 };

interface Case {
  readonly desired?: Parameters<typeof desiredGroup>[0];
  readonly live?: Partial<LiveGroup>;
  readonly requests?: LiveGroup['requests'];
  readonly past?: Partial<Past>;
  readonly lids?: PlanInput['lids'];
}

/** "knock 2", "add 2: left", "asks 9 since 2026-06-15": what is due, and what is left alone. */
function tell({ desired = {}, live = {}, requests = [asks], past = {}, lids = new Map() }: Case): string[] {
  const file = desiredGroup({ people: [listed(2)], ...desired });
  const group = { ...liveGroup(), ...live, ...(requests && { requests }) };
  const input = planInput([[file, group]], { past: { ...noPast, ...past }, lids }, {}, [singer(2)]);
  const { changes, leftAlone } = planGroup(file, { kind: 'read', group }, input);
  const lane = (change: (typeof changes)[number]) =>
    isPersonChange(change) && findLane(change) === 'knock'
      ? say(change).replace('add', 'knock')
      : say(change);
  const left = leftAlone.map(({ reason, change, other, lid: who, since }) => {
    if (change) return `${lane(change)}: ${reason}${other ? ` ${toShort(other.key)}` : ''}`;
    const label = other ? toShort(other.key) : (who ?? '');
    return [reason, label, ...(since === undefined ? [] : [`since ${since}`])].filter(Boolean).join(' ');
  });
  return [...changes.map(lane), ...left];
}

function toShort(person: PersonKey): string {
  return String(Number(person.slice(-3)));
}

const at = (time: number) => new Map([[altos, new Map([[key(2), time]])]]);
const tried = (lane: 'add' | 'knock', isRefused: boolean, time: number) => {
  const name = toTriedKey(personChange('add', 2, { lane }));
  return new Map([[altos, new Map([[name, { at: time, until: noon + day, isRefused }]])]]);
};

test.each<[what: string, input: Case]>([
  ['nothing stands in the way', {}],
  ['they declined an add', { past: { declined: at(noon - day) } }],
  ['they left', { past: { verified: at(noon - day) } }],
  ['adds were in vain', { past: { tried: tried('add', false, noon - day) } }],
  ['an add was refused, even after they asked', { past: { tried: tried('add', true, noon - 1) } }],
  ['they come by invitation only', { desired: { people: [listed(2, { byInvite: true })] } }],
  [
    'their number was not found before',
    { past: { unregistered: new Map([[singer(2).phone, { at: noon - 1, until: noon + day }]]) } },
  ],
  ['somebody hides in the group', { live: { unidentified: [hidden('77777')] }, desired: known77777() }],
  ['they could not be let in, and ask again', { past: { tried: tried('knock', true, noon - day) } }],
  ['the mode only adds', { desired: { people: [listed(2)], manage: { members: 'additive' } } }],
  ['their first day has come', { desired: { people: [listed(2, { memberFrom: today })] } }],
  ['a look-up told the same LID', { lids: told({ 2: '22222' }) }],
])('whoever asks is let in: %s', (_, input) => {
  expect(tell(input)).toEqual(['knock 2']);
});

function known77777(): Case['desired'] {
  return { people: [listed(2)], knownLids: new Set([lid('77777')]) };
}

test.each<[what: string, input: Case, said: readonly string[]]>([
  ['the mode only reports', { desired: { manage: { members: 'observe' } } }, ['knock 2: observe']],
  ['the account is no admin', { live: { self: 'member' } }, ['knock 2: not-admin']],
  ['the group is suspended', { live: { suspended: true } }, ['knock 2: suspended']],
  ['it is a community', { live: { kind: 'community' } }, ['knock 2: community']],
  ['the list is not whole', { live: { peopleComplete: false } }, ['knock 2: incomplete']],
  ['the group shows a part of it', { live: { undated: true } }, ['knock 2: undated']],
  [
    'an unlisted number is nearly the same',
    {
      live: {
        people: new Map([
          ...liveGroup().people,
          [key(7), living({ key: key(7), phone: phone('4412340900002') })],
        ]),
      },
    },
    ['knock 2: perhaps-same 7', 'remove 7: perhaps-same 2'],
  ],
  [
    'two ask by what may be their number',
    { requests: [asks, { person: singer(2), lid: lid('33333') }] },
    ['knock 2: ambiguous'],
  ],
  [
    'the number was another account’s before',
    { past: { pairs: seenPairs([[key(2), lid('99999')]]) } },
    ['knock 2: other-account'],
  ],
  ['a look-up told another LID', { lids: told({ 2: '99999' }) }, ['knock 2: other-account']],
  [
    'only the memory of an earlier day says who it is',
    { requests: [{ lid: hers }], past: { pairs: seenPairs([[key(2), hers]]) } },
    ['knock 2: unconfirmed'],
  ],
  [
    'somebody hides in the group, and no LID says that it is not they',
    { requests: [{ person: singer(2) }], live: { unidentified: [hidden('77777')] }, desired: known77777() },
    ['knock 2: perhaps-hidden'],
  ],
  ['the memory is unusable', { past: { memory: 'unusable' } }, ['knock 2: no-memory']],
  [
    'they could not be let in since they asked',
    { past: { tried: tried('knock', false, noon - 1) } },
    ['knock 2: not-let-in'],
  ],
  [
    'they could not be let in, and ask at a time that is still to come',
    { requests: [{ ...asks, at: noon + 1 }], past: { tried: tried('knock', false, noon - 1) } },
    ['knock 2: not-let-in'],
  ],
  [
    'WhatsApp refused it since they asked',
    { past: { tried: tried('knock', true, noon - 1) } },
    ['knock 2: not-let-in'],
  ],
])('nobody is let in: %s', (_, input, said) => {
  expect(tell(input)).toEqual(said);
});

test('whoever could not be let in and asks anew is let in', () => {
  const requests = [{ ...asks, at: noon }];
  expect(tell({ requests, past: { tried: tried('knock', false, noon - 1) } })).toEqual(['knock 2']);
});

test('whoever could not be let in is not added the next moment, but after its rest', () => {
  expect(tell({ requests: [], past: { tried: tried('knock', false, noon - 1) } })).toEqual([
    'add 2: not-let-in',
  ]);
  const over = new Map([
    [altos, new Map([[`knock ${key(2)}`, { at: noon - day, until: noon, isRefused: false }]])],
  ]);
  expect(tell({ requests: [], past: { tried: over } })).toEqual(['add 2']);
});

test('an admin to be is let in, then promoted', () => {
  expect(tell({ desired: { people: [listed(2, { role: 'admin' })] } })).toEqual(['knock 2', 'promote 2']);
});

test('who leaves today is not let in by the same breath: unlisted is reported', () => {
  const since = 'since 2026-06-15';
  const nobody = { people: [] };
  expect(tell({ desired: nobody })).toEqual([`asks 2 ${since}`]);
  expect(tell({ desired: { people: [listed(2, { memberUntil: yesterday })] } })).toEqual([`asks 2 ${since}`]);
  expect(tell({ desired: { people: [listed(2, { memberFrom: tomorrow })] } })).toEqual([
    `asks-early 2 ${since}`,
  ]);
  // Whoever is an admin from a later day on may be a member before.
  expect(tell({ desired: { people: [listed(2, { role: 'admin', adminFrom: tomorrow })] } })).toEqual([
    'knock 2',
  ]);
});

test('who cannot be named goes to a person', () => {
  expect(tell({ desired: { people: [] }, requests: [{ lid: hers }, { person: singer(9) }] })).toEqual([
    'asks-hidden 22222',
    'asks 9',
  ]);
  const knownLids = new Set([hers]);
  expect(tell({ desired: { people: [], knownLids }, requests: [{ lid: hers }] })).toEqual([
    'asks-listed 22222',
  ]);
  expect(tell({ desired: { people: [], knownLids }, requests: [asks] })).toEqual([
    'asks-listed 2 since 2026-06-15',
  ]);
});

test('who asks by a new number is the same account: neither number is added', () => {
  const moved: JoinRequest = { person: singer(9), lid: hers };
  const past = { pairs: seenPairs([[key(2), hers]]) };
  expect(tell({ requests: [moved], past })).toEqual(['add 2: asks-renumbered 9', 'asks 9']);
});

test('who asks could not be read: it is said, and whoever belongs here is added', () => {
  expect(tell({ requests: 'unread' })).toEqual(['add 2', 'requests-unread']);
});

test('nobody of those in the group asks, nor does the account', () => {
  const people = new Map([...liveGroup().people, [key(2), living(2)]]);
  const requests = [asks, { person: singer(1), lid: lid('11111') }];
  expect(tell({ live: { people }, requests })).toEqual([]);
});

test('whoever is let in counts like an add, by the limits of the group and of the run', () => {
  const file = desiredGroup({ people: [listed(2), listed(3)] });
  const live = { ...liveGroup(), requests: [asks] };
  const adds = { group: 1, run: 1 };
  const input = planInput([[file, live]], {}, { limits: { ...limits, adds } });
  const { groups, refusals } = planGroups(input);
  expect(groups[0]?.refusals).toMatchObject([{ limit: 'adds', scope: 'group', count: 2, allowed: 1 }]);
  // A group that is refused takes nothing of the run's.
  expect(refusals).toEqual([]);
  const wide = planInput([[file, live]], {}, { limits: { ...limits, adds: { group: 9, run: 1 } } });
  expect(planGroups(wide).refusals).toMatchObject([{ limit: 'adds', scope: 'run', count: 2, allowed: 1 }]);
});
