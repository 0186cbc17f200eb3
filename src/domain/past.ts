import type { Change, PersonChange } from './plan/change.ts';
import type { MakingGroup } from './plan/creation.ts';
import { toDeed, toSubject } from './plan/change.ts';
import type { Day, GroupId, LimitKind } from './group.ts';
import type { SettingName } from './settings.ts';
import type { LidAnswer } from './gateway.ts';
import type { Rest } from './patience.ts';
import type { Pace } from './organisation.ts';
import type { Lid, PersonKey, PhoneNumber } from './people/person.ts';
import type { SeenPairs } from './people/seen-pairs.ts';
import { noPairs } from './people/seen-pairs.ts';

/** How many adds, look-ups or people asked about were spent at one time. */
export interface Spent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly count: number;
}

/** A change of one person that was in vain; `isRefused`: GOWA or WhatsApp said so, else nobody knows why. */
export interface Tried extends Rest {
  readonly isRefused: boolean;
}

/**
 * The identity of a person's change within its group, for `tried`: that somebody could not be let in is another thing than
 * that they could not be added. Holds a number: never printed, never stored.
 */
export function toTriedKey(change: PersonChange): string {
  return `${toDeed(change)} ${change.person.key}`;
}

/** What can be asked by key, though not listed: a memory knows people by pseudonyms only. Every map is one. */
export type Recall<Key, Value> = Pick<ReadonlyMap<Key, Value>, 'get' | 'has'>;

/**
 * Changes that were sent and of which nobody knows what came of them: they count as if they had happened, so that
 * whatever is due once more must not count twice. A change goes by `toUnsettledKey`.
 */
export interface Unsettled {
  /** True where `changed` has it under this kind. */
  counts(change: string, kind: LimitKind): boolean;
  /** True where `allowUsed` has it under this allowance. */
  uses(change: string, allowance: string): boolean;
}

/** A change that was approved and is not done yet. */
export interface Pending {
  /** Absent: no file is about its group any more. */
  readonly group?: GroupId;
  /** When it was last approved, milliseconds since 1970. */
  readonly at: number;
  /** For what a date brings: the first day on which it is due. */
  readonly on?: Day;
  /** The plan file's identity (`toPlanName`). */
  readonly plan?: string;
  /** They may come by themselves, by the link or since they asked to, and were not approved to be added. */
  readonly lane?: 'link';
  /** The kind of change; absent where nobody could tell when it was approved. */
  readonly what?: Change['action'] | MakingGroup['action'] | SettingName | 'photo' | 'link';
}

/** Those of a group's desired people whom a reading showed: how many, and who. */
export interface Shown {
  readonly count: number;
  has(person: PersonKey): boolean;
}

/** The last complete reading of a group, and one since then that many of its people were missing from. */
export interface LastRead extends Shown {
  /** `at`: when it was first seen to be so; milliseconds since 1970. */
  readonly doubt?: Shown & { readonly at: number };
}

/** A group's photo that was seen to be what a file wants. */
export interface SeenPhoto {
  /** When it was last asked for, milliseconds since 1970. */
  readonly at: number;
  /** WhatsApp's id of it, or `noPhoto`; absent where an earlier version remembered it. */
  readonly id?: string;
  /** True where it was the one with this id, seen to be what a file with this sha256 holds; `noPhoto` for both: there was none. */
  isOf(id: string, sha256: string): boolean;
}

/** Stands for the id of a photo, and for a file's sha256, where a group has none and its file wants none. */
export const noPhoto = 'none';

/** A group that was asked for, and of which nobody knows yet whether it is there. */
export interface Asked {
  /** When, milliseconds since 1970. */
  readonly at: number;
  /** True for the name that was asked for. */
  isNamed(name: string): boolean;
}

/** A group that `create` made. */
export interface Created {
  readonly group: GroupId;
  /** When, milliseconds since 1970. */
  readonly at: number;
  /** A run has seen its id in a file: what becomes of that file is its own matter since then. */
  readonly isFiled: boolean;
}

/** Ways to the admins: an address on the web, mail, or a WhatsApp group of theirs, which costs the account a message. */
export type NoticeChannel = 'webhook' | 'mail' | 'group';

/** What they are told about: what became of an apply, or that groups differ from their files. */
export type NoticeTopic = 'apply' | 'drift';

/** Which way, and about what. */
export interface Telling {
  readonly channel: NoticeChannel;
  readonly topic: NoticeTopic;
}

/** That they were told. */
export interface Told extends Telling {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** True for what was told then; for nothing at all where it was that there is nothing to tell any more. */
  isOf(news: string): boolean;
  /** There was nothing to tell any more: nobody was told that. */
  readonly isOver: boolean;
}

/** What of a group's link is left to do. */
export interface LinkDebt {
  /** Somebody was removed, verified, since the link was last renewed. */
  readonly isOwed: boolean;
  /** Removals since then that were sent and of which nobody knows what came of them. */
  readonly uncertain: Shown;
}

