import type { PersonAction } from '../domain/plan/change.ts';
import type { Lane } from '../domain/plan/lane.ts';
import type { Day } from '../domain/group.ts';
import type { SettingName } from '../domain/settings.ts';
import type { Origin } from '../domain/origin.ts';
import type { Details, Outcome, OutcomeCause } from '../domain/plan/outcome.ts';
import type { LivePhoto } from '../domain/picture.ts';
import type { AskedState, LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { Address } from '../safe/address.ts';
import type { SafeText } from '../safe/escape.ts';

/** A setting's value; a topic may hold `\n`, everything else in it is safe. */
export type Value = string | boolean | number;

/** What a change does, before it is known whether it will be done. */
export type DriftView =
  | {
      readonly action: 'set';
      readonly setting: SettingName;
      readonly label: SafeText;
      readonly before: Value;
      readonly after: Value;
      /** For a topic: both with the numbers that the file itself holds, which reports beside that file may show. */
      readonly topics?: { readonly before: string; readonly after: string };
    }
  | {
      readonly action: 'set';
      readonly setting: 'photo';
      readonly label: SafeText;
      readonly before: LivePhoto['kind'];
      /** The picture's file as the group's file names it, or "none". */
      readonly after: SafeText;
      /** From 0 to 1, two decimals; absent where there are no two pictures to compare. */
      readonly distance?: number;
      /** Small JPEGs as `data:` URLs, for reports that show pictures. */
      readonly thumbnails: { readonly before?: string; readonly after?: string };
    }
  | {
      readonly action: 'set';
      readonly setting: 'link';
      readonly label: SafeText;
      /** A link is a secret: no view ever has one. */
      readonly before: 'current';
      readonly after: 'renewed';
    }
  | {
      readonly action: PersonAction;
      /** How they join, where they are not just added. */
      readonly lane?: Exclude<Lane, 'add'>;
      /** Name, handle or masked number. */
      readonly label: SafeText;
      /** Equal for one person in all groups of this view, since two people can have one label; says nothing else. */
      readonly who: number;
      /** Which of their numbers it is, where the pull request puts another one behind their handle. */
      readonly number?: 'old' | 'new';
      readonly before: 'none' | 'member' | 'admin';
      readonly after: 'none' | 'member' | 'admin';
    };

export type ChangeView = DriftView & {
  readonly id: string;
  readonly reason: 'listed' | 'begun' | 'unlisted' | 'ended' | 'early' | 'readd' | 'differs' | 'leavers';
  readonly via: readonly SafeText[];
  /** Those of them that say more than the label. */
  readonly ways: readonly SafeText[];
  /** Whose change it is; absent without another commit to compare with. */
  readonly origin?: Origin;
  /** For `begun`, `ended`, `early` and `readd`: the day that the file names. */
  readonly day?: Day;
  /** Where in the files it comes from; absent for what the files do not mention. */
  readonly file?: SafeText;
  readonly line?: number;
  /** That file below the groups folder, where it is not the group's own: its defaults, say. */
  readonly source?: SafeText;
  readonly refused: boolean;
  /** What must be verified first; the label is empty where nobody knows who it is. */
  readonly needs: readonly { readonly action: PersonAction; readonly label: SafeText }[];
  readonly outcome?: OutcomeView;
  /** For a new photo: where the forge shows it. */
  readonly picture?: Address;
};

export type OutcomeView =
  | { readonly result: 'verified' }
  | {
      readonly result: Exclude<Outcome['result'], 'verified'>;
      readonly cause: OutcomeCause;
      readonly details: DetailsView;
    };

/** What is known of a cause beside its name. */
type DetailsView = Omit<Details, 'text' | 'leftAlone'> & {
  readonly text?: SafeText;
  readonly leftAlone?: LeftAloneView;
};

export interface LeftAloneView {
  readonly reason: LeftAloneReason;
  readonly needsHuman: boolean;
  /** It is so with the other commit's files as well. Absent: it is not, or nothing is compared. */
  readonly wasBefore?: true;
  readonly since?: Day;
  /** The person or the setting; "lid:…" or empty where nobody knows who they are. */
  readonly label: SafeText;
  /** What is not done; absent for people who cannot be told apart. */
  readonly drift?: DriftView;
  /** Whom the reason is about besides that, where it is about somebody. */
  readonly other?: SafeText;
  /** The line of the list of people that would be right, where a number has changed: `budi: "+44 •••• ••• 013"`. */
  readonly line?: SafeText;
  /** For `perhaps-hidden` and `unconfirmed`: what a look-up said, or why nobody was asked. */
  readonly asked?: AskedState;
}
