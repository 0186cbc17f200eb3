import { describe, expect, test } from 'vitest';
import type { DesiredPerson, Modes } from '../../src/domain/group.ts';
import type { Pending } from '../../src/domain/past.ts';
import type { PersonChange } from '../../src/domain/plan/change.ts';
import { toIdentity } from '../../src/domain/plan/change-identity.ts';
import { findDueDay } from '../../src/planning/due-day.ts';
import { findFileWants, findStrangers, isUndone } from '../../src/planning/file-wants.ts';
import {
  desiredGroup,
  listed,
  noon,
  personChange,
  singer,
  today,
  tomorrow,
  yesterday,
} from '../support/choir.ts';

type Files = NonNullable<Parameters<typeof desiredGroup>[0]>;

const toFiles = (people: readonly DesiredPerson[], more: Files = {}) => desiredGroup({ people, ...more });

/** Whether what was approved is undone by these files. */
function isUndoneBy(
  change: PersonChange,
  people: readonly DesiredPerson[],
  more: Partial<Pending> = {},
  files?: Files,
) {
  const wants = findFileWants(toFiles(people, files), today, toIdentity);
  return isUndone(toIdentity(change), { at: noon, what: change.action, ...more }, wants);
}

const add = personChange('add', 2, { why: { kind: 'listed', via: [] } });
const promotion = personChange('promote', 2);
const removal = personChange('remove', 2, { before: 'member' });
const demotion = personChange('demote', 2, { before: 'admin' });
const ended = (change: PersonChange, until: string): PersonChange => ({
  ...change,
  why: { kind: 'ended', until, via: [] },
});
const [member, chief] = [listed(2), listed(2, { role: 'admin' })];

describe('what was approved is undone', () => {
  test.each<[string, PersonChange, DesiredPerson[], boolean]>([
    ['an add of somebody who is listed still', add, [member], false],
    ['an add of somebody who is listed as an admin now', add, [chief], false],
    ['an add of somebody who is no longer listed', add, [], true],
    ['an add of somebody whose last day is over', add, [listed(2, { memberUntil: yesterday })], true],
    ['a promotion of somebody who is to be an admin', promotion, [chief], false],
    ['a promotion of somebody who is to be a member', promotion, [member], true],
    [
      'a promotion of an admin whose last day as one is over',
      promotion,
      [listed(2, { role: 'admin', adminUntil: yesterday })],
      true,
    ],
    ['a removal of somebody who is not listed', removal, [], false],
    ['a removal of somebody who is listed again', removal, [member], true],
    ['a removal of an admin who is listed again', { ...removal, before: 'admin' }, [member], true],
    ['a demotion of somebody who is a member in the file', demotion, [member], false],
    ['a demotion of somebody who is an admin again', demotion, [chief], true],
  ])('%s: %#', (_, change, people, expected) => {
    expect(isUndoneBy(change, people)).toBe(expected);
  });

  const until = listed(2, { memberUntil: '2026-07-01' });

  test.each<[string, PersonChange, DesiredPerson[], boolean]>([
    ['of the same day', ended(removal, '2026-07-01'), [until], false],
    ['of an admin, of the same day', ended({ ...removal, before: 'admin' }, '2026-07-01'), [until], false],
    ['of another day', ended(removal, '2026-07-02'), [until], true],
    ['of somebody who stays for good now', ended(removal, '2026-07-01'), [member], true],
    ['of somebody who is not listed any more', ended(removal, '2026-07-01'), [], true],
  ])('a coming removal %s', (_, change, people, expected) => {
    expect(isUndoneBy(change, people, { on: '2026-07-02' })).toBe(expected);
  });

  test('a coming demotion of another day, too', () => {
    const people = [listed(2, { role: 'admin', adminUntil: tomorrow })];
    expect(isUndoneBy(ended(demotion, tomorrow), people, { on: '2026-06-17' })).toBe(false);
    expect(isUndoneBy(ended(demotion, today), people, { on: tomorrow })).toBe(true);
  });

  test('who is put back by another day is put back by another approval', () => {
    const readd = (day: string): PersonChange => ({ ...add, why: { kind: 'readd', readd: day, via: [] } });
    const people = [listed(2, { readd: tomorrow })];
    expect(isUndoneBy(readd(tomorrow), people)).toBe(false);
    expect(isUndoneBy(add, people)).toBe(false);
    expect(isUndoneBy(readd(today), people)).toBe(true);
  });
});

const modes = (more: Partial<Modes>): Files => ({ manage: more });
const lists = (members: boolean, admins: boolean): Files => ({ lists: { members, admins } });

test.each<[Pending['what'], Files, boolean]>([
  ['remove', {}, false],
  ['remove', modes({ members: 'additive' }), true],
  ['remove', lists(false, true), true],
  ['demote', modes({ admins: 'additive' }), true],
  ['demote', modes({ members: 'additive' }), false],
  ['demote', lists(true, false), true],
  ['promote', modes({ admins: 'additive' }), false],
  ['promote', modes({ admins: 'observe' }), true],
  ['promote', lists(true, false), true],
  ['add', modes({ members: 'additive' }), false],
  ['add', modes({ members: 'observe' }), true],
  ['add', { ...lists(false, true), ...modes({ members: 'observe' }) }, false],
  ['add', { ...lists(false, true), ...modes({ admins: 'observe' }) }, true],
  ['topic', { settings: { topic: 'x' } }, false],
  ['topic', { settings: { name: 'x' } }, true],
  ['topic', { settings: { topic: '' } }, false],
  ['topic', { settings: { topic: 'x' }, ...modes({ settings: 'observe' }) }, true],
  ['photo', { photo: { kind: 'none' } }, false],
  ['photo', {}, true],
  ['photo', { photo: { kind: 'none' }, ...modes({ settings: 'observe' }) }, true],
  // Approved before the memory knew what it was: nothing is concluded from that.
  [undefined, modes({ members: 'observe', admins: 'observe', settings: 'observe' }), false],
])('files take no part in %s by %j: %s', (what, files, expected) => {
  expect(findFileWants(toFiles([], files), today, toIdentity).leavesOut(what)).toBe(expected);
});

test('a date brings its change on the day after', () => {
  expect(findDueDay(ended(removal, '2026-12-31'))).toBe('2027-01-01');
  expect(findDueDay(removal)).toBeUndefined();
});

test('whom a file does not list may lose membership and role by it, and nobody else may', () => {
  const strangers = findStrangers(toFiles([member]), [singer(2), singer(3)], toIdentity);
  expect(
    [...strangers.values()].map(
      ({ action, before, person }) => `${action} ${before} ${person.key.slice(-1)}`,
    ),
  ).toEqual(['remove member 3', 'remove admin 3', 'demote undefined 3']);
  for (const [id, change] of strangers) expect(id).toBe(toIdentity(change));
});
