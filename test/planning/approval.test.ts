import { expect, test } from 'vitest';
import type { Change, SettingChange } from '../../src/domain/plan/change.ts';
import { toIdentity } from '../../src/domain/plan/change-identity.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { Approval } from '../../src/planning/approval.ts';
import {
  createIds,
  findDueIds,
  isApproved,
  toApproval,
  toChangeId,
  toFingerprint,
  toKeyId,
  toSealedId,
} from '../../src/planning/approval.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import {
  account,
  altos,
  desiredGroup,
  key,
  listed,
  liveGroup,
  living,
  personChange,
  phone,
  planInput,
  singer,
  span,
  today,
  yesterday,
} from '../support/choir.ts';

const secret = new Uint8Array(32).fill(7);
const byMain = { secret, account: account.phone };
const id = (change: Change) => toChangeId(change, byMain);

const rename: SettingChange = {
  group: altos,
  action: 'set',
  setting: 'name',
  before: 'Altos',
  after: 'Alti',
  why: { kind: 'differs' },
};

test('ids, fingerprints and key ids are letters from a to p, which no masking touches', () => {
  expect(id(rename)).toMatch(/^[a-p]{32}$/);
  expect(toFingerprint([id(rename)])).toMatch(/^[a-p]{32}$/);
  expect(toFingerprint([])).toMatch(/^[a-p]{32}$/);
  expect(toKeyId(secret)).toMatch(/^[a-p]{16}$/);
});

test('an id stays what it is from version to version, or plan files would approve nothing', () => {
  expect(toIdentity(rename)).toBe('["120363000000000001@g.us","set name","Alti","Altos"]');
  expect(toIdentity(personChange('add', 2))).toBe('["120363000000000001@g.us","belongs 447700900002"]');
  expect(toIdentity(personChange('remove', 2, { before: 'admin' }))).toBe(
    '["120363000000000001@g.us","remove 447700900002","admin"]',
  );
  expect(id(rename)).toBe('kkbgdaahpnlcfkjfpdfahjfbkimapfce');
});

const removal = personChange('remove', 2, { before: 'member' });
const ended = (until: string) => ({ ...removal, why: { kind: 'ended' as const, until, via: [] } });
const readd = (day: string) => ({ kind: 'readd' as const, readd: day, via: [] });
const readd1 = personChange('add', 2, { why: readd(today) });

test.each([
  ['the value before', rename, { ...rename, before: 'Alt' }],
  ['the value after', rename, { ...rename, after: 'Alt' }],
  ['the setting', rename, { ...rename, setting: 'topic' as const }],
  ['the group', rename, { ...rename, group: '120363000000000002@g.us' as typeof altos }],
  ['the role of whom it removes', removal, { ...removal, before: 'admin' as const }],
  ['the person', removal, { ...removal, person: singer(3) }],
  ['the action', removal, { ...removal, action: 'demote' as const }],
  ['what a date brings', removal, ended(yesterday)],
  ['another day', ended(yesterday), ended(today)],
  [
    'a demotion by a date',
    { ...removal, action: 'demote' as const },
    { ...ended(today), action: 'demote' as const },
  ],
  ['putting somebody back who left', personChange('add', 2), personChange('add', 2, { why: readd(today) })],
  ['putting them back again', readd1, personChange('add', 2, { why: readd(yesterday) })],
])('another id: %s', (_, one, other) => {
  expect(id(one)).not.toBe(id(other));
});

test('another id: the account, the key', () => {
  const others = [
    toChangeId(removal, { secret, account: phone('447700900008') }),
    toChangeId(removal, { secret: new Uint8Array(32), account: account.phone }),
  ];
  expect(others).not.toContain(id(removal));
  expect(toKeyId(new Uint8Array(32))).not.toBe(toKeyId(secret));
});

test.each([
  [
    'why it is missing there',
    personChange('add', 2),
    personChange('add', 2, { why: { kind: 'listed', via: ['ana'] } }),
  ],
  [
    'the ways in which the file names who ends',
    personChange('remove', 2, { why: { kind: 'ended', until: yesterday, via: [] } }),
    personChange('remove', 2, { why: { kind: 'ended', until: yesterday, via: ['team:altos'] } }),
  ],
  ['where in the files', removal, { ...removal, span }],
  ['what it waits for', removal, { ...removal, needs: [{ action: 'promote' as const, person: key(3) }] }],
  ['the handle', removal, { ...removal, person: { ...singer(2), handle: 'ana', name: 'Ana' } }],
  [
    'the spelling',
    personChange('add', 2, { person: { key: key(2), phone: phone('5520987654321') } }),
    personChange('add', 2, { person: { key: key(2), phone: phone('552087654321') } }),
  ],
])('the same id: %s', (_, one, other) => {
  expect(id(one)).toBe(id(other));
});

