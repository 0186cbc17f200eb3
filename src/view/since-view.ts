import type { Arrived, ChangedDefaults, LowerMode, ManagedKey, Stopped, Untold } from '../domain/origin.ts';
import type { SafeText } from '../safe/escape.ts';
import type { LoosenedView } from './loosened-view.ts';

/** What the pull request does besides its changes. */
export interface SinceView {
  /** The other commit as it was named: "origin/main". */
  readonly base: SafeText;
  /** Another number behind a handle, the one with most to gain first: the highest risk of all. */
  readonly numbers: readonly NewNumberView[];
  /** Handles that are new, the same numbers with other names, and those of both who look like somebody else. */
  readonly newPeople: {
    readonly arrived: readonly SafeText[];
    /** `isOther`: the number is another one, too. */
    readonly renamed: readonly {
      readonly label: SafeText;
      readonly before: SafeText;
      readonly isOther?: true;
    }[];
    readonly alike: readonly { readonly label: SafeText; readonly other: SafeText }[];
  };
  /** What cannot be told, since files of the other commit are missing or have mistakes; what hides most comes first. */
  readonly unread: readonly UnreadView[];
  /** Groups that no file manages any more. */
  readonly stopped: readonly StoppedView[];
  /** Groups that no file managed before. */
  readonly arrived: readonly ArrivedView[];
  /** Groups of which less is managed than before. */
  readonly relaxed: readonly RelaxedView[];
  /** Files of what groups have in common, where they say something else. */
  readonly defaults: readonly ChangedDefaultsView[];
  /** Rules that let more happen than before. */
  readonly loosened: readonly LoosenedView[];
}

interface NewNumberView {
  readonly label: SafeText;
  /** Masked in every view: "+44 •••• ••• 002". */
  readonly before: SafeText;
  readonly after: SafeText;
  /** The new number is sealed, so that no digit of either stands there. */
  readonly isSealed?: boolean;
  readonly groups: number;
  readonly adminIn: number;
}

export interface StoppedView {
  readonly file: SafeText;
  /** Empty where the file gave none. */
  readonly name: SafeText;
  readonly how: Stopped['how'];
}

export interface ArrivedView {
  readonly file: SafeText;
  /** Empty where the file gives none. */
  readonly name: SafeText;
  readonly how: Arrived['how'];
}

export interface RelaxedView {
  readonly file: SafeText;
  /** Empty where the file gives none. */
  readonly name: SafeText;
  /** Keys that do not stand in the file any more. */
  readonly keys: readonly ManagedKey[];
  readonly modes: readonly LowerMode[];
}

export interface ChangedDefaultsView {
  readonly file: SafeText;
  readonly how: ChangedDefaults['how'];
  readonly groups: number;
}

export interface UnreadView {
  /** In the other commit, below the groups folder. */
  readonly file: SafeText;
  readonly what: Untold;
}
