import { expect, test } from 'vitest';
import { findEmptied, isEmptying } from '../../../src/planning/limits/emptied.ts';
import {
  admin,
  desiredGroup,
  guard,
  hidden,
  lid,
  listed,
  liveGroup,
  living,
  personChange,
  span,
  today,
  yesterday,
} from '../../support/choir.ts';

type Files = Parameters<typeof desiredGroup>[0];
type Live = Parameters<typeof liveGroup>[0];

const leave = (...people: number[]) => people.map((n) => personChange('remove', n, { before: 'member' }));
const staying = { people: [listed(2)] };
const two = { people: [living(2), living(3)] };
const owned = { people: [living(2), admin(3, { isOwner: true })] };

test.each<[string, Files, Live, number[], boolean]>([
  ['the file lists nobody', {}, two, [], true],
  [
    'whose last day is over is not listed',
    { people: [listed(2, { memberUntil: yesterday })] },
    two,
    [],
    true,
  ],
  ['somebody is listed by the LID', { knownLids: new Set([lid('11111')]) }, two, [2], false],
  [
    'the file has no list of members',
    { ...staying, lists: { members: false, admins: true } },
    two,
    [],
    false,
  ],
  ['somebody stays', staying, two, [3], false],
  ['nobody but the account would be left', staying, two, [2, 3], true],
  ['nobody but an owner whom no file lists would be left', staying, owned, [2], true],
  ['an owner who is listed would be left', { people: [listed(3)] }, owned, [2], false],
  ['somebody who hides would be left', staying, { ...two, unidentified: [hidden('11111')] }, [2, 3], false],
])('emptied where %s: %#', (_, files, live, gone, expected) => {
  expect(isEmptying(desiredGroup(files), liveGroup(live), leave(...gone), guard())).toBe(expected);
});

const allow = (removals: number) => ({ counts: { removals }, until: today, reason: 'x', span });

test('is refused, unless so many removals are allowed', () => {
  const judge = (removals?: number) =>
    findEmptied(
      desiredGroup(removals === undefined ? {} : { allow: allow(removals) }),
      liveGroup(two),
      leave(2, 3),
      guard(),
    );
  expect(judge()).toEqual([{ limit: 'emptied', scope: 'group', count: 2, allowed: 0 }]);
  expect(judge(1)).toEqual([{ limit: 'emptied', scope: 'group', count: 2, allowed: 1 }]);
  expect(judge(2)).toEqual([]);
  expect(findEmptied(desiredGroup(), liveGroup(two), [], guard())).toEqual([]);
});
