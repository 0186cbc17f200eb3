import type { Span } from './diagnostic.ts';
import { findRoster } from './lazy/made-map.ts';
import type { JoinRequest } from './people/join-request.ts';
import type { Lid, Person, PersonKey, Role } from './people/person.ts';
import type { DesiredPhoto, LivePhoto } from './picture.ts';
import type { SettingName, Settings } from './settings.ts';

/** A group's identity, always with its server: "120363025982934543@g.us", or a legacy "6281234567890-1598765432@g.us". */
export type GroupId = string & { readonly [groupId]: true };
declare const groupId: unique symbol;

/** What ids of groups look like: `<digits>@g.us`, and the legacy `<digits>-<digits>@g.us` (docs/gowa.md#s9). */
export const groupIdPattern = /^(\d{10,25}|\d{5,20}-\d{5,15})@g\.us$/;

/** True for the id of a group. */
export function isGroupId(text: string): text is GroupId {
  return groupIdPattern.test(text);
}

/** `exact`: the live list must equal the file. `additive`: add and promote only. `observe`: report only. */
export const modes = ['exact', 'additive', 'observe'] as const;

export type Mode = (typeof modes)[number];

/** How far Rollcall goes for each list of a group and for its settings, the photo among them. */
export interface Modes {
  readonly members: Mode;
  readonly admins: Mode;
  readonly settings: Mode;
}

/** What becomes of whoever is missing in a group: they are added, or get its link and come by themselves. */
export const newMembersWays = ['add', 'invite'] as const;

export type NewMembers = (typeof newMembersWays)[number];

/** A calendar day in the policy's time zone, "2026-12-31". Days compare as strings. */
export type Day = string;

/** One way in which the files name somebody in a group: an entry of one of its lists, in its own file or in defaults. */
export interface Way {
  readonly list: 'members' | 'admins';
  /** As reports show it, the same as in `via`. */
  readonly text: string;
  /** The entry, in the file where it stands. */
  readonly span: Span;
  /** The team that the entry names; absent: it names the person, by handle or by number. */
  readonly team?: string;
  /** The `_defaults.yaml` in whose list it stands, below the groups folder; absent: in the group's own. */
  readonly defaults?: string;
  /** The spreadsheet whose row puts them into the team, below the groups folder; absent: a list in YAML does. */
  readonly sheet?: string;
}

/** Somebody whom a group's file names, all ways in which it names them brought together. */
export interface DesiredPerson extends Person {
  /** The role while everything lasts: `admin` when any way lists them under `admins`. */
  readonly role: Role;
  /** Every way, as the file says it: "ana", "team:altos", "+44 •••• 002", "team:board (choir/_defaults.yaml)". */
  readonly via: readonly string[];
  /** The same, each with its place, those of the group's own file first: what an edit of one of them would change. */
  readonly ways: readonly Way[];
  /** The first day of membership; absent: no beginning. */
  readonly memberFrom?: Day;
  /** The first day as an admin; absent: no beginning (or not an admin at all). */
  readonly adminFrom?: Day;
  /** The last day of membership; absent: no end. */
  readonly memberUntil?: Day;
  /** The last day as an admin; absent: no end (or not an admin at all). */
  readonly adminUntil?: Day;
  /** Belongs here, but is never added: only ever by invitation. */
  readonly byInvite: boolean;
  /** Put back once, somebody who left; the day is part of that permission's identity and its last day. */
  readonly readd?: Day;
  readonly span: Span;
}

/** What a limit counts. */
export type LimitKind = (typeof limitKinds)[number];

/** All kinds of limits, in the order in which they are shown. */
export const limitKinds = ['removals', 'demotions', 'promotions', 'adds'] as const;

/**
 * What a run's limit counts people by: whoever leaves 25 groups is one who leaves, and one word from whoever reviews it.
 * Roles are given and taken group by group, each of them a say in another group.
 */
export const peopleKinds: ReadonlySet<LimitKind> = new Set(['removals', 'adds'] as const);

/** The reviewed, expiring way past a limit, for one group: at most so many of each kind, `groupCapacity` at most. */
export interface Allowance {
  readonly counts: Partial<Readonly<Record<LimitKind, number>>>;
  /** The last day on which it counts. */
  readonly until: Day;
  readonly reason: string;
  readonly span: Span;
}

