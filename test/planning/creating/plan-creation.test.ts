import { describe, expect, it, test } from 'vitest';
import type { DesiredGroup, GroupId } from '../../../src/domain/group.ts';
import type { OwnGroups } from '../../../src/domain/plan/own-groups.ts';
import type { Asked, Past } from '../../../src/domain/past.ts';
import { noPast } from '../../../src/domain/past.ts';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import { creationSettles } from '../../../src/domain/patience.ts';
import type { PlanInput } from '../../../src/planning/plan-input.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import {
  desiredGroup,
  lid,
  listed,
  liveGroup,
  living,
  noon,
  organisation,
  say,
} from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';

const there = '120363000000000077@g.us' as GroupId;
const whole: OwnGroups = { groups: [], list: 'whole' };
const kept: Past = { ...noPast, memory: 'kept' };
const { id: _, ...file } = desiredGroup({
  file: 'book-club.yaml',
  settings: { name: 'Book Club', topic: 'Thursdays' },
  people: [listed(2), listed(3, { role: 'admin' })],
});

function plan(desired: DesiredGroup = file, more: Partial<PlanInput> = {}, policy = {}) {
  const input = { account: 'main', readings: new Map(), lids: new Map(), past: kept, own: whole, now: noon };
  return planGroups({ ...input, organisation: organisation([desired], policy), ...more });
}

function first(...args: Parameters<typeof plan>) {
  const [creation] = plan(...args).toCreate;
  if (!creation) throw new Error('nothing is to be made');
  return creation;
}

/** A memory in which the group was asked for, so long ago. */
function askedPast(ago: number, name = 'Book Club', forFile = 'book-club.yaml'): Past {
  const asked: Asked = { at: noon - ago, isNamed: (text) => text === name };
  const get = (at: string) => (at === forFile ? asked : undefined);
  return { ...kept, asked: { get, has: (at) => get(at) !== undefined, all: [asked] } };
}

function ownGroup(more: Partial<ReturnType<typeof liveGroup>> = {}, createdAt = noon): OwnGroups {
  const live = liveGroup({ id: there, people: [living(3)] });
  const named = { ...live, settings: { ...live.settings, name: 'Book Club' }, ...more };
  return { groups: [{ live: named, createdAt }], list: 'whole' };
}

test('a group to make is planned as if it were there with nobody in it', () => {
  const { making, group, firsts, obstacle } = first();
  expect(making).toEqual({
    action: 'create',
    group: 'new book-club.yaml',
    file: 'book-club.yaml',
    name: 'Book Club',
  });
  expect(group.changes.map(say)).toEqual(['add 2', 'add 3', 'promote 3', 'set topic']);
  expect([firsts.map(say), obstacle]).toEqual([['add 3', 'add 2'], undefined]);
});

test('whoever was seen in a group comes before others', () => {
  const people = listed(2);
  const desired = { ...file, people: new Map([people, listed(4)].map((each) => [each.key, each])) };
  const pairs = seenPairs([[listed(4).key, lid('330631678702157')]]);
  expect(first(desired, { past: { ...kept, pairs } }).firsts.map(say)).toEqual(['add 4', 'add 2']);
});

describe('where nobody is to be added', () => {
  const people = [listed(2), listed(3, { role: 'admin' }), listed(4, { role: 'admin' })];
  const desired = {
    ...file,
    newMembers: 'invite' as const,
    people: new Map(people.map((each) => [each.key, each])),
  };

  it('one admin comes with the group, nobody in their place, and the approval is about them', () => {
    const { making, firsts } = first(desired);
    expect(firsts.map(say)).toEqual(['add 3']);
    expect(making.invited).toBe(listed(3).key);
    const pairs = seenPairs([[listed(4).key, lid('330631678702157')]]);
    const other = first(desired, { past: { ...kept, pairs } });
    expect(other.firsts.map(say)).toEqual(['add 4']);
    expect(toIdentity(other.making)).not.toBe(toIdentity(making));
    expect(toIdentity(first().making)).not.toBe(toIdentity(making));
  });
});

