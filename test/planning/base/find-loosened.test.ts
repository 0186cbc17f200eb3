import { describe, expect, test } from 'vitest';
import type { Allowance, DesiredGroup, Modes } from '../../../src/domain/group.ts';
import type { DailyRule, LimitRule, Loosened, PauseRule } from '../../../src/domain/loosened.ts';
import type { Limits, Organisation, Policy } from '../../../src/domain/organisation.ts';
import type { Unread } from '../../../src/domain/origin.ts';
import { findLoosened } from '../../../src/planning/base/find-loosened.ts';
import {
  account,
  altos,
  desiredGroup,
  lid,
  limits,
  listed,
  organisation,
  pace,
  phone,
  singer,
  span,
} from '../../support/choir.ts';

/** What is found where the policy alone differs. */
function ofPolicies(head: Partial<Policy>, base: Partial<Policy>, people: Organisation['people'][] = []) {
  const [now, before] = [organisation([], head), organisation([], base)];
  const [theirs = new Map(), ours = theirs] = people;
  return findLoosened({ ...now, people: ours }, { ...before, people: theirs }, []);
}

/** A looser and a stricter number for each: a limit that is new does not compile without. */
const numbers: Readonly<Record<LimitRule, readonly [looser: number, stricter: number]>> = {
  'removals.percent': [50, 5],
  'removals.floor': [9, 0],
  'removals.run': [200, 2],
  'demotions.group': [9, 0],
  'demotions.run': [9, 0],
  'promotions.group': [9, 0],
  'promotions.run': [99, 0],
  'adds.group': [1000, 0],
  'adds.run': [1000, 0],
  'admins.min': [0, 5],
  'creates.run': [50, 0],
};

function withLimit(rule: LimitRule, count: number): Limits {
  const [kind, part] = rule.split('.') as [keyof Limits, string];
  return { ...limits, [kind]: { ...limits[kind], [part]: count } };
}

const rules = Object.entries(numbers) as [LimitRule, readonly [number, number]][];

describe('a limit that is loosened', () => {
  test.each(rules)('%s', (rule, [looser, stricter]) => {
    const [kind, part] = rule.split('.') as [keyof Limits, string];
    const before = (limits[kind] as Readonly<Record<string, number>>)[part];
    expect(ofPolicies({ limits: withLimit(rule, looser) }, {})).toEqual([
      { kind: 'limit', rule, before, after: looser },
    ]);
    expect(ofPolicies({ limits: withLimit(rule, stricter) }, {})).toEqual([]);
  });

  test('in a first commit is compared with the usual ones', () => {
    const head = organisation([], { limits: withLimit('adds.run', 999), pace: { ...pace, addsPerDay: 99 } });
    expect(findLoosened(head, undefined, [])).toEqual([
      { kind: 'limit', rule: 'adds.run', before: 300, after: 999 },
      { kind: 'daily', rule: 'addsPerDay', before: 40, after: 99 },
    ]);
  });
});

const paces: Readonly<Record<DailyRule | PauseRule, true>> = {
  addsPerDay: true,
  lookupsPerDay: true,
  createsPerDay: true,
  messagesPerDay: true,
  pause: true,
  afterAdd: true,
  reads: true,
};

test.each(Object.keys(paces) as (DailyRule | PauseRule)[])('a faster pace: %s', (rule) => {
  const usual = pace[rule];
  const change = (factor: number) =>
    typeof usual === 'number' ? usual * factor : { ...usual, min: usual.min / factor };
  const kind = typeof usual === 'number' ? 'daily' : 'pause';
  expect(ofPolicies({ pace: { ...pace, [rule]: change(2) } }, {})).toEqual([
    { kind, rule, before: usual, after: change(2) },
  ]);
  expect(ofPolicies({ pace: { ...pace, [rule]: change(0.5) } }, {})).toEqual([]);
});

const [ana, budi] = [
  { ...singer(2), handle: 'ana' },
  { ...singer(3), handle: 'budi' },
];
const known = (...people: readonly (typeof ana)[]) => new Map(people.map((each) => [each.key, each]));
const guarded = (...people: readonly (typeof ana)[]) => ({
  protected: new Set(people.map(({ key }) => key)),
});

describe('somebody who is protected no more', () => {
  test('is named', () => {
    expect(ofPolicies(guarded(ana), guarded(ana, budi), [known(ana, budi)])).toEqual([
      { kind: 'unprotected', who: budi },
    ]);
    expect(
      ofPolicies({ protectedLids: new Set() }, { protectedLids: new Set([lid('111222333444555')]) }),
    ).toEqual([{ kind: 'unprotected', who: '111222333444555' }]);
  });

  test('is nobody whose handle is still protected, with another number', () => {
    const moved = { ...singer(9), handle: 'ana' };
    expect(ofPolicies(guarded(moved), guarded(ana), [known(ana), known(moved)])).toEqual([]);
  });
});

