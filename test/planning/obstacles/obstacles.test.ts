import { expect, test } from 'vitest';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { LidAnswer } from '../../../src/domain/gateway.ts';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { Past } from '../../../src/domain/past.ts';
import { noPast, toHandleKey } from '../../../src/domain/past.ts';
import type { Lid, PersonKey } from '../../../src/domain/people/person.ts';
import type { KnownGroup } from '../../../src/domain/plan/plan.ts';
import { diffGroup } from '../../../src/planning/diff.ts';
import { createKnowledge } from '../../../src/planning/identity/knowledge.ts';
import { heedObstacles, toReaddKey } from '../../../src/planning/obstacles/obstacles.ts';
import {
  account,
  admin,
  altos,
  desiredGroup,
  hidden,
  key,
  lid,
  listed,
  liveGroup,
  living,
  noon,
  pace,
  personChange,
  say,
  singer,
  today,
  yesterday,
} from '../../support/choir.ts';

interface Case {
  readonly desired: KnownGroup;
  readonly live: LiveGroup;
  readonly past?: Partial<Past>;
  readonly lids?: ReadonlyMap<PersonKey, LidAnswer>;
  readonly isProtected?: readonly PersonKey[];
  readonly protectedHandles?: readonly string[];
}

function run({ desired, live, past, lids = new Map(), isProtected = [], protectedHandles = [] }: Case) {
  const accounts = new Set([account.key]);
  const differences: Change[] = diffGroup({ desired, live, accounts, people: new Map(), today });
  return heedObstacles(differences, {
    desired,
    live,
    knowledge: createKnowledge({
      lids,
      pairs: past?.pairs ?? noPast.pairs,
      readings: new Map(),
      people: desired.people,
    }),
    accounts,
    pace,
    protected: new Set(isProtected),
    protectedLids: new Set(['lid-of-protected']),
    protectedHandles,
    past: { ...noPast, ...past },
    now: noon,
    timezone: 'UTC',
  });
}

/** "remove 7: owner since 2026-06-01", and what is due without a colon. */
function tell(input: Case): string[] {
  const { changes, leftAlone } = run(input);
  const left = leftAlone.map(({ reason, change, lid: who, since }) => {
    const what = change ? say(change) : `lid ${who ?? '?'}`;
    return `${what}: ${reason}${since === undefined ? '' : ` since ${since}`}`;
  });
  return [...changes.map(say), ...left];
}

const day = 86_400_000;
const adds = { desired: desiredGroup({ people: [listed(2)] }), live: liveGroup() };
const removes = { desired: desiredGroup(), live: liveGroup({ people: [living(7)] }) };
const renames = { desired: desiredGroup({ settings: { name: 'Alti' } }), live: liveGroup() };
const at = (who: PersonKey, time: number) => new Map([[altos, new Map([[who, time]])]]);

test('nothing stands in the way', () => {
  expect([...tell(adds), ...tell(removes), ...tell(renames)]).toEqual(['add 2', 'remove 7', 'set name']);
});

test.each([
  ['suspended', { suspended: true }],
  ['not-admin', { self: 'member' }],
  ['not-admin', { self: 'unknown' }],
] as const)('%s: %j leaves everything alone', (reason, more) => {
  const desired = desiredGroup({ people: [listed(2)], settings: { name: 'Alti' } });
  const live = liveGroup({ people: [living(7)], ...more });
  expect(tell({ desired, live })).toEqual([`set name: ${reason}`, `add 2: ${reason}`, `remove 7: ${reason}`]);
});

test.each(['community', 'announcements'] as const)('%s: people and announce are left alone', (kind) => {
  const desired = desiredGroup({
    people: [listed(2)],
    settings: { name: 'Alti', announce: true, locked: true },
  });
  expect(tell({ desired, live: liveGroup({ kind }) })).toEqual([
    'set name',
    'set locked',
    'set announce: community',
    'add 2: community',
  ]);
});