describe('what stands in the way', () => {
  const { name: _name, ...unnamed } = file.settings;
  it.each<[string, ...Parameters<typeof plan>]>([
    ['observe', { ...file, manage: { members: 'observe', admins: 'observe', settings: 'observe' } }],
    ['no-name', { ...file, settings: unnamed }],
    ['name-too-long', { ...file, settings: { name: 'x'.repeat(101) } }],
    ['no-memory', file, { past: noPast }],
    ['no-memory', file, { past: { ...noPast, memory: 'unusable' } }],
    ['nobody-first', { ...file, people: new Map() }],
    ['nobody-first', { ...file, people: new Map([[listed(2).key, listed(2, { byInvite: true })]]) }],
    ['same-name', file, { own: ownGroup() }],
    ['same-name-open', file, { past: askedPast(0, 'Book Club', 'other.yaml') }],
    ['may-appear', file, { past: askedPast(creationSettles - 1) }],
    ['several', file, { past: askedPast(0), own: ownGroup({ people: new Map() }, 1) }],
    ['list-full', file, { past: askedPast(creationSettles), own: { groups: [], list: 'full' } }],
    ['list-unread', file, { past: askedPast(creationSettles), own: { groups: [], list: 'partly' } }],
    ['list-unread', file, { own: { groups: [], list: 'unread' } }],
  ])('%s', (obstacle, ...args) => {
    const creation = first(...args);
    expect(creation.obstacle).toBe(obstacle);
    expect(creation.found).toBeUndefined();
  });

  it('is no want of a memory on a sandbox', () => {
    expect(first(file, { past: noPast, isSandbox: true }).obstacle).toBeUndefined();
  });

  it('is no list of which a part tells nothing, where nothing was asked for', () => {
    expect(first(file, { own: { groups: [], list: 'partly' } })).not.toHaveProperty('obstacle');
  });

  it('is nothing any more when another file’s was asked for long ago, and is not there', () => {
    const past = askedPast(creationSettles, 'Book Club', 'other.yaml');
    expect(first(file, { past })).not.toHaveProperty('obstacle');
    expect(first(file, { past, own: { groups: [], list: 'full' } }).obstacle).toBe('same-name-open');
  });

  it('is nothing any more when it was asked for long ago, and is not there', () => {
    expect(first(file, { past: askedPast(creationSettles) })).not.toHaveProperty('obstacle');
  });

  it('is no group of another name, nor 100 characters of one', () => {
    const own = ownGroup({ settings: { ...liveGroup().settings, name: 'Film Club' } });
    expect(first(file, { own }).obstacle).toBeUndefined();
    const name = 'x'.repeat(100);
    expect(first({ ...file, settings: { name } }).obstacle).toBeUndefined();
  });
});

test('what an earlier request made is found, whatever the file is called by now', () => {
  const past = askedPast(0);
  expect(first(file, { past, own: ownGroup() }).found).toBe(there);
  const renamed = { ...file, settings: { name: 'Readers' } };
  expect(first(renamed, { past, own: ownGroup() }).found).toBe(there);
});

const files = (count: number) =>
  Array.from({ length: count }, (__, at) => ({
    ...file,
    file: `${at}.yaml`,
    settings: { name: `Club ${at}` },
  }));

const planAll = (count: number, past: Past = kept) =>
  planGroups({
    organisation: organisation(files(count)),
    account: 'main',
    readings: new Map(),
    lids: new Map(),
    past,
    own: whole,
    now: noon,
  });

describe('the limits', () => {
  it('let so many groups be made, and count those of the last day', () => {
    expect(planAll(5).refusals).toEqual([]);
    expect(planAll(6).refusals).toMatchObject([{ limit: 'creates', scope: 'run', count: 6, allowed: 5 }]);
    const past = { ...kept, creates: [{ at: noon, count: 3 }] };
    expect(planAll(3, past).refusals).toMatchObject([{ limit: 'creates', count: 6, earlier: 3 }]);
  });

  it('judge its people like those of any group', () => {
    const people = new Map(
      Array.from({ length: 101 }, (__, at) => listed(at + 2)).map((each) => [each.key, each]),
    );
    expect(first({ ...file, people }).group.refusals).toMatchObject([{ limit: 'adds', count: 101 }]);
    const allow = { counts: { adds: 101 }, until: '2026-07-01', reason: 'new', span: file.span };
    expect(first({ ...file, people, allow }).group.refusals).toEqual([]);
  });

  it('count them with those of all groups', () => {
    const { refusals } = plan(
      file,
      {},
      { limits: { ...organisation([]).policy.limits, adds: { group: 9, run: 1 } } },
    );
    expect(refusals).toMatchObject([{ limit: 'adds', scope: 'run', count: 2 }]);
  });

  it('do not count what something else stands in the way of', () => {
    const { refusals } = plan(
      file,
      { own: ownGroup() },
      { limits: { ...organisation([]).policy.limits, adds: { group: 9, run: 1 }, creates: { run: 0 } } },
    );
    expect(refusals).toEqual([]);
  });
});
