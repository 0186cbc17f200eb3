import * as fc from 'fast-check';
import type { DesiredPerson, LiveGroup, LivePerson, Mode, Unidentified } from '../../src/domain/group.ts';
import { groupCapacity } from '../../src/domain/whatsapp-facts.ts';
import type { LidAnswer } from '../../src/domain/gateway.ts';
import type { Past } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { JoinRequest } from '../../src/domain/people/join-request.ts';
import type { Lid, Person, PersonKey } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { KnownGroup } from '../../src/domain/plan/plan.ts';
import {
  altos,
  desiredGroup,
  listed,
  liveGroup,
  living,
  noon,
  phone,
  settings,
  singer,
  span,
} from './choir.ts';

/** One file, its group, and what earlier runs and look-ups know: all that one group's plan is made from. */
export interface Pair {
  readonly desired: KnownGroup;
  readonly live: LiveGroup;
  readonly lids: ReadonlyMap<PersonKey, LidAnswer>;
  readonly past: Past;
  readonly protected: ReadonlySet<PersonKey>;
}

/** Singers 2 to 25, the last four of them in Brazil, with and without the ninth digit. */
const voices = Array.from({ length: 24 }, (_, i) => i + 2);

function toVoice(n: number, isLong: boolean): Person {
  if (n < 22) return singer(n);
  const number = phone(isLong ? `55209800000${n}` : `5520800000${n}`);
  return { key: toPersonKey(number), phone: number };
}

/** All of them, as the files know them. */
export const everybody: readonly Person[] = voices.map((n) => toVoice(n, true));

function toLid(n: number): Lid {
  return String(330_000_000_000_000 + n) as Lid;
}

const days = fc.constantFrom('2026-05-01', '2026-06-14', '2026-06-15', '2026-06-16', '2026-12-31');
/** One in so many times; else null. */
function oneIn<T>(count: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ arbitrary: value, weight: 1 }, { arbitrary: fc.constant(null), weight: count - 1 });
}

const rarely = fc.integer({ min: 0, max: 14 }).map((n) => n === 0);
const modes = fc.constantFrom<Mode>('exact', 'exact', 'exact', 'exact', 'additive', 'observe');

const listing = fc.record({
  n: fc.constantFrom(...voices),
  isLong: fc.boolean(),
  isAdmin: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  memberFrom: oneIn(4, days),
  adminFrom: oneIn(4, days),
  memberUntil: oneIn(3, days),
  adminUntil: oneIn(3, days),
  byInvite: rarely,
  readd: oneIn(5, days),
});

/**
 * An entry as resolving the files gives it: who is an admin from a day until another is a member at least as long, and
 * nothing ends before it begins.
 */
function toListed(
  entry: typeof listing extends fc.Arbitrary<infer T> ? T : never,
  hasAdmins: boolean,
): DesiredPerson {
  const { n, isLong, memberUntil, adminUntil, byInvite, readd } = entry;
  const adminFrom = adminUntil && entry.adminFrom && entry.adminFrom > adminUntil ? null : entry.adminFrom;
  const memberFrom = [adminFrom, memberUntil].some((day) => day && entry.memberFrom && entry.memberFrom > day)
    ? null
    : entry.memberFrom;
  const person = toVoice(n, isLong);
  const more = { byInvite, via: [`singer ${n}`], ...(readd !== null && { readd }) };
  if (!entry.isAdmin || !hasAdmins)
    return listed(person, {
      ...more,
      ...(memberFrom && { memberFrom }),
      ...(memberUntil && { memberUntil }),
    });
  // Who is an admin at any time is a member from then on.
  const first = { ...(adminFrom && { adminFrom }), ...(adminFrom && memberFrom && { memberFrom }) };
  if (!adminUntil) return listed(person, { ...more, ...first, role: 'admin' });
  const last = memberUntil && memberUntil > adminUntil ? memberUntil : adminUntil;
  return listed(person, {
    ...more,
    ...first,
    role: 'admin',
    adminUntil,
    ...(memberUntil && { memberUntil: last }),
  });
}