test('an incomplete list of people leaves people alone in both directions, settings not', () => {
  const desired = desiredGroup({ people: [listed(2)], settings: { name: 'Alti' } });
  const live = liveGroup({ people: [living(7)], peopleComplete: false });
  expect(tell({ desired, live })).toEqual(['set name', 'add 2: incomplete', 'remove 7: incomplete']);
});

test('an incomplete list is said even where it shows no difference', () => {
  const desired = desiredGroup({ people: [listed(2)] });
  const live = liveGroup({ people: [living(2)], peopleComplete: false });
  expect(run({ desired, live }).leftAlone).toEqual([{ reason: 'incomplete' }]);
});

test('who may be listed under a former number is left alone: their LID is that of somebody wanted', () => {
  const desired = desiredGroup({ people: [listed(2)] });
  const changed = { ...living(7), lid: 'lid-of-2' as Lid };
  const lids = new Map([[key(2), { kind: 'lid', lid: 'lid-of-2' as Lid } as const]]);
  const live = liveGroup({ people: [changed] });
  expect(tell({ desired, live, lids })).toEqual(['add 2: number-changed', 'remove 7: number-changed']);
  expect(tell({ desired, live })).toEqual(['add 2', 'remove 7']);
});

test('in a group that shows no LIDs, somebody unlisted may be the one that the file knows by LID', () => {
  const desired = { ...desiredGroup({ people: [listed(2)] }), knownLids: new Set(['lid-of-7' as Lid]) };
  expect(tell({ desired, live: liveGroup({ people: [living(2), living(7)] }) })).toEqual([
    'remove 7: perhaps-listed',
  ]);
});

test('whom the policy protects by LID is left alone', () => {
  const guarded = { ...living(7), lid: 'lid-of-protected' as Lid };
  const live = liveGroup({ people: [living(2), guarded] });
  expect(tell({ desired: desiredGroup({ people: [listed(2)] }), live })).toEqual(['remove 7: protected']);
});

test('a frozen topic is left alone, a name not', () => {
  const desired = desiredGroup({ settings: { name: 'Alti', topic: 'x' } });
  expect(tell({ desired, live: liveGroup({ topicFrozen: true }) })).toEqual([
    'set name',
    'set topic: frozen-topic',
  ]);
});

test.each([
  ['é'.repeat(12) + 'x', 'set name'],
  ['é'.repeat(13), 'set name: name-too-long'],
])('the name %s', (name, said) => {
  expect(tell({ desired: desiredGroup({ settings: { name } }), live: liveGroup() })).toEqual([said]);
});

test('the owner is neither removed nor demoted', () => {
  const owner = liveGroup({ people: [admin(7, { isOwner: true })] });
  expect(tell({ desired: desiredGroup(), live: owner })).toEqual(['remove 7: owner']);
  expect(tell({ desired: desiredGroup({ people: [listed(7)] }), live: owner })).toEqual(['demote 7: owner']);
});

test('an owner who is no admin can be promoted', () => {
  const live = liveGroup({ people: [living(7, { isOwner: true })] });
  expect(tell({ desired: desiredGroup({ people: [listed(7, { role: 'admin' })] }), live })).toEqual([
    'promote 7',
  ]);
});

test('whom the policy protects is neither removed nor demoted, a passed date or not', () => {
  const isProtected = [key(7), key(8)];
  const live = liveGroup({ people: [admin(7), living(8)] });
  const desired = desiredGroup({ people: [listed(8, { memberUntil: yesterday }), listed(7)] });
  expect(tell({ desired, live, isProtected })).toEqual(['demote 7: protected', 'remove 8: protected']);
});

test('an admin is not removed where the file has no say in admins', () => {
  const desired = desiredGroup({ lists: { members: true, admins: false } });
  expect(tell({ desired, live: liveGroup({ people: [admin(7), living(8)] }) })).toEqual([
    'remove 8',
    'remove 7: admin',
  ]);
});

test('whoever is only invited is not added', () => {
  const desired = desiredGroup({ people: [listed(2, { byInvite: true, role: 'admin' })] });
  expect(tell({ desired, live: liveGroup() })).toEqual(['add 2: by-invite', 'promote 2: by-invite']);
});

