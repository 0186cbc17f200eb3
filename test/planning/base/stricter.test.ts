import { expect, test } from 'vitest';
import { usualLimits, usualPace } from '../../../src/domain/defaults.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { hasSecretNumbers } from '../../../src/domain/organisation.ts';
import type { Policy } from '../../../src/domain/organisation.ts';
import { toStricter, toStricterOrganisation } from '../../../src/planning/base/stricter.ts';
import { toGuard } from '../../../src/planning/plan-input.ts';
import { noPast } from '../../../src/domain/past.ts';
import { account, limits, organisation, phone, singer } from '../../support/choir.ts';

test('limits and protection are the stricter of both', () => {
  const { policy } = organisation([]);
  const strict = { ...policy, protected: new Set([singer(3).key]) };
  const loose = {
    ...policy,
    protected: new Set([singer(2).key]),
    limits: {
      removals: { percent: 100, floor: 2, run: 999 },
      demotions: { group: 9, run: 9 },
      promotions: { group: 1, run: 99 },
      adds: { group: 1, run: 1 },
      admins: { min: 0 },
      creates: { run: 50 },
    },
  };
  const both = toStricter(loose, strict);
  expect(both.limits).toEqual({
    ...limits,
    removals: { percent: 10, floor: 2, run: 20 },
    promotions: { group: 1, run: 10 },
    adds: { group: 1, run: 1 },
  });
  expect([...both.protected]).toEqual([singer(2).key, singer(3).key]);
  expect(toStricter(strict, loose).limits).toEqual(both.limits);
});

test('so is the pace, each part by itself', () => {
  const { policy } = organisation([]);
  const fast = { min: 0, max: 90_000 };
  const daily = { addsPerDay: 999, lookupsPerDay: 9, createsPerDay: 99, messagesPerDay: 1 };
  const loose = { ...daily, pause: fast, afterAdd: fast, reads: fast };
  expect(toStricter({ ...policy, pace: loose }, { ...policy, pace: usualPace }).pace).toEqual({
    addsPerDay: 40,
    lookupsPerDay: 9,
    createsPerDay: 3,
    messagesPerDay: 1,
    pause: { min: 3000, max: 90_000 },
    afterAdd: { min: 20_000, max: 90_000 },
    reads: { min: 300, max: 90_000 },
  });
});

test('a commit without files has the built-in rules', () => {
  const { policy } = organisation([]);
  const loose = {
    ...policy,
    limits: { ...limits, adds: { group: 999, run: 999 } },
    pace: { ...usualPace, addsPerDay: 999 },
  };
  const { limits: judged, pace } = toStricterOrganisation(organisation([], loose), undefined).policy;
  expect([judged, pace]).toEqual([usualLimits, usualPace]);
});

const [brazilian, otherSpelling, other] = [
  phone('5520987654321'),
  phone('552087654321'),
  phone('447700900099'),
];

test.each<[how: string, head: Policy['accounts'], base: Policy['accounts'], kept: number]>([
  ['changed', new Map([['main', other]]), new Map([['main', account.phone]]), 2],
  [
    'taken out',
    new Map([['main', account.phone]]),
    new Map([
      ['main', account.phone],
      ['second', other],
    ]),
    2,
  ],
  [
    'put in',
    new Map([
      ['main', account.phone],
      ['second', other],
    ]),
    new Map([['main', account.phone]]),
    2,
  ],
  ['written otherwise', new Map([['main', brazilian]]), new Map([['main', otherSpelling]]), 1],
])('accounts of both are kept as they are: %s', (_how, head, base, kept) => {
  const both = toStricterOrganisation(
    organisation([], { accounts: head }),
    organisation([], { accounts: base }),
  );
  const input = { readings: new Map(), lids: new Map(), past: noPast, now: 0 };
  const { accounts } = toGuard({ organisation: both, account: 'main', ...input });
  expect(accounts.size).toBe(kept);
  // They act under the names that the files have now.
  expect(both.policy.accounts).toBe(head);
});

test('a handle that either protects is protected with both its numbers', () => {
  const [old, now] = [
    { ...singer(2), handle: 'ana' },
    { ...singer(3), handle: 'ana' },
  ];
  const guarded = (person: typeof old, isGuarded: boolean) =>
    organisation([], { protected: new Set(isGuarded ? [person.key] : []) }, [person, singer(4)]);
  for (const [here, there] of [
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    const both = toStricterOrganisation(guarded(now, here), guarded(old, there));
    expect([...both.policy.protected].toSorted()).toEqual([old.key, now.key].toSorted());
  }
});

/** Files that name these people. */
function toFiles(...people: readonly Person[]) {
  return { ...organisation([]), people: new Map(people.map((person) => [person.key, person])) };
}

test('numbers that are secret in the other commit stay so, and whom only it names is known by their handle', () => {
  const [ana, budi] = [
    { ...singer(2), handle: 'ana', isSealed: true as const },
    { ...singer(3), handle: 'budi' },
  ];
  const both = toStricterOrganisation(toFiles(), toFiles(ana, budi));
  expect([...(both.former?.values() ?? [])]).toEqual([ana]);
  expect([hasSecretNumbers(toFiles()), hasSecretNumbers(both)]).toEqual([false, true]);
  expect(toStricterOrganisation(toFiles(ana), toFiles(ana)).former?.size).toBe(0);
  expect(toStricterOrganisation(toFiles(ana), toFiles(budi)).former).toBeUndefined();
});