/** What earlier runs of one account leave behind, as planning and applying need it. People are keys, never digests. */
export interface Past {
  /** `none`: no memory across runs is kept. `unusable`: it should be there and is not; people are left alone then. */
  readonly memory: 'none' | 'kept' | 'unusable';
  /** For `unusable`: what is wrong with the memory and what to do, full sentences without numbers of people. */
  readonly unusable?: string;
  /** For `unusable`: there is none yet, as on the first run. */
  readonly isUnbegun?: true;
  /** For `unusable`: it is a sandbox's and this run is not, or the other way round. No new one may take its place. */
  readonly isOfOtherKind?: true;
  /** For `kept`: when this memory began, milliseconds since 1970. It knows nothing of what was before. */
  readonly startedAt?: number;
  /** Adds and look-ups of the last 24 hours. A new memory counts its first day's as spent: so many are endless. */
  readonly adds: readonly Spent[];
  readonly lookups: readonly Spent[];
  /** People about whom WhatsApp was asked in the last 24 hours for GOWA's map of LIDs; endless on a first day, too. */
  readonly mapped: readonly Spent[];
  /** LIDs whose numbers that map could not tell lately. */
  readonly untold: Pick<ReadonlySet<Lid>, 'has'>;
  /** Messages of the last 24 hours, those that were refused among them; endless on a first day, too. */
  readonly messages: readonly Spent[];
  /**
   * When somebody was last sent a group's link, by group, within `keptFor.invited`: also where nobody knows whether the
   * message went out, and not where it was refused.
   */
  readonly messaged: Recall<GroupId, Recall<PersonKey, number>>;
  /** When somebody was last sent any group's link. */
  readonly lastMessage: Recall<PersonKey, number>;
  /** What the admins were told within `keptFor.told`, in its order. */
  readonly told: readonly Told[];
  /**
   * What the last 24 hours had, for the limits of a run: people who left (`removals`) or joined (`adds`), in however many
   * groups, and roles given and taken. What was done under an `allow` is not among them.
   */
  readonly changed: Readonly<Record<LimitKind, number>>;
  /** Who is among those people already, so that leaving or joining one more group adds nobody to them. */
  readonly counted: { has(kind: LimitKind, person: PersonKey): boolean };
  readonly unsettled: Unsettled;
  /** Nothing is written before this time (milliseconds since 1970), after a rate limit or a lost session. */
  readonly notBefore?: number;
  /** The paces of the files that runs kept in the last day (`fasterPaceWaits`), the last one by now. */
  readonly paces: readonly Pace[];
  /** When somebody declined or was invited, by group, within `keptFor.wish`. */
  readonly declined: Recall<GroupId, Recall<PersonKey, number>>;
  /**
   * What was in vain, by group and `toTriedKey`: adds that were accepted and had no effect, since whoever blocks the
   * account is not asked with every run; and changes of one person that were refused when they were sent alone.
   */
  readonly tried: Recall<GroupId, Recall<string, Tried>>;
  /** When a number, in this spelling, was last confirmed not to be on WhatsApp, and when it may be asked about again. */
  readonly unregistered: Recall<PhoneNumber, Rest>;
  /** When somebody was last verified to be in a group. */
  readonly verified: Recall<GroupId, Recall<PersonKey, number>>;
  readonly lastRead: Recall<GroupId, LastRead>;
  /** Who was put back already: "<group> <key> <day>". */
  readonly readded: Pick<ReadonlySet<string>, 'has'>;
  /** Each group's photo that was last seen to be what a file wants. */
  readonly photos: Recall<GroupId, SeenPhoto>;
  /** Which numbers were seen in a group behind which handles (`toHandleKey`). */
  readonly handles: Pick<ReadonlySet<string>, 'has'>;
  /** How much of an allowance is used up, by its identity. */
  readonly allowUsed: Recall<string, number>;
  /** Groups asked for in the last 24 hours. */
  readonly creates: readonly Spent[];
  /** Groups of which nobody knows whether they were made, by file. */
  readonly asked: Recall<string, Asked> & { readonly all: readonly Asked[] };
  /** Which group was made for which file; `all`: every one. */
  readonly created: Recall<string, Created> & { readonly all: readonly Created[] };
  /** What earlier plan files approved and is not done yet, by change id. */
  readonly pending: ReadonlyMap<string, Pending>;
  /** By group: removals after which the policy wanted another link, and no run made one. */
  readonly linkDebts: Recall<GroupId, LinkDebt>;
  /** LIDs looked up earlier. */
  readonly lids: ReadonlyMap<PersonKey, LidAnswer>;
  /** LIDs that groups showed beside numbers. */
  readonly pairs: SeenPairs;
}

const noRecall = { get: () => undefined, has: () => false };

/** The past of a run that remembers nothing. */
export const noPast: Past = {
  memory: 'none',
  adds: [],
  lookups: [],
  mapped: [],
  untold: new Set(),
  messages: [],
  messaged: new Map(),
  lastMessage: new Map(),
  told: [],
  changed: { removals: 0, demotions: 0, promotions: 0, adds: 0 },
  counted: { has: () => false },
  unsettled: { counts: () => false, uses: () => false },
  paces: [],
  declined: new Map(),
  tried: new Map(),
  unregistered: new Map(),
  verified: new Map(),
  lastRead: new Map(),
  readded: new Set(),
  photos: new Map(),
  handles: new Set(),
  allowUsed: new Map(),
  creates: [],
  asked: { ...noRecall, all: [] },
  created: { ...noRecall, all: [] },
  pending: new Map(),
  linkDebts: new Map(),
  lids: new Map(),
  pairs: noPairs,
};

/** What a change is about, for `unsettled`. Holds a number: never printed, never stored. */
export function toUnsettledKey(change: Change): string {
  return `${change.group} ${toSubject(change)}`;
}

/** The identity of a number behind a handle. Holds a number: never printed, never stored. */
export function toHandleKey(handle: string, person: PersonKey): string {
  return JSON.stringify(['handle', handle, person]);
}

/** The identity of a group's photo that was seen to be a file's: `id` is WhatsApp's, `sha256` the file's. */
export function toPhotoKey(group: GroupId, id: string, sha256: string): string {
  return JSON.stringify(['photo', group, id, sha256]);
}

/** The identity of something that the admins were told. */
export function toNewsKey(news: string): string {
  return JSON.stringify(['news', news]);
}