test('whoever was invited and came is promoted', () => {
  const desired = desiredGroup({ people: [listed(2, { byInvite: true, role: 'admin' })] });
  expect(tell({ desired, live: liveGroup({ people: [living(2)] }) })).toEqual(['promote 2']);
});

test('who may hide among those without a number is not added, until a look-up tells', () => {
  const live = liveGroup({ unidentified: [hidden('33333')] });
  expect(tell({ ...adds, live })).toEqual(['add 2: perhaps-hidden', 'lid 33333: unidentified']);
  const lids = new Map<PersonKey, LidAnswer>([[key(2), { kind: 'lid', lid: lid('22222') }]]);
  expect(tell({ ...adds, live, lids })).toEqual(['add 2', 'lid 33333: unidentified']);
});

test('whose number two members share is not added', () => {
  const live = liveGroup({
    unidentified: [
      { ...hidden('33333'), key: key(2) },
      { role: 'member', isOwner: false, key: key(2) },
    ],
  });
  expect(tell({ ...adds, live })).toEqual(['add 2: ambiguous', 'lid ?: ambiguous', 'lid 33333: ambiguous']);
});

test.each([
  ['today', noon, 'since 2026-06-15'],
  ['30 days ago', noon - 30 * day, 'since 2026-05-16'],
  ['a millisecond more', noon - 30 * day - 1, undefined],
] as const)('declined %s', (_, time, since) => {
  const said = since === undefined ? 'add 2' : `add 2: declined ${since}`;
  expect(tell({ ...adds, past: { declined: at(key(2), time) } })).toEqual([said]);
  expect(tell({ ...removes, past: { declined: at(key(7), time) } })).toEqual(['remove 7']);
});

test.each([
  ['until tomorrow', noon + day, 'since 2026-06-15'],
  ['a millisecond longer', noon + 1, 'since 2026-06-15'],
  ['until now', noon, undefined],
] as const)('not on WhatsApp, asked today, to rest %s', (_, until, since) => {
  const end = since === undefined ? '' : `: not-on-whatsapp ${since}`;
  const resting = (who: number) => ({ unregistered: new Map([[singer(who).phone, { at: noon, until }]]) });
  expect(tell({ ...adds, past: resting(2) })).toEqual([`add 2${end}`]);
  expect(tell({ ...removes, past: resting(7) })).toEqual([`remove 7${end}`]);
});

test('who was there when last verified, however long ago, has left', () => {
  const verified = at(key(2), noon - 400 * day);
  expect(tell({ ...adds, past: { verified } })).toEqual(['add 2: left since 2025-05-11']);
});

test('who was verified in another group has not left this one', () => {
  const verified = new Map([['120363000000000002@g.us' as typeof altos, new Map([[key(2), noon]])]]);
  expect(tell({ ...adds, past: { verified } })).toEqual(['add 2']);
});

test('readd puts back once who has left, up to its day', () => {
  const verified = at(key(2), noon);
  const again = (readd: string, readded: readonly string[] = []) => ({
    desired: desiredGroup({ people: [listed(2, { readd, via: ['dewi'] })] }),
    live: liveGroup(),
    past: { verified, readded: new Set(readded) },
  });
  const { changes } = run(again(today));
  expect(changes.map(({ why }) => why)).toEqual([{ kind: 'readd', readd: today, via: ['dewi'] }]);
  const left = 'add 2: left since 2026-06-15';
  expect(tell(again(yesterday))).toEqual([left]);
  const done = toReaddKey(personChange('add', 2), today);
  expect(tell(again(today, [done]))).toEqual([left]);
  expect(tell(again('2026-06-30', [done]))).toEqual(['add 2']);
});

test('readd for somebody who never was there is an add like any', () => {
  const desired = desiredGroup({ people: [listed(2, { readd: today })] });
  expect(run({ desired, live: liveGroup() }).changes[0]?.why.kind).toBe('listed');
});

