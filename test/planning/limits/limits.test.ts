import { expect, test } from 'vitest';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { LimitKind, LivePerson } from '../../../src/domain/group.ts';
import type { Past } from '../../../src/domain/past.ts';
import { noPast, toUnsettledKey } from '../../../src/domain/past.ts';
import type { GroupPlan, KnownGroup } from '../../../src/domain/plan/plan.ts';
import { findGroupRefusals, findRunRefusals } from '../../../src/planning/limits/limits.ts';
import { findAllowance, toAllowanceKey } from '../../../src/planning/limits/allowance.ts';
import {
  admin,
  desiredGroup,
  guard,
  hidden,
  key,
  lid,
  limits,
  listed,
  liveGroup,
  living,
  personChange,
  span,
  today,
  yesterday,
} from '../../support/choir.ts';

/** Somebody always stays, so that no group is emptied: 2, an admin, and 3, a member. */
const staying = [admin(2), living(3)];
const desired = desiredGroup({ people: [listed(2, { role: 'admin' }), listed(3)] });

function crowd(count: number, make: (n: number) => LivePerson = living) {
  return Array.from({ length: count }, (_, i) => make(100 + i));
}

function changes(action: 'add' | 'promote' | 'demote' | 'remove', count: number, isAdmin = false) {
  const before = isAdmin ? ('admin' as const) : ('member' as const);
  return Array.from({ length: count }, (_, i) =>
    personChange(action, 100 + i, action === 'add' ? {} : { before }),
  );
}

function refusals(
  { lists, people, ...more }: Partial<KnownGroup>,
  others: readonly LivePerson[],
  due: ReturnType<typeof changes>,
  past: Partial<Past> = {},
) {
  const group = { ...desired, ...(lists && { lists }), ...(people && { people }), ...more };
  const live = liveGroup({ people: [...staying, ...others] });
  const found = findGroupRefusals(group, live, due, guard({ past: { ...noPast, ...past } }));
  return found.map(({ limit, scope, count, allowed }) => `${scope} ${limit} ${count} > ${allowed}`);
}

// Two stay, so there are two more than the crowd, the account not counted.
test.each([
  ['the floor', 10, 3, []],
  ['one above the floor', 10, 4, ['group removals 4 > 3']],
  ['ten per cent of 39 is 3', 37, 4, ['group removals 4 > 3']],
  ['ten per cent of 40 is 4', 38, 4, []],
  ['one above ten per cent', 38, 5, ['group removals 5 > 4']],
  ['ten per cent of 299 is 29', 297, 30, ['group removals 30 > 29']],
])('removals: %s', (_, others, count, said) => {
  expect(refusals({}, crowd(others), changes('remove', count))).toEqual(said);
});

test('those who hide their number are among those of whom ten per cent may go', () => {
  const live = liveGroup({ people: [...staying, ...crowd(37)], unidentified: [hidden('22222')] });
  expect(findGroupRefusals(desired, live, changes('remove', 4), guard())).toEqual([]);
});

test.each([
  ['demote', 2, []],
  ['demote', 3, ['group demotions 3 > 2']],
  ['promote', 2, []],
  ['promote', 3, ['group promotions 3 > 2']],
  ['add', 100, []],
  ['add', 101, ['group adds 101 > 100']],
] as const)('%s of %i in a group', (action, count, said) => {
  const others = action === 'add' ? [] : crowd(count, action === 'demote' ? admin : living);
  expect(refusals({}, others, changes(action, count, action === 'demote'))).toEqual(said);
});

test('removing an admin counts as a demotion as well', () => {
  const others = crowd(3, admin);
  expect(refusals({}, others, changes('remove', 2, true))).toEqual([]);
  expect(refusals({}, others, changes('remove', 3, true))).toEqual(['group demotions 3 > 2']);
});

const allow = (counts: Partial<Record<LimitKind, number>>, until = today) => ({
  allow: { counts, until, reason: 'class split', span },
});
const used = (number: number, count: number) => ({
  allowUsed: new Map([[toAllowanceKey({ ...desired, ...allow({ removals: number }) }, 'removals'), count]]),
});

