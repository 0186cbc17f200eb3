import { describe, expect, test } from 'vitest';
import type { LidAnswer } from '../../../src/domain/gateway.ts';
import type { Modes } from '../../../src/domain/group.ts';
import type { Past } from '../../../src/domain/past.ts';
import { noPast, toHandleKey, toTriedKey } from '../../../src/domain/past.ts';
import { keptFor } from '../../../src/domain/patience.ts';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { KnownLids } from '../../../src/planning/identity/knowledge.ts';
import { createKnowledge } from '../../../src/planning/identity/knowledge.ts';
import type { Facts } from '../../../src/planning/obstacles/obstacle-facts.ts';
import {
  findAsked,
  findLeaving,
  findModes,
  findOtherNumber,
  findRest,
  hasOtherAccount,
  isProtected,
  isRemembered,
  isResting,
  mayBeListed,
  recently,
  toCase,
  wasProtected,
  whyNotAsked,
} from '../../../src/planning/obstacles/obstacle-facts.ts';
import {
  account,
  admin,
  altos,
  byKey,
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
  singer,
  yesterday,
} from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';

/** Facts in which nothing stands in anybody's way, but for what is given. */
function facts({ lids = new Map(), ...more }: Partial<Facts & { readonly lids: KnownLids }> = {}): Facts {
  const past = more.past ?? noPast;
  return {
    desired: desiredGroup(),
    live: liveGroup(),
    protected: new Set(),
    protectedLids: new Set(),
    protectedHandles: [],
    knowledge: createKnowledge({
      lids,
      pairs: past.pairs,
      readings: new Map(),
      people: byKey([2, 3].map(singer)),
    }),
    accounts: new Set([account.key]),
    past,
    pace,
    now: noon,
    ...more,
  };
}

const remembering = (past: Partial<Past>) => facts({ past: { ...noPast, ...past } });
const [her, his] = [lid('22222'), lid('33333')];
const removal = personChange('remove', 2, { before: 'member' });

describe('the modes that have a say', () => {
  const manage: Modes = { members: 'exact', admins: 'additive', settings: 'observe' };
  const both = desiredGroup({ manage });
  const adminsAlone = desiredGroup({ manage, lists: { members: false, admins: true } });
  const membersAlone = desiredGroup({ manage, lists: { members: true, admins: false } });
  const topic = { action: 'set', setting: 'topic' } as Change;

  test.each([
    ['a setting', topic, both, ['observe']],
    ['an add', personChange('add', 2), both, ['exact']],
    ['an add by the list of admins alone', personChange('add', 2), adminsAlone, ['additive']],
    ['a promotion', personChange('promote', 2), both, ['additive']],
    ['a demotion', personChange('demote', 2), both, ['additive']],
    ['the removal of a member', removal, both, ['exact']],
    [
      'the removal of an admin, which takes both',
      { ...removal, before: 'admin' } as Change,
      both,
      ['exact', 'additive'],
    ],
    [
      'the removal of an admin by members alone',
      { ...removal, before: 'admin' } as Change,
      membersAlone,
      ['exact'],
    ],
  ])('in %s', (_, change, desired, modes) => {
    expect(findModes(change, desired)).toEqual(modes);
  });
});

describe('protection', () => {
  test('is by number, by the LID that stands here, and by a number behind a protected handle', () => {
    const live = liveGroup({ people: [living(2, { lid: her })] });
    expect(isProtected(removal, facts({ live }))).toBe(false);
    expect(isProtected(removal, facts({ live, protected: new Set([key(2)]) }))).toBe(true);
    expect(isProtected(removal, facts({ live, protectedLids: new Set([her]) }))).toBe(true);
    expect(isProtected(removal, facts({ live, protectedLids: new Set([his]) }))).toBe(false);
    const past = { ...noPast, handles: new Set([toHandleKey('ana', key(2))]) };
    expect(wasProtected(removal, facts({ past, protectedHandles: ['ana'] }))).toBe(true);
    expect(wasProtected(removal, facts({ past, protectedHandles: ['budi'] }))).toBe(false);
    expect(wasProtected(removal, facts({ protectedHandles: ['ana'] }))).toBe(false);
  });
});

describe('a number that changed', () => {
  const moved = liveGroup({ people: [living(9, { lid: her })] });
  const pairs = seenPairs([[key(2), her]]);
  const add = personChange('add', 2);

  test('who is missing stands here with another number: told with it', () => {
    const found = findOtherNumber(add, toCase(facts({ live: moved, past: { ...noPast, pairs } })));
    expect(found).toMatchObject({ other: { phone: singer(9).phone } });
    expect(findOtherNumber(add, toCase(facts({ live: moved })))).toBe(false);
  });

  test('who is to lose something was seen under a number that is kept here', () => {
    const past = { ...noPast, pairs };
    const loss = personChange('remove', 9, { before: 'member' });
    const wanted = desiredGroup({ people: [listed(2)] });
    const ended = desiredGroup({ people: [listed(2, { memberUntil: yesterday })] });
    const ask = (more: Partial<Facts>) =>
      findOtherNumber(loss, toCase(facts({ live: moved, past, ...more })));
    expect(ask({ desired: wanted })).toMatchObject({ other: singer(2) });
    expect(ask({ protected: new Set([key(2)]) })).toMatchObject({ other: singer(2) });
    expect(ask({ accounts: new Set([key(2)]) })).toMatchObject({ other: singer(2) });
    expect([ask({}), ask({ desired: ended })]).toEqual([false, false]);
  });

  test.each<[string, LidAnswer | undefined, boolean]>([
    ['a look-up finds them no more', { kind: 'none' }, true],
    ['a look-up finds them with another LID', { kind: 'lid', lid: his }, true],
    ['a look-up says that the LID is theirs', { kind: 'lid', lid: her }, false],
    ['a look-up was unclear', { kind: 'unknown' }, false],
    ['nobody was asked', undefined, false],
  ])('who hides has changed it only where %s', (_, answer, expected) => {
    const lids = new Map(answer ? [[key(2), answer] as const] : []);
    const live = liveGroup({ unidentified: [hidden(her)] });
    expect(findOtherNumber(add, toCase(facts({ live, lids, past: { ...noPast, pairs } })))).toBe(expected);
  });
});