const [old, other] = [account.phone, phone('447700900099')];
const [written, otherwise] = [phone('5520987654321'), phone('552087654321')];

test.each<[how: string, head: Policy['accounts'], base: Policy['accounts'], told: readonly object[]]>([
  [
    'changed',
    new Map([['main', other]]),
    new Map([['main', old]]),
    [{ name: 'main', before: old, after: other }],
  ],
  [
    'put in',
    new Map([
      ['main', old],
      ['second', other],
    ]),
    new Map([['main', old]]),
    [{ name: 'second', after: other }],
  ],
  [
    'taken out',
    new Map([['main', old]]),
    new Map([
      ['main', old],
      ['second', other],
    ]),
    [{ name: 'second', before: other }],
  ],
  ['renamed', new Map([['chief', old]]), new Map([['main', old]]), []],
  ['written otherwise', new Map([['main', written]]), new Map([['main', otherwise]]), []],
])('an account that is %s', (_how, head, base, told) => {
  expect(ofPolicies({ accounts: head }, { accounts: base })).toEqual(
    told.map((each) => ({ kind: 'account', ...each })),
  );
});

const toState = (state: string | undefined) => (state === undefined ? {} : { state });

test.each<[how: string, head: string | undefined, base: string | undefined, told: readonly object[]]>([
  ['kept no more', undefined, '.rollcall', [{ before: '.rollcall' }]],
  ['in another place', 'other', '.rollcall', [{ before: '.rollcall', after: 'other' }]],
  ['the same', '.rollcall', '.rollcall', []],
  ['new', '.rollcall', undefined, []],
])('a memory that is %s', (_how, head, base, told) => {
  expect(ofPolicies(toState(head), toState(base))).toEqual(told.map((each) => ({ kind: 'memory', ...each })));
});

type Options = Parameters<typeof desiredGroup>[0];

/** What is found where one group differs. */
function ofGroups(head: Options, base: Options | undefined, policies: Partial<Policy>[] = []): Loosened[] {
  const [now = {}, before = {}] = policies;
  return findLoosened(
    organisation([desiredGroup(head)], now),
    organisation(base ? [desiredGroup(base)] : [], before),
    [],
  );
}

const all = (mode: Modes['members']): Partial<Modes> => ({ members: mode, admins: mode, settings: mode });
const place = { file: 'altos.yaml' };
const raised = (part: keyof Modes, before: string, after: string, isDefault = false) => ({
  kind: 'reach',
  part,
  before,
  after,
  isDefault,
  groups: [place],
});

const modes = (mode: Modes['members'], names: readonly string[]): DesiredGroup[] =>
  names.map((name) => ({
    ...desiredGroup({ manage: all(mode), file: `${name}.yaml` }),
    id: `${altos}${name}` as typeof altos,
  }));

describe('a group of which more is done', () => {
  test.each<[how: string, head: Options, base: Options, told: readonly object[]]>([
    ['binding', {}, { manage: { members: 'additive' } }, [raised('members', 'additive', 'exact')]],
    [
      'watched before',
      { manage: all('additive') },
      { manage: all('observe') },
      [
        raised('members', 'observe', 'additive'),
        raised('admins', 'observe', 'additive'),
        raised('settings', 'observe', 'additive'),
      ],
    ],
    ['with settings that lose nothing', {}, { manage: { settings: 'additive' } }, []],
    ['less', { manage: all('additive') }, {}, []],
    ['as before', {}, {}, []],
    [
      'with a list that is new',
      {},
      { lists: { members: true, admins: false } },
      [raised('admins', 'none', 'exact')],
    ],
    [
      'with a new list that takes nothing away',
      { manage: { admins: 'additive' } },
      { lists: { members: true, admins: false } },
      [],
    ],
    [
      'whose mode says nothing of a list that is not there',
      { lists: { members: false, admins: true } },
      { manage: { members: 'additive' }, lists: { members: false, admins: true } },
      [],
    ],
  ])('%s', (_how, head, base, told) => {
    expect(ofGroups(head, base, [{}, {}])).toEqual(told);
  });

  test('by the policy’s own default, all of them together', () => {
    const head = organisation(modes('exact', ['a', 'b', 'c']), { manage: 'exact' });
    const base = organisation(modes('additive', ['a', 'b', 'c']), { manage: 'additive' });
    const groups = ['a', 'b', 'c'].map((name) => ({ file: `${name}.yaml` }));
    expect(findLoosened(head, base, [])).toEqual([
      { ...raised('members', 'additive', 'exact', true), groups },
      { ...raised('admins', 'additive', 'exact', true), groups },
    ]);
  });
});

