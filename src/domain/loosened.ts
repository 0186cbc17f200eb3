import type { Day, LimitKind, Mode, Modes } from './group.ts';
import type { Limits, Pace, PauseRange } from './organisation.ts';
import type { HiddenPerson, Lid, Person, PhoneNumber } from './people/person.ts';

/** The rules of one level of a table of rules: "admins.min". */
type RuleOf<Rules> = {
  [Kind in keyof Rules & string]: `${Kind}.${keyof Rules[Kind] & string}`;
}[keyof Rules & string];

/** The keys whose values are of one kind. */
type KeyOf<Rules, Value> = { [Key in keyof Rules]: Rules[Key] extends Value ? Key : never }[keyof Rules];

/** A number among the policy's limits, as types call it: "removals.percent". */
export type LimitRule = RuleOf<Limits>;

/** A number among its pace. */
export type DailyRule = KeyOf<Pace, number>;

/** A pause among its pace. */
export type PauseRule = KeyOf<Pace, PauseRange>;

/** A group as alerts name it. */
export interface GroupPlace {
  /** Below the groups folder. */
  readonly file: string;
  /** Absent where the file gives none. */
  readonly name?: string;
}

/**
 * A rule that the files make looser than the other commit has it: what had a value before and has another one now. Where
 * the stricter of both counts, it lets nothing more happen in the same pull request.
 */
export type Loosened =
  | {
      readonly kind: 'limit';
      readonly rule: LimitRule;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: 'daily';
      readonly rule: DailyRule;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: 'pause';
      readonly rule: PauseRule;
      readonly before: PauseRange;
      readonly after: PauseRange;
    }
  /** Not among the policy's `protected` any more: somebody, or whoever has a LID. */
  | { readonly kind: 'unprotected'; readonly who: Person | Lid | HiddenPerson }
  /** Absent `before`: an account that is new; absent `after`: one that is taken out. */
  | {
      readonly kind: 'account';
      readonly name: string;
      readonly before?: PhoneNumber;
      readonly after?: PhoneNumber;
    }
  /** The folder of the memory; absent `after`: none is kept any more. */
  | { readonly kind: 'memory'; readonly before: string; readonly after?: string }
  /**
   * More is done in groups: whoever is not listed is removed, or whoever is missing is added. `none`: the file had no such
   * list. `isDefault`: the policy says so, and not their own files; `defaults`: a `_defaults.yaml` of their folder does.
   */
  | {
      readonly kind: 'reach';
      readonly part: keyof Modes;
      readonly before: Mode | 'none';
      readonly after: Exclude<Mode, 'observe'>;
      readonly isDefault: boolean;
      readonly defaults?: string;
      readonly groups: readonly GroupPlace[];
    }
  /**
   * Whoever is missing in groups is added, and no longer invited. `isDefault`: the policy says so, and not their own files;
   * `defaults`: a `_defaults.yaml` of their folder does.
   */
  | {
      readonly kind: 'new-members';
      readonly isDefault: boolean;
      readonly defaults?: string;
      readonly groups: readonly GroupPlace[];
    }
  /** The links of groups are not renewed any more when somebody is removed. */
  | { readonly kind: 'link' }
  /** The key that numbers are sealed with, as messages call it; absent `after`: they are not sealed any more. */
  | { readonly kind: 'seal'; readonly before: string; readonly after?: string }
  /** Other accounts act on groups: their names in the policy. */
  | {
      readonly kind: 'handed-over';
      readonly before: string;
      readonly after: string;
      readonly groups: readonly GroupPlace[];
    }
  /** A limit that a group's file lifts, or lifts further. */
  | {
      readonly kind: 'allow';
      readonly group: GroupPlace;
      readonly limit: LimitKind;
      readonly number: number;
      readonly until: Day;
      readonly reason: string;
      /** What it said of this kind before; absent where it said nothing, or nobody can tell. */
      readonly before?: { readonly number: number; readonly until: Day };
    };