test.each([
  ['as many as it says', allow({ removals: 8 }), 8, {}, []],
  ['one more', allow({ removals: 8 }), 9, {}, ['group removals 9 > 8']],
  ['fewer than the limit: it replaces it', allow({ removals: 1 }), 2, {}, ['group removals 2 > 1']],
  ['of another kind', allow({ adds: 200 }), 4, {}, ['group removals 4 > 3']],
  ['on its last day', allow({ removals: 8 }, today), 8, {}, []],
  ['the day after', allow({ removals: 8 }, yesterday), 4, {}, ['group removals 4 > 3']],
  ['half used up', allow({ removals: 8 }), 5, used(8, 4), ['group removals 5 > 4']],
  ['used up: the limit counts again', allow({ removals: 8 }), 3, used(8, 8), []],
  ['used up, and one above the limit', allow({ removals: 8 }), 4, used(8, 8), ['group removals 4 > 3']],
  ['another one was used up', allow({ removals: 8 }), 8, used(7, 7), []],
])('allow, %s', (_, more, count, past, said) => {
  expect(refusals(more, crowd(10), changes('remove', count), past)).toEqual(said);
});

test('an allowance is another one by group, kind, number, day and reason', () => {
  const base = { ...desired, ...allow({ removals: 8, adds: 8 }) };
  const keys = [
    toAllowanceKey(base, 'removals'),
    toAllowanceKey(base, 'adds'),
    toAllowanceKey({ ...base, id: '120363000000000002@g.us' as typeof base.id }, 'removals'),
    toAllowanceKey({ ...base, ...allow({ removals: 9 }) }, 'removals'),
    toAllowanceKey({ ...base, ...allow({ removals: 8 }, yesterday) }, 'removals'),
    toAllowanceKey({ ...base, allow: { ...base.allow, reason: 'other' } }, 'removals'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(toAllowanceKey({ ...base, file: 'moved.yaml' }, 'removals')).toBe(keys[0]);
});

test('without allow there is no allowance', () => {
  expect(findAllowance(desired, 'removals', guard())).toBeUndefined();
});

const nobody = { people: new Map() };

test.each([
  ['an emptied list', nobody, []],
  [
    'a list whose every date has passed',
    { people: new Map([[key(3), listed(3, { memberUntil: yesterday })]]) },
    [],
  ],
  ['a list that names nobody who is there', { people: new Map([[key(9), listed(9)]]) }, []],
])('%s is refused, however small the group', (_, files) => {
  const live = liveGroup({ people: [living(3)] });
  const due = [personChange('remove', 3, { before: 'member' })];
  const found = findGroupRefusals({ ...desired, ...files }, live, due, guard());
  expect(found).toEqual([{ limit: 'emptied', scope: 'group', count: 1, allowed: 0 }]);
});

test.each([
  ['covers it', 1, []],
  ['does not cover it', 2, ['removals', 'emptied']],
] as const)('allow.removals %s', (_, count, said) => {
  const live = liveGroup({ people: [living(3), living(100), living(101)] });
  const due = changes('remove', count);
  const group = { ...desired, ...nobody, ...allow({ removals: 1 }) };
  expect(findGroupRefusals(group, live, due, guard()).map(({ limit }) => limit)).toEqual(said);
});

test('a group of which only the owner and another account would be left is emptied', () => {
  const accounts = new Set([key(1), key(8)]);
  const live = liveGroup({ people: [admin(7, { isOwner: true }), admin(8), living(3)] });
  const due = [personChange('remove', 3, { before: 'member' })];
  const listsNewOnes = { ...desired, people: new Map([[key(9), listed(9)]]) };
  const found = findGroupRefusals(listsNewOnes, live, due, guard({ accounts }));
  expect(found.map(({ limit }) => limit)).toEqual(['emptied']);
  const listsTheOwner = { ...desired, people: new Map([[key(7), listed(7)]]) };
  expect(findGroupRefusals(listsTheOwner, live, due, guard({ accounts }))).toEqual([]);
});

test('a list that knows somebody by LID is not empty', () => {
  const live = liveGroup({ people: [living(3)], unidentified: [hidden('22222')] });
  const due = [personChange('remove', 3, { before: 'member' })];
  const group = { ...desired, ...nobody, knownLids: new Set([lid('22222')]) };
  expect(findGroupRefusals(group, live, due, guard())).toEqual([]);
});

test('a list that is empty and stays so is no emptied one', () => {
  expect(findGroupRefusals({ ...desired, ...nobody }, liveGroup(), [], guard())).toEqual([]);
});

test('a file without a members list empties none', () => {
  const group = { ...desired, ...nobody, lists: { members: false, admins: true } };
  const live = liveGroup({ people: [admin(100), admin(101)] });
  expect(findGroupRefusals(group, live, changes('demote', 1, true), guard())).toEqual([]);
});

const demotions = (count: number) => changes('demote', count, true);

test.each([
  ['the minimum is left', 2, 1, 1, []],
  ['one below', 2, 1, 2, ['admins 1 of 2']],
  ['nobody is left', 1, 1, 1, ['admins 0 of 1']],
  ['no minimum', 1, 1, 0, []],
])('too few admins: %s', (_, admins, count, min, said) => {
  const live = liveGroup({ people: [living(3), ...crowd(admins, admin)] });
  const found = findGroupRefusals(
    desired,
    live,
    demotions(count),
    guard({ limits: { ...limits, admins: { min } } }),
  );
  expect(found.map(({ limit, count: left, allowed }) => `${limit} ${left} of ${allowed}`)).toEqual(said);
});

test('too few admins are no reason to refuse what does not lower their number', () => {
  const live = liveGroup({ people: [living(3), living(100), admin(101)] });
  const strict = guard({ limits: { ...limits, admins: { min: 3 } } });
  const swap = [
    personChange('promote', 100, { before: 'member' }),
    personChange('demote', 101, { before: 'admin' }),
  ];
  expect(findGroupRefusals(desired, live, swap, strict)).toEqual([]);
  expect(findGroupRefusals(desired, live, swap.slice(1), strict)).toHaveLength(1);
});

test('admins who hide their number count, accounts do not', () => {
  const live = liveGroup({ people: [living(3), admin(100)] });
  expect(findGroupRefusals(desired, live, demotions(1), guard())).toHaveLength(1);
  const hides = { ...live, unidentified: [hidden('22222', 'admin')] };
  expect(findGroupRefusals(desired, hides, demotions(1), guard())).toEqual([]);
});

function groupPlan(
  due: ReturnType<typeof changes>,
  more: Partial<KnownGroup> = {},
  refused = false,
): GroupPlan {
  return {
    desired: { ...desired, ...more },
    reading: { kind: 'read', group: liveGroup() },
    changes: due,
    leftAlone: [],
    refusals: refused ? [{ limit: 'removals', scope: 'group', count: 9, allowed: 3 }] : [],
    scheduled: [],
    notices: [],
  };
}

test.each([
  ['removals', 'remove', 20],
  ['demotions', 'demote', 5],
  ['promotions', 'promote', 10],
  ['adds', 'add', 300],
] as const)('a run may have %s: %s × %i, and not one more', (limit, action, most) => {
  const half = Math.floor(most / 2);
  const plans = (count: number) => [
    groupPlan(changes(action, count).slice(0, half)),
    groupPlan(changes(action, count).slice(half)),
  ];
  expect(findRunRefusals(plans(most), guard())).toEqual([]);
  const refusal = { limit, scope: 'run', count: most + 1, allowed: most };
  expect(findRunRefusals(plans(most + 1), guard())).toEqual([refusal]);
});

test('what the last 24 hours had counts, unless nothing is planned', () => {
  const past = { ...noPast, changed: { removals: 20, demotions: 0, promotions: 0, adds: 0 } };
  expect(findRunRefusals([groupPlan([])], guard({ past }))).toEqual([]);
  expect(findRunRefusals([groupPlan(changes('remove', 1))], guard({ past }))).toEqual([
    { limit: 'removals', scope: 'run', count: 21, allowed: 20, earlier: 20 },
  ]);
});

const isAmong = (changes: readonly Change[]) => (change: string) =>
  changes.map(toUnsettledKey).includes(change);

test.each([
  ['removals', 'remove', 20],
  ['adds', 'add', 300],
] as const)('a run counts people for %s, however many groups it is', (limit, action, most) => {
  const everywhere = (count: number) => Array.from({ length: 25 }, () => groupPlan(changes(action, count)));
  expect(findRunRefusals(everywhere(1), guard())).toEqual([]);
  expect(findRunRefusals(everywhere(most), guard())).toEqual([]);
  const refusal = { limit, scope: 'run', count: most + 1, allowed: most };
  expect(findRunRefusals(everywhere(most + 1), guard())).toEqual([refusal]);
});

test('and roles for promotions and demotions, those of admins who leave among them', () => {
  const promoted = Array.from({ length: 11 }, () => groupPlan(changes('promote', 1)));
  const leaving = Array.from({ length: 6 }, () => groupPlan(changes('remove', 1, true)));
  expect(findRunRefusals(promoted, guard())).toMatchObject([{ limit: 'promotions', count: 11 }]);
  expect(findRunRefusals(leaving, guard())).toMatchObject([{ limit: 'demotions', count: 6 }]);
});

test('whoever gets another number counts as one, the old ones and the new one together', () => {
  const isNew = { needs: [{ action: 'add', person: key(500) }] } as const;
  const swap = (n: number) => [
    personChange('add', 500),
    personChange('remove', n, { before: 'member', ...isNew }),
  ];
  // In the second group the new number is there already, in the third it has to go as well.
  const gone = [personChange('remove', 100, { before: 'member' }), personChange('remove', 500)];
  const plans = [groupPlan(swap(100)), groupPlan(gone), groupPlan(swap(101))];
  const strict = guard();
  const one = { group: 5, run: 1 };
  const tight = { ...strict.limits, removals: { ...strict.limits.removals, run: 1 }, adds: one };
  expect(findRunRefusals(plans, { ...strict, limits: tight })).toEqual([]);
  const others = [...plans, groupPlan(changes('remove', 3).slice(2))];
  expect(findRunRefusals(others, { ...strict, limits: tight })).toHaveLength(1);
});

const twenty = { removals: 20, demotions: 5, promotions: 0, adds: 0 };

test('who left another group within 24 hours is among those who count already', () => {
  const due = changes('remove', 2);
  const counted = { has: (kind: LimitKind, person: string) => kind === 'removals' && person === key(100) };
  const past = { ...noPast, changed: twenty, counted };
  expect(findRunRefusals([groupPlan(due.slice(0, 1))], guard({ past }))).toEqual([]);
  expect(findRunRefusals([groupPlan(due)], guard({ past }))).toEqual([
    { limit: 'removals', scope: 'run', count: 21, allowed: 20, earlier: 20 },
  ]);
});

test('a role that a run died with is among them already, and does not count twice', () => {
  const due = changes('demote', 1, true);
  const unsettled = { ...noPast.unsettled, counts: isAmong(due) };
  const changed = twenty;
  expect(findRunRefusals([groupPlan(due)], guard({ past: { ...noPast, changed, unsettled } }))).toEqual([]);
});

test('nor against an allowance', () => {
  const due = changes('remove', 4);
  const allowed = groupPlan(due, allow({ removals: 4 })).desired;
  const allowUsed = new Map([[toAllowanceKey(allowed, 'removals'), 4]]);
  const unsettled = { ...noPast.unsettled, uses: isAmong(due) };
  const past = guard({ past: { ...noPast, allowUsed, unsettled } });
  expect(findAllowance(allowed, 'removals', past, due)).toBe(4);
  expect(findAllowance(allowed, 'removals', past)).toBeUndefined();
});

test('a group that is refused, and a kind that is allowed, do not count toward the run', () => {
  const many = changes('remove', 25);
  expect(findRunRefusals([groupPlan(many, {}, true)], guard())).toEqual([]);
  expect(findRunRefusals([groupPlan(many, allow({ removals: 28 }))], guard())).toEqual([]);
  expect(findRunRefusals([groupPlan(many, allow({ removals: 28 }, yesterday))], guard())).toHaveLength(1);
  expect(findRunRefusals([groupPlan(many, allow({ adds: 28 }))], guard())).toHaveLength(1);
});