test('a default that makes groups exact is named', () => {
  const manageFrom = { members: 'choir/_defaults.yaml', admins: 'choir/_defaults.yaml' };
  const now = modes('exact', ['a', 'b']).map((group) => ({ ...group, manageFrom }));
  const before = organisation(modes('additive', ['a', 'b']), { manage: 'additive' });
  const groups = ['a', 'b'].map((name) => ({ file: `${name}.yaml` }));
  const told = { defaults: 'choir/_defaults.yaml', groups };
  // Also where the policy says the same.
  for (const manage of ['additive', 'exact'] as const)
    expect(findLoosened(organisation(now, { manage }), before, [])).toEqual([
      { ...raised('members', 'additive', 'exact'), ...told },
      { ...raised('admins', 'additive', 'exact'), ...told },
    ]);
});

describe('whoever is missing is added again', () => {
  const observed = { manage: all('observe') };
  const again = { kind: 'new-members', isDefault: false, groups: [place] };

  test.each<[how: string, head: Options, base: Options, told: readonly object[]]>([
    ['by the group', {}, { newMembers: 'invite' }, [again]],
    [
      'by a default',
      { newMembersFrom: '_defaults.yaml' },
      { newMembers: 'invite' },
      [{ ...again, defaults: '_defaults.yaml' }],
    ],
    ['where nobody is', observed, { newMembers: 'invite', ...observed }, []],
    ['nowhere', { newMembers: 'invite' }, { newMembers: 'invite' }, []],
    ['less', { newMembers: 'invite' }, {}, []],
  ])('%s', (_how, head, base, expected) => {
    expect(ofGroups(head, base)).toEqual(expected);
  });

  test('by the policy, in all groups together', () => {
    const head = organisation(modes('exact', ['a', 'b']), { newMembers: 'add' });
    const before = modes('exact', ['a', 'b']).map((group) => ({ ...group, newMembers: 'invite' as const }));
    expect(findLoosened(head, organisation(before, { newMembers: 'invite' }), [])).toEqual([
      { kind: 'new-members', isDefault: true, groups: [{ file: 'a.yaml' }, { file: 'b.yaml' }] },
    ]);
  });
});

const seal = (text: string) => ({ seal: { text: `rollcall-${text}`, keyId: text } });

test('another key, or none, for numbers that were sealed', () => {
  expect(ofPolicies(seal('b'), seal('a'))).toEqual([{ kind: 'seal', before: 'a', after: 'b' }]);
  expect(ofPolicies({}, seal('a'))).toEqual([{ kind: 'seal', before: 'a' }]);
  expect(ofPolicies(seal('a'), {})).toEqual([]);
  expect(ofPolicies(seal('a'), seal('a'))).toEqual([]);
});

test('links that are not renewed any more', () => {
  const [never, renewed] = [
    { link: { renew: 'never' } },
    { link: { renew: 'after-removals' } },
  ] as const satisfies Partial<Policy>[];
  expect(ofPolicies(never, renewed)).toEqual([{ kind: 'link' }]);
  expect(ofPolicies(renewed, never)).toEqual([]);
});

test('a group that another account acts on', () => {
  const accounts = new Map([
    ['main', old],
    ['second', other],
  ]);
  expect(ofGroups({ account: 'second' }, { account: 'main' }, [{ accounts }, { accounts }])).toEqual([
    { kind: 'handed-over', before: 'main', after: 'second', groups: [place] },
  ]);
  const renamed = [{ accounts: new Map([['chief', old]]) }, {}];
  expect(ofGroups({ account: 'chief' }, { account: 'main' }, renamed)).toEqual([]);
});

const allow: Allowance = { counts: { removals: 28 }, until: '2026-07-01', reason: 'class split', span };
const told = {
  kind: 'allow',
  group: place,
  limit: 'removals',
  number: 28,
  until: allow.until,
  reason: allow.reason,
};

describe('what a file lets past a limit', () => {
  test.each<[how: string, head: Allowance, base: Allowance | undefined, told: readonly object[]]>([
    ['is new', allow, undefined, [told]],
    [
      'is more',
      allow,
      { ...allow, counts: { removals: 5 } },
      [{ ...told, before: { number: 5, until: allow.until } }],
    ],
    [
      'is longer',
      allow,
      { ...allow, until: '2026-06-20' },
      [{ ...told, before: { number: 28, until: '2026-06-20' } }],
    ],
    ['is of another kind', allow, { ...allow, counts: { adds: 28 } }, [told]],
    ['is the same', allow, allow, []],
    ['is less', { ...allow, counts: { removals: 2 } }, allow, []],
  ])('%s', (_how, head, base, expected) => {
    expect(ofGroups({ allow: head }, base ? { allow: base } : {})).toEqual(expected);
  });

  test('is told of a new group too, whose other rules come with it', () => {
    expect(ofGroups({ allow, people: [listed(2)] }, undefined)).toEqual([told]);
  });
});

test('of a policy that nobody could read nothing is said, but what files let past limits is', () => {
  const unread: Unread[] = [{ file: '_policy.yaml', what: 'policy' }];
  const head = organisation([desiredGroup({ allow })], { limits: withLimit('adds.run', 999) });
  const base = organisation([desiredGroup({ manage: { members: 'additive' } })]);
  expect(findLoosened(head, base, unread)).toEqual([told]);
});