/** A group as its file wants it. An absent setting or list is unmanaged: neither compared nor reset. */
export interface DesiredGroup {
  /** Path below the groups folder, with slashes: "choir/altos.yaml". */
  readonly file: string;
  readonly span: Span;
  /** Absent: a group that does not exist yet. */
  readonly id?: GroupId;
  /** The name of the policy's account that acts on it. */
  readonly account: string;
  readonly settings: Partial<Settings>;
  readonly photo?: DesiredPhoto;
  /** Where each setting stands in the file. */
  readonly settingSpans: Partial<Readonly<Record<SettingName | 'photo', Span>>>;
  readonly manage: Modes;
  /** The `_defaults.yaml` that says a part of `manage`, below the groups folder; absent where the group or the policy does. */
  readonly manageFrom?: Partial<Readonly<Record<keyof Modes, string>>>;
  /** What becomes of whoever is missing. */
  readonly newMembers: NewMembers;
  /** The `_defaults.yaml` that says so, below the groups folder; absent where the group or the policy does. */
  readonly newMembersFrom?: string;
  /** Which lists the file has: `members` without `admins` never touches a role, `admins` alone never removes. */
  readonly lists: { readonly members: boolean; readonly admins: boolean };
  /** Empty where the file has neither list. */
  readonly people: ReadonlyMap<PersonKey, DesiredPerson>;
  /** LIDs that either list names: known to us, never touched. */
  readonly knownLids: ReadonlySet<Lid>;
  readonly allow?: Allowance;
}

/** A member whose number is known. */
export interface LivePerson extends Person {
  readonly role: Role;
  readonly isOwner: boolean;
  readonly lid?: Lid;
  /** WhatsApp hides their number here, and only the memory of an earlier day says that it is they. */
  readonly isRemembered?: true;
}

/** A live member of whom it cannot be said who they are. */
export interface Unidentified {
  /** Absent only where WhatsApp gives none: two members of a group by number whose numbers have one key. */
  readonly lid?: Lid;
  /** The key that two members share, where that is why neither is identified. */
  readonly key?: PersonKey;
  readonly role: Role;
  readonly isOwner: boolean;
}

/** A group as WhatsApp has it. */
export interface LiveGroup {
  readonly id: GroupId;
  readonly settings: Settings;
  /** Absent where nobody asked: it takes a query of its own. */
  readonly photo?: LivePhoto;
  /** With the account itself. */
  readonly people: ReadonlyMap<PersonKey, LivePerson>;
  readonly unidentified: readonly Unidentified[];
  /** What the account is here; unknown where the group does not list it (community parents, docs/gowa.md#t6). */
  readonly self: Role | 'unknown';
  /** A community's parent group, its announcement group, or neither (docs/gowa.md#t19). */
  readonly kind: 'group' | 'community' | 'announcements';
  readonly suspended: boolean;
  /** Every edit of the topic is refused for ever, even from a phone (docs/gowa.md#t10). */
  readonly topicFrozen: boolean;
  /** False: the list of people did not prove itself whole, so nobody in it may be changed in either direction. */
  readonly peopleComplete: boolean;
  /**
   * Who asks to be let in, in the order of their LIDs or numbers. Absent: nobody looked, since it is no matter of the
   * account or the file; `unread`: it could not be read.
   */
  readonly requests?: readonly JoinRequest[] | 'unread';
  /** WhatsApp did not say how many people there are: whoever is not in such a list may be in the group. Absent: it did. */
  readonly uncounted?: true;
  /** WhatsApp did not say when it was made, as it does not of groups that it shows in part: who seems missing may be there. */
  readonly undated?: true;
  /** So many of the last complete reading are gone at once, unasked, that it is not believed: not complete. Absent: not so. */
  readonly vanished?: true;
}

/** True where whoever is not in the list is not in the group: whole, and as long as WhatsApp says. */
export function provesAbsence({ peopleComplete, uncounted }: LiveGroup): boolean {
  return peopleComplete && uncounted !== true;
}

/** What is assumed of a group that nobody has read: the account runs it, its list is whole, and nothing about it is odd. */
export const assumedGroup = {
  unidentified: [],
  self: 'admin',
  kind: 'group',
  suspended: false,
  topicFrozen: false,
  peopleComplete: true,
} as const satisfies Partial<LiveGroup>;

/** What came of reading one group. */
export type Reading =
  | { readonly kind: 'read'; readonly group: LiveGroup }
  | {
      readonly kind: 'unreadable';
      readonly reason: 'not-in-group' | 'no-such-group' | 'failed';
      readonly text: string;
    };

/** How many people are in the group, the account not counted. */
export function countMembers(live: LiveGroup): number {
  const self = live.self === 'unknown' ? 0 : 1;
  return live.people.size + live.unidentified.length - self;
}

/** How many admins a group has, the accounts not counted; whoever hides their number counts like anybody. */
export function countAdmins(live: LiveGroup, accounts: ReadonlySet<PersonKey>): number {
  let count = live.unidentified.filter(({ role }) => role === 'admin').length;
  for (const key of findAdmins(live)) if (!accounts.has(key)) count += 1;
  return count;
}

function findAdmins({ people }: LiveGroup): Iterable<PersonKey> {
  const roster = findRoster(people);
  return roster
    ? roster.admins
    : [...people.values()].flatMap(({ key, role }) => (role === 'admin' ? key : []));
}