const presence = fc.record({
  n: fc.constantFrom(...voices),
  isLong: fc.boolean(),
  isAdmin: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
  isHidden: fc.integer({ min: 0, max: 15 }).map((n) => n === 0),
  hasLid: fc.boolean(),
});

type Presence = typeof presence extends fc.Arbitrary<infer T> ? T : never;

function toLiving({ n, isLong, isAdmin, hasLid }: Presence, isOwner: boolean): LivePerson {
  const role = isAdmin || isOwner ? 'admin' : 'member';
  return living(toVoice(n, isLong), { role, isOwner, ...(hasLid && { lid: toLid(n) }) });
}

function toHidden({ n, isAdmin }: Presence): Unidentified {
  return { lid: toLid(n), role: isAdmin ? 'admin' : 'member', isOwner: false };
}

/** So many that a group of them is full; made once, for they are all the same. */
const crowd: readonly LivePerson[] = Array.from({ length: groupCapacity }, (_, i) => {
  const number = phone(String(447_700_901_000 + i));
  return living({ key: toPersonKey(number), phone: number });
});
const listedCrowd = crowd.slice(0, 1000).map((one) => listed(one));

const liveSettings = fc.record({
  name: fc.constantFrom('Altos', 'Alti', 'Choir 🎶'),
  topic: fc.constantFrom('', 'Thursdays 19:00', 'Fridays'),
  announce: fc.boolean(),
  locked: fc.boolean(),
  disappearing: fc.constantFrom(0, 86_400, 1234),
  'may-add': fc.constantFrom('admins', 'everyone', 'unknown'),
  'join-approval': fc.boolean(),
  community: fc.constantFrom('none', '120363040000000001@g.us'),
});

const desiredSettings = fc.record(
  {
    name: fc.constantFrom('Altos', 'Alti', 'é'.repeat(13)),
    topic: fc.constantFrom('', 'Fridays'),
    announce: fc.boolean(),
    locked: fc.boolean(),
    disappearing: fc.constantFrom(0, 604_800),
    'may-add': fc.constantFrom('admins', 'everyone'),
    'join-approval': fc.boolean(),
    community: fc.constantFrom('none', '120363040000000001@g.us'),
  },
  { requiredKeys: [] },
);

const people = fc.record({
  listings: fc.uniqueArray(listing, { selector: ({ n }) => n, maxLength: 16 }),
  presences: fc.uniqueArray(presence, { selector: ({ n }) => n, maxLength: 16 }),
  owner: oneIn(2, fc.nat(15)),
  free: oneIn(8, fc.integer({ min: 0, max: 6 })),
  knowsCrowd: fc.boolean(),
});

const file = fc.record({
  lists: fc.record({ members: rarely.map((is) => !is), admins: fc.boolean() }),
  manage: fc.record({ members: modes, admins: modes, settings: modes }),
  settings: desiredSettings,
  knownLids: fc.uniqueArray(fc.constantFrom(...voices), { maxLength: 3 }),
});

const group = fc.record({
  settings: liveSettings,
  self: rarely.chain((is) => (is ? fc.constantFrom('member', 'unknown') : fc.constant('admin'))),
  kind: rarely.chain((is) => (is ? fc.constantFrom('community', 'announcements') : fc.constant('group'))),
  suspended: rarely,
  topicFrozen: rarely,
  peopleComplete: rarely.map((is) => !is),
});

/** Who asks to be let in: some of them are members already, some by a LID alone, some by the other spelling. */
const requests = fc.array(
  fc.record({
    n: fc.constantFrom(...voices),
    isLong: fc.boolean(),
    shows: fc.constantFrom('number', 'lid', 'both'),
  }),
  { maxLength: 5 },
);

function toRequest({ n, isLong, shows }: Drawn<typeof requests>[number]): JoinRequest {
  return {
    ...(shows !== 'lid' && { person: toVoice(n, isLong) }),
    ...(shows !== 'number' && { lid: toLid(n) }),
    at: noon - 1000 * n,
  };
}