test('without the memory that should be there no limit of a day is known: people are left alone, settings not', () => {
  const desired = desiredGroup({ people: [listed(2, { role: 'admin' })], settings: { name: 'Alti' } });
  const live = liveGroup({ people: [living(7)] });
  expect(tell({ desired, live, past: { memory: 'unusable' } })).toEqual([
    'set name',
    'add 2: no-memory',
    'promote 2: no-memory',
    'remove 7: no-memory',
  ]);
});

test('who is not added is not promoted, for the same reason and since the same day', () => {
  const desired = desiredGroup({ people: [listed(2, { role: 'admin' })] });
  expect(tell({ desired, live: liveGroup(), past: { verified: at(key(2), noon) } })).toEqual([
    'add 2: left since 2026-06-15',
    'promote 2: left since 2026-06-15',
  ]);
});

test.each([
  ['members exact', desiredGroup(), ['lid 11111: unidentified', 'lid 33333: unidentified']],
  [
    'admins exact alone',
    desiredGroup({ lists: { members: false, admins: true } }),
    ['lid 33333: unidentified'],
  ],
  ['members additive', desiredGroup({ manage: { members: 'additive', admins: 'additive' } }), []],
  ['known by LID', desiredGroup({ knownLids: new Set([lid('11111'), lid('33333')]) }), []],
])('members whose number is hidden, sorted: %s', (_, desired, said) => {
  const live = liveGroup({ unidentified: [hidden('33333', 'admin'), hidden('11111')] });
  expect(tell({ desired, live })).toEqual(said);
});

/** The reason for which the first change is left alone. */
function first(input: Case) {
  return tell(input)[0]?.split(': ')[1]?.split(' ')[0];
}

test('who was added in vain is tried again when the rest is over', () => {
  const desired = desiredGroup({ people: [listed(2)] });
  const tellOf = (until: number) => {
    const inner = new Map([[`add ${key(2)}`, { at: noon - 1, until, isRefused: false }]]);
    return tell({ desired, live: liveGroup(), past: { tried: new Map([[altos, inner]]) } });
  };
  expect(tellOf(noon + 1)[0]).toContain('add 2: tried');
  expect(tellOf(noon)).toEqual(['add 2']);
});

test('who was refused alone is left alone in that, until the rest is over', () => {
  const since = 'refused since 2026-06-15';
  const table: readonly [number, string[]][] = [
    [noon + 1, [`add 2: ${since}`, `remove 7: ${since}`, 'remove 7']],
    [noon, ['add 2', 'remove 7', 'remove 7']],
  ];
  for (const [until, said] of table) {
    const tried = (who: number, action: string) =>
      new Map([[altos, new Map([[`${action} ${key(who)}`, { at: noon, until, isRefused: true }]])]]);
    expect([
      ...tell({ ...adds, past: { tried: tried(2, 'add') } }),
      ...tell({ ...removes, past: { tried: tried(7, 'remove') } }),
      ...tell({ ...removes, past: { tried: tried(7, 'add') } }),
    ]).toEqual(said);
  }
});

