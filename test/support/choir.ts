import { blankSettings } from '../../src/domain/settings.ts';
import { usualNotices, usualWays } from '../../src/domain/defaults.ts';
import type { Change, PersonChange } from '../../src/domain/plan/change.ts';
import type { Span } from '../../src/domain/diagnostic.ts';
import type {
  Day,
  DesiredPerson,
  GroupId,
  LiveGroup,
  LivePerson,
  Modes,
  Unidentified,
} from '../../src/domain/group.ts';
import { assumedGroup } from '../../src/domain/group.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Limits, Organisation, Policy } from '../../src/domain/organisation.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Lid, Person, PersonKey, PhoneNumber, Role } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { KnownGroup } from '../../src/domain/plan/plan.ts';
import type { Guard } from '../../src/planning/limits/guard.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';

/** The day of all tests that need one, and noon of it in UTC. */
export const today: Day = '2026-06-15';
export const noon = Date.parse('2026-06-15T12:00:00Z');
export const yesterday: Day = '2026-06-14';
export const tomorrow: Day = '2026-06-16';

export const altos = '120363000000000001@g.us' as GroupId;
export const span: Span = { file: 'altos.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

export function phone(digits: string): PhoneNumber {
  return digits as PhoneNumber;
}

export function lid(digits: string): Lid {
  return digits as Lid;
}

/** Singer n by a number reserved for fiction: 447700900000 + n. The account is singer 1. */
export function singer(n: number): Person {
  const number = phone(String(447_700_900_000 + n));
  return { key: toPersonKey(number), phone: number };
}

export const account = singer(1);

export function key(n: number): PersonKey {
  return singer(n).key;
}

/** A listed person; a member by their number unless told otherwise. */
export function listed(who: number | Person, more: Partial<DesiredPerson> = {}): DesiredPerson {
  const person = typeof who === 'number' ? singer(who) : who;
  return { ...person, role: 'member', via: [`+${person.phone}`], ways: [], byInvite: false, span, ...more };
}

/** Somebody in a live group; a member unless told otherwise. */
export function living(who: number | Person, more: Partial<LivePerson> = {}): LivePerson {
  const person = typeof who === 'number' ? singer(who) : who;
  return { ...person, role: 'member', isOwner: false, ...more };
}

export function admin(who: number | Person, more: Partial<LivePerson> = {}): LivePerson {
  return living(who, { role: 'admin', ...more });
}

/** Somebody whose number WhatsApp hides. */
export function hidden(digits: string, role: Role = 'member', isOwner = false): Unidentified {
  return { lid: lid(digits), role, isOwner };
}

export function byKey<T extends Person>(people: readonly T[]): ReadonlyMap<PersonKey, T> {
  return new Map(people.map((person) => [person.key, person]));
}

export const settings: Settings = {
  ...blankSettings,
  name: 'Altos',
  topic: 'Thursdays 19:00',
};

interface DesiredOptions extends Omit<Partial<KnownGroup>, 'people' | 'manage'> {
  readonly people?: readonly DesiredPerson[];
  readonly manage?: Partial<Modes>;
}

/** A group's file: both lists, exact, unless told otherwise. */
export function desiredGroup({ people = [], manage, ...more }: DesiredOptions = {}): KnownGroup {
  return {
    file: 'altos.yaml',
    span,
    id: altos,
    account: 'main',
    settings: {},
    settingSpans: {},
    manage: { members: 'exact', admins: 'exact', settings: 'exact', ...manage },
    newMembers: 'add',
    lists: { members: true, admins: true },
    people: byKey(people),
    knownLids: new Set(),
    ...more,
  };
}

interface LiveOptions extends Omit<Partial<LiveGroup>, 'people'> {
  readonly people?: readonly LivePerson[];
}

/** A live group with the account as an admin of it, and these people. */
export function liveGroup({ people = [], ...more }: LiveOptions = {}): LiveGroup {
  return {
    id: altos,
    settings,
    people: byKey([admin(account), ...people]),
    ...assumedGroup,
    ...more,
  };
}

/** The default numbers of the policy. */
export const limits: Limits = {
  removals: { percent: 10, floor: 3, run: 20 },
  demotions: { group: 2, run: 5 },
  promotions: { group: 2, run: 10 },
  adds: { group: 100, run: 300 },
  admins: { min: 1 },
  creates: { run: 5 },
};

export const pace: Policy['pace'] = {
  addsPerDay: 40,
  lookupsPerDay: 400,
  createsPerDay: 3,
  messagesPerDay: 20,
  pause: { min: 3000, max: 8000 },
  afterAdd: { min: 20_000, max: 60_000 },
  reads: { min: 300, max: 900 },
};

/** Limits so wide that they object to nothing. */
export const noLimits: Limits = {
  removals: { percent: 100, floor: 2000, run: 9999 },
  demotions: { group: 2000, run: 9999 },
  promotions: { group: 2000, run: 9999 },
  adds: { group: 2000, run: 9999 },
  admins: { min: 0 },
  creates: { run: 9999 },
};

export function guard(more: Partial<Guard> = {}): Guard {
  const bounds = more.limits ?? limits;
  return {
    limits: bounds,
    minAdmins: bounds.admins.min,
    accounts: new Set([account.key]),
    past: noPast,
    today,
    ...more,
  };
}

export function organisation(
  groups: Organisation['groups'],
  policy: Partial<Policy> = {},
  people: readonly Person[] = [],
): Organisation {
  return {
    policy: {
      accounts: new Map([['main', account.phone]]),
      timezone: 'UTC',
      language: 'en',
      manage: 'exact',
      ...usualWays,
      noticesPerDay: usualNotices,
      protected: new Set(),
      protectedLids: new Set(),
      limits,
      pace,
      ...policy,
    },
    groups,
    people: byKey(people),
    hidden: new Map(),
    warnings: [],
  };
}

/** What a plan of these groups is made from; the readings in the order of the groups. */
export function planInput(
  pairs: readonly (readonly [KnownGroup, LiveGroup])[],
  more: Partial<Omit<PlanInput, 'organisation'>> = {},
  policy: Partial<Policy> = {},
  people: readonly Person[] = [],
): PlanInput {
  return {
    organisation: organisation(
      pairs.map(([desired]) => desired),
      policy,
      people,
    ),
    account: 'main',
    readings: new Map(pairs.map(([desired, group]) => [desired.id, { kind: 'read', group }])),
    lids: new Map(),
    past: noPast,
    now: noon,
    ...more,
  };
}

/** "add 2", "demote 7 needs promote 3", "set topic": a change in few words, people by their singer's number. */
export function say(change: Change): string {
  if (change.action === 'set') return `set ${change.setting}`;
  const needs = (change.needs ?? []).map(({ action, person }) => `${action} ${toShort(person)}`);
  const about = `${change.action} ${toShort(change.person.key)}`;
  return needs.length > 0 && change.action !== 'promote' ? `${about} needs ${needs.join(', ')}` : about;
}

function toShort(person: PersonKey): string {
  return person.startsWith('4477009') ? String(Number(person.slice(-6)) - 900_000) : person;
}

interface PersonChangeOptions extends Partial<Omit<PersonChange, 'person' | 'action'>> {
  readonly person?: Person;
}

/** A change of singer n, for tests of what takes changes. */
export function personChange(
  action: PersonChange['action'],
  n: number,
  more: PersonChangeOptions = {},
): PersonChange {
  return { group: altos, action, person: singer(n), why: { kind: 'unlisted' }, ...more };
}