test('who shows no LID may be whoever the file lists by one that nobody shows', () => {
  const desired = desiredGroup({ knownLids: new Set([his]) });
  const ask = (people: Parameters<typeof liveGroup>[0]) =>
    mayBeListed(removal, toCase(facts({ desired, live: liveGroup(people) })));
  expect(ask({ people: [living(2)] })).toBe(true);
  expect(ask({ people: [living(2, { lid: her })] })).toBe(false);
  expect(ask({ people: [living(2), living(3, { lid: his })] })).toBe(false);
  expect(ask({ people: [living(2)], unidentified: [hidden(his)] })).toBe(false);
  expect(mayBeListed(removal, toCase(facts({ live: liveGroup({ people: [living(2)] }) })))).toBe(false);
});

test('a number that had another LID before may be somebody else; one that is only remembered is to be asked about', () => {
  const live = liveGroup({ people: [living(2, { lid: her }), admin(3, { isRemembered: true })] });
  const past = { ...noPast, pairs: seenPairs([[key(2), his]]) };
  expect(hasOtherAccount(personChange('promote', 2), facts({ live, past }))).toBe(true);
  expect(hasOtherAccount(personChange('promote', 2), facts({ live }))).toBe(false);
  expect(isRemembered(personChange('demote', 3), facts({ live }))).toBe(true);
  expect(isRemembered(removal, facts({ live }))).toBe(false);
});

describe('what lies back', () => {
  test('a wish is heeded up to its last moment, and no longer', () => {
    expect(recently(undefined, facts())).toBe(false);
    expect(recently(noon - keptFor.declined, facts())).toEqual({ since: '2026-05-16' });
    expect(recently(noon - keptFor.declined - 1, facts())).toBe(false);
  });

  test('a rest is over at its end, and endless ones never are', () => {
    expect(isResting({ at: noon, until: noon }, facts())).toBe(false);
    expect(isResting({ at: noon, until: noon + 1 }, facts())).toEqual({ since: '2026-06-15' });
    expect(isResting({ at: noon, until: Infinity }, facts())).toBeTruthy();
    expect(isResting(undefined, facts())).toBe(false);
  });

  test('the day is that of the policy’s zone', () => {
    const late = Date.parse('2026-06-15T23:30:00Z');
    expect(isResting({ at: late, until: Infinity }, facts({ now: late, timezone: 'Asia/Jakarta' }))).toEqual({
      since: '2026-06-16',
    });
  });

  test('what was in vain and what was refused are two things, and so are two actions of one person', () => {
    const add = personChange('add', 2);
    const tried = (isRefused: boolean) =>
      remembering({
        tried: new Map([[altos, new Map([[toTriedKey(add), { at: noon, until: Infinity, isRefused }]])]]),
      });
    expect(findRest(add, tried(true), true)).toBeTruthy();
    expect(findRest(add, tried(true), false)).toBe(false);
    expect(findRest(add, tried(false), true)).toBe(false);
    expect(findRest(personChange('promote', 2), tried(true), true)).toBe(false);
  });

  test('who was verified here has left; readd puts them back', () => {
    const past = remembering({ verified: new Map([[altos, new Map([[key(2), noon]])]]) });
    const add = personChange('add', 2);
    expect(findLeaving(add, past)).toEqual({ since: '2026-06-15' });
    expect(findLeaving({ ...add, why: { kind: 'readd', readd: '2026-12-31', via: [] } }, past)).toBe(false);
    expect(findLeaving(personChange('add', 3), past)).toBe(false);
  });
});

test.each<[LidAnswer | undefined, number, string]>([
  [undefined, 0, 'not-yet'],
  [undefined, 398, 'not-yet'],
  [undefined, 399, 'spent'],
  [{ kind: 'none' }, 399, 'not-found'],
  [{ kind: 'unknown' }, 0, 'unclear'],
])('of whom a look-up says %j after %i look-ups: %s', (answer, spent, asked) => {
  const lids = new Map(answer ? [[key(2), answer] as const] : []);
  const past = { ...noPast, lookups: [{ at: noon, count: spent }] };
  expect(findAsked(key(2), facts({ lids, past }))).toBe(asked);
  expect(whyNotAsked(facts({ past }))).toBe(spent > 398 ? 'spent' : 'not-yet');
});