test('the account is the same in either spelling', () => {
  const [one, other] = ['5520987654321', '552087654321'].map((digits) =>
    toChangeId(removal, { secret, account: phone(digits) }),
  );
  expect(one).toBe(other);
});

test('a fingerprint does not depend on the order, only on what there is', () => {
  const ids = [id(rename), id(removal), id(personChange('add', 3))];
  expect(toFingerprint(ids)).toBe(toFingerprint(ids.toReversed()));
  expect(toFingerprint(ids)).not.toBe(toFingerprint(ids.slice(1)));
});

test('a plan has an id for every change, refused ones too, whatever the order of the input', () => {
  const people = [5, 6, 7, 8, 9].map((n) => living(n));
  const wanted = [listed(2), listed(3), listed(4)];
  const make = (isReversed: boolean) => {
    const desired = desiredGroup({ people: isReversed ? wanted.toReversed() : wanted });
    const live = liveGroup({ people: isReversed ? people.toReversed() : people });
    return planGroups(planInput([[desired, live]]));
  };
  const plans: Plan[] = [make(false), make(true)];
  expect(plans[0]?.groups[0]?.refusals).not.toEqual([]);
  const [one, other] = plans.map((plan) => findDueIds(plan, createIds(byMain)));
  expect(one).toHaveLength(8);
  expect(new Set(one).size).toBe(8);
  expect(other).toEqual(one);
});

const toId = createIds(byMain);
const only = (change: Change) =>
  ({ kind: 'ids', ids: new Set([id(change)]), byLink: new Set<string>() }) as const;

test('an id is found by what a change is, whatever object it is', () => {
  const waiting = { ...removal, needs: [{ action: 'promote' as const, person: key(3) }] };
  expect(toId(waiting)).toBe(id(removal));
  expect(toId(structuredClone(rename))).toBe(id(rename));
});

test('all approves everything, ids approve theirs', () => {
  const ids = { kind: 'ids', ids: new Set([id(rename)]), byLink: new Set<string>() } as const;
  expect(isApproved(removal, { kind: 'all' }, toId)).toBe(true);
  expect([isApproved(rename, ids, toId), isApproved(removal, ids, toId)]).toEqual([true, false]);
  expect(isApproved({ ...rename, before: 'Alt' }, ids, toId)).toBe(false);
  expect(isApproved(rename, ids, createIds({ ...byMain, account: phone('447700900008') }))).toBe(false);
});

test.each(['remove', 'demote', 'add'] as const)('no day approves a %s by itself', (action) => {
  const nothing = { kind: 'ids', ids: new Set<string>(), byLink: new Set<string>() } as const;
  const whys = [
    { kind: 'ended', until: yesterday, via: [] },
    { kind: 'readd', readd: yesterday, via: [] },
    { kind: 'listed', via: [] },
    { kind: 'unlisted' },
  ] as const;
  for (const why of whys) expect(isApproved(personChange(action, 2, { why }), nothing, toId)).toBe(false);
});

test('who was approved to leave by not being listed was not approved to leave by a date, nor the other way', () => {
  expect(isApproved(ended(yesterday), only(removal), toId)).toBe(false);
  expect(isApproved(removal, only(ended(yesterday)), toId)).toBe(false);
});

const join = (lane?: 'add' | 'knock' | 'link') =>
  personChange('add', 2, { why: { kind: 'listed', via: [] }, ...(lane && { lane }) });

test('whoever was approved to come by themselves is let in, and never added; who was to be added comes in any way', () => {
  const lanes = [undefined, 'add', 'knock', 'link'] as const;
  const byLink = toApproval([[id(join()), { lane: 'link' }]]);
  const byAdding = toApproval([[id(join()), {}]]);
  const say = (approval: Approval) => lanes.map((lane) => isApproved(join(lane), approval, toId));
  expect(say(byLink)).toEqual([false, false, true, true]);
  expect(say(byAdding)).toEqual([true, true, true, true]);
  expect(say({ kind: 'all' })).toEqual([true, true, true, true]);
});

test('a seal tells who may come by themselves from who is added: nobody makes more of it', () => {
  const one = { id: 'abc', on: '2026-12-31' };
  expect([toSealedId(one), toSealedId({ ...one, lane: 'add' })]).toEqual([
    'abc 2026-12-31',
    'abc 2026-12-31',
  ]);
  expect([toSealedId({ ...one, lane: 'knock' }), toSealedId({ id: 'abc', lane: 'link' })]).toEqual([
    'abc 2026-12-31 link',
    'abc link',
  ]);
});
