import type { Mode, Modes } from './group.ts';
import type { Loosened } from './loosened.ts';
import type { SettingName } from './settings.ts';
import type { Person, PhoneNumber } from './people/person.ts';

/** Whose change it is, told by planning the files of another commit with the very same readings. */
export type Origin =
  /** It is not due with the other commit's files. */
  | 'pull-request'
  /** It is due with those too, and nobody approved it: the group was changed on a phone. */
  | 'phone'
  /** Those bring it too, by a day that they name; nobody approved it. */
  | 'date'
  /** An earlier plan file approved it, and it is not done yet. */
  | 'earlier-merge';

/** A group of the other commit that no file manages any more. */
export interface Stopped {
  /** Its file in the other commit, below the groups folder. */
  readonly file: string;
  readonly name?: string;
  /** `ignored`: its file has a name that starts with `_` now, or lies in such a folder. */
  readonly how: 'deleted' | 'ignored' | 'id-edited';
}

/** A group that no file of the other commit managed. */
export interface Arrived {
  /** Below the groups folder. */
  readonly file: string;
  readonly name?: string;
  /** `first-id`: its file was there and had no id. */
  readonly how: 'new-file' | 'first-id';
}

/** A key of a group's file that, where it stands, makes Rollcall look after something. */
export type ManagedKey = SettingName | 'photo' | 'members' | 'admins';

/** A group that is still managed, though less of it than with the other commit's files. */
export interface Relaxed {
  /** Its file now, below the groups folder. */
  readonly file: string;
  readonly name?: string;
  /** Keys that stood in its file and do not any more: what they said stays in the group, and nobody compares it. */
  readonly keys: readonly ManagedKey[];
  /** What is still in the file, and acted upon less. */
  readonly modes: readonly LowerMode[];
}

/** `exact` to `additive`: nobody is taken out any more. To `observe`: nothing is done any more. */
export interface LowerMode {
  readonly part: keyof Modes;
  readonly before: Mode;
  readonly after: Exclude<Mode, 'exact'>;
}

/** What cannot be told of the other commit, since a file of it is missing or has mistakes. */
export type Untold =
  /** Limits and protection beyond what fits in it, and whose any change is. */
  | 'policy'
  /** Whom the policy protects: it names them by handles and teams that are not known. */
  | 'protected'
  /** Which numbers stood behind handles, and who was in any list. */
  | 'people'
  /** What all groups of its folder and below have in common, and so whose their changes are. */
  | 'defaults'
  /** Whose the changes of its group are. */
  | 'group'
  /** Whose the changes of its group are, and which group it was for. */
  | 'id'
  /** Whose change that of its photo is. */
  | 'photo';

/** A `_defaults.yaml` that says something else than the other commit's, or stands in one of the two alone. */
export interface ChangedDefaults {
  /** Below the groups folder. */
  readonly file: string;
  readonly how: 'new' | 'changed' | 'removed';
  /** How many groups lie in its folder and below. */
  readonly groups: number;
}

/** A file of the other commit that could not be read as it should. */
export interface Unread {
  /** Below the groups folder. */
  readonly file: string;
  readonly what: Untold;
}

/** Another number behind a handle: whoever has it becomes that person in all their groups. */
export interface NewNumber {
  /** As the files have them now. */
  readonly person: Person;
  readonly before: PhoneNumber;
  /** In how many groups the files want them, and in how many of those as an admin. */
  readonly groups: number;
  readonly adminIn: number;
}

/** What a pull request does to who is who, beside numbers. */
export interface NewPeople {
  /** Handles and numbers that the other commit had neither of. */
  readonly arrived: readonly Person[];
  /** Who is called something else; `before`: the old name. */
  readonly renamed: readonly Renamed[];
  /** Those of both whose name or handle looks like somebody else's. */
  readonly alike: readonly { readonly person: Person; readonly other: Person }[];
}

interface Renamed {
  readonly person: Person;
  readonly before: string;
  /** The handle is the same, and both the name and the number behind it are others: somebody stands in another one's place. */
  readonly isOther?: true;
}

/** What the files change beside those of another commit. */
export interface SinceBase {
  /** The other commit as it was named: "origin/main". */
  readonly base: string;
  /** By the identity of a change (`toIdentity`): those of today and those that dates will bring. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Sorted by file. */
  readonly stopped: readonly Stopped[];
  /** Sorted by file. */
  readonly arrived: readonly Arrived[];
  /** Sorted by file. */
  readonly relaxed: readonly Relaxed[];
  /** Sorted by file; absent: there are none. */
  readonly defaults?: readonly ChangedDefaults[];
  /** Photos last. */
  readonly unread: readonly Unread[];
  /** Those who would be an admin in most groups first. */
  readonly numbers: readonly NewNumber[];
  /** What both meet alike, without anybody's doing: left alone, notices, groups that could not be read (`plan/known.ts`). */
  readonly known: ReadonlySet<string>;
  /** Absent where nobody can tell. */
  readonly newPeople?: NewPeople;
  /** Everybody whom the other commit's files name: whoever is taken out of them keeps their name in a plan. */
  readonly before?: readonly Person[];
  /** The policy's first. */
  readonly loosened: readonly Loosened[];
}