const memory = fc.record({
  isUnusable: rarely,
  told: fc.dictionary(
    fc.constantFrom(...voices.map(String)),
    fc.constantFrom('lid', 'lid', 'none', 'unknown'),
    { maxKeys: 10 },
  ),
  verified: fc.uniqueArray(fc.constantFrom(...voices), { maxLength: 4 }),
  declined: fc.uniqueArray(fc.constantFrom(...voices), { maxLength: 2 }),
  protected: fc.uniqueArray(fc.constantFrom(...voices), { maxLength: 2 }),
});

type Drawn<T> = T extends fc.Arbitrary<infer U> ? U : never;

function toLive(drawn: Drawn<typeof group>, who: Drawn<typeof people>): LiveGroup {
  const { presences, owner, free } = who;
  const seen = presences.filter(({ isHidden }) => !isHidden);
  const hides = presences.filter(({ isHidden }) => isHidden).map(toHidden);
  const persons = seen.map((one, i) => toLiving(one, i === owner));
  const self = drawn.self === 'admin' ? 1 : 0;
  const places = free === null ? 0 : groupCapacity - free - persons.length - hides.length - self;
  const live = liveGroup({
    ...drawn,
    people: [...persons, ...crowd.slice(0, Math.max(0, places))],
    unidentified: hides,
  } as Parameters<typeof liveGroup>[0]);
  if (drawn.self === 'admin') return live;
  const own = singer(1);
  const others = new Map([...live.people].filter(([key]) => key !== own.key));
  if (drawn.self === 'member') others.set(own.key, living(own));
  return { ...live, people: others };
}

function toDesired(drawn: Drawn<typeof file>, who: Drawn<typeof people>): KnownGroup {
  const { members, admins } = drawn.lists;
  const entries = who.listings.filter(({ isAdmin }) => (isAdmin && admins) || members);
  const isCrowded = who.knowsCrowd && who.free !== null && members;
  const { settings: wanted, manage, lists } = drawn;
  return desiredGroup({
    people: [...entries.map((entry) => toListed(entry, admins)), ...(isCrowded ? listedCrowd : [])],
    settings: wanted as KnownGroup['settings'],
    settingSpans: { name: span },
    manage,
    lists,
    knownLids: new Set(drawn.knownLids.map(toLid)),
  });
}

/** These voices, a second ago in the one group that there is. */
function at(numbers: readonly number[]): Past['verified'] {
  return new Map([[altos, new Map(numbers.map((n) => [toVoice(n, true).key, noon - 1000]))]]);
}

function toPast(drawn: Drawn<typeof memory>): Past {
  return {
    ...noPast,
    memory: drawn.isUnusable ? 'unusable' : 'kept',
    verified: at(drawn.verified),
    declined: at(drawn.declined),
  };
}

function toLids(told: Drawn<typeof memory>['told']): ReadonlyMap<PersonKey, LidAnswer> {
  return new Map(
    Object.entries(told).map(([n, kind]): [PersonKey, LidAnswer] => [
      toVoice(Number(n), true).key,
      kind === 'lid' ? { kind, lid: toLid(Number(n)) } : { kind: kind as 'none' | 'unknown' },
    ]),
  );
}

/** Random files against random groups: every mode and list, hidden members, two spellings, dates, full groups. */
export const pairs: fc.Arbitrary<Pair> = fc
  .record({ people, file, group, memory, asking: oneIn(3, requests), isUnread: rarely })
  .map(({ people: who, file: ofFile, group: ofGroup, memory: ofMemory, asking, isUnread }) => ({
    desired: toDesired(ofFile, who),
    live: {
      ...toLive({ ...ofGroup, settings: { ...settings, ...ofGroup.settings } }, who),
      ...(asking && { requests: isUnread ? ('unread' as const) : asking.map(toRequest) }),
    },
    lids: toLids(ofMemory.told),
    past: toPast(ofMemory),
    protected: new Set(ofMemory.protected.map((n) => toVoice(n, true).key)),
  }));
