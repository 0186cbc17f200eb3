import type { Change } from './change.ts';
import type { Person, PhoneNumber } from './person.ts';

/** Whose change it is, told by planning the files of another commit with the very same readings. */
export type Origin =
  /** It is not due with the other commit's files. */
  | 'pull-request'
  /** It is due with those too, and nobody approved it: the group was changed on a phone. */
  | 'phone'
  /** It is due with those too, because a day that they name has passed. */
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

/** Another number behind a handle: whoever has it becomes that person in all their groups. */
export interface NewNumber {
  /** As the files have them now. */
  readonly person: Person;
  readonly before: PhoneNumber;
  /** In how many groups the files want them, and in how many of those as an admin. */
  readonly groups: number;
  readonly adminIn: number;
}

/** What the files change beside those of another commit. */
export interface SinceBase {
  /** The other commit as it was named: "origin/main". */
  readonly base: string;
  readonly origins: ReadonlyMap<Change, Origin>;
  /** Sorted by file. */
  readonly stopped: readonly Stopped[];
  /** Those who would be an admin in most groups first. */
  readonly numbers: readonly NewNumber[];
}