/** Each row has every objection of those above it as well: the first is told. */
test('of several objections the first of the table is told', () => {
  const person = listed(2, { byInvite: true });
  const hides = { unidentified: [hidden('33333')] };
  const twins = { unidentified: [hidden('33333'), { ...hidden('44444'), key: key(2) }] };
  const past = {
    declined: at(key(2), noon),
    tried: new Map([[altos, new Map([[`add ${key(2)}`, { at: noon, until: noon + 1, isRefused: false }]])]]),
    verified: at(key(2), noon),
    unregistered: new Map([[singer(2).phone, { at: noon, until: noon + 1 }]]),
    memory: 'unusable' as const,
  };
  const lids = new Map<PersonKey, LidAnswer>([[key(2), { kind: 'lid', lid: lid('22222') }]]);
  const knownLids = new Set([lid('33333'), lid('44444')]);
  const files = desiredGroup({ people: [person], knownLids });
  const direct = desiredGroup({ people: [listed(2)], knownLids });
  const byLink = { ...direct, newMembers: 'invite' } as const;
  const observed = desiredGroup({ people: [person], knownLids, manage: { members: 'observe' } });
  const { declined, tried, verified, memory } = past;
  const nothing = liveGroup();
  expect([
    first({ desired: direct, live: nothing, past: { memory } }),
    first({ desired: direct, live: nothing, past: { memory, tried } }),
    first({ desired: byLink, live: nothing, past: { memory, tried } }),
    first({ desired: byLink, live: nothing, past: { memory, tried, declined } }),
    first({ desired: files, live: nothing, past: { memory, tried, declined } }),
    first({ desired: files, live: nothing, past: { memory, tried, declined, verified } }),
    first({ desired: files, live: nothing, past }),
    first({ desired: files, live: liveGroup({ kind: 'community' }), past }),
    first({ desired: files, live: liveGroup({ kind: 'community', self: 'member' }), past }),
    first({ desired: files, live: liveGroup({ self: 'member', suspended: true }), past }),
    first({ desired: observed, live: liveGroup({ self: 'member', suspended: true }), past }),
    first({ desired: observed, live: liveGroup({ ...hides, suspended: true }), past }),
    first({ desired: observed, live: liveGroup({ ...twins, suspended: true }), past, lids }),
    first({ desired: observed, live: liveGroup({ ...twins, peopleComplete: false }), past }),
  ]).toEqual([
    'no-memory',
    'tried',
    'new-members',
    'declined',
    'by-invite',
    'left',
    'not-on-whatsapp',
    'community',
    'not-admin',
    'suspended',
    'observe',
    'perhaps-hidden',
    'ambiguous',
    'incomplete',
  ]);
});

/** A group with 7 as an admin. */
function withAdmin(more: { isOwner?: boolean } = {}) {
  return liveGroup({ people: [admin(7, more)] });
}

test('of several objections to a removal the first of the table is told', () => {
  const desired = desiredGroup({ lists: { members: true, admins: false } });
  const isProtected = [key(7)];
  expect([
    tell({ desired, live: withAdmin({}) })[0],
    tell({ desired, live: withAdmin({}), isProtected })[0],
    tell({ desired, live: withAdmin({ isOwner: true }), isProtected })[0],
    tell({
      desired: { ...desired, manage: { ...desired.manage, members: 'additive' } },
      live: withAdmin({ isOwner: true }),
    })[0],
  ]).toEqual(['remove 7: admin', 'remove 7: protected', 'remove 7: owner', 'remove 7: additive']);
});

test('a number that stood behind a protected handle is nobody to take out', () => {
  const isAna = toHandleKey('ana', key(7));
  const past = { handles: new Set([isAna]) };
  const live = liveGroup({ people: [admin(7), living(8)] });
  const everybody = { desired: desiredGroup(), live, past };
  expect(tell({ ...everybody, protectedHandles: ['ana'] })).toEqual([
    'remove 8',
    'remove 7: protected-number',
  ]);
  expect(tell({ ...everybody, protectedHandles: ['budi'] })).toEqual(['remove 7', 'remove 8']);
});

test.each([
  ['nobody asked yet', new Map(), {}, 'not-yet'],
  ['today’s look-ups are spent', new Map(), { lookups: [{ at: noon, count: 399 }] }, 'spent'],
  ['their number is not on WhatsApp', new Map([[key(2), { kind: 'none' } as const]]), {}, 'not-found'],
  ['the look-up told nothing', new Map([[key(2), { kind: 'unknown' } as const]]), {}, 'unclear'],
])('whoever may hide says why that cannot be told: %s', (_, lids, past, asked) => {
  const live = liveGroup({ unidentified: [{ lid: 'lid-of-x' as Lid, role: 'member', isOwner: false }] });
  const { leftAlone } = run({ desired: desiredGroup({ people: [listed(2)] }), live, lids, past });
  expect(leftAlone[0]).toMatchObject({ reason: 'perhaps-hidden', asked });
});
