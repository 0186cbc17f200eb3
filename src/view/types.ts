import type { PersonAction } from '../domain/plan/change.ts';
import type { Day, LimitKind, LiveGroup, Modes } from '../domain/group.ts';
import type { Moment } from '../domain/moment.ts';
import type { SettingName } from '../domain/settings.ts';
import type { Pace } from '../domain/organisation.ts';
import type { Arrived, LowerMode, ManagedKey, Origin, Stopped, Untold } from '../domain/origin.ts';
import type { Details, Outcome, OutcomeCause, Stop, UnreadableReason } from '../domain/plan/outcome.ts';
import type { Past } from '../domain/past.ts';
import type { LivePhoto } from '../domain/picture.ts';
import type { Forecast, Notice, SealedApproval } from '../domain/plan/plan.ts';
import type { Obstacle } from '../domain/plan/scheduled.ts';
import type { Lifted, Refusal } from '../domain/plan/refusal.ts';
import type { AskedState, LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { SafeText } from '../safe/escape.ts';
import type { WhatView } from './to-what-view.ts';

/**
 * A plan, or what became of it, as everybody may see it: plain data that text, JSON, Markdown and HTML are made from.
 * People are labels by now, and every text that a stranger could have written is a `SafeText`: the compiler stops a
 * string that went past `escapeTerminal`. So no renderer can forget it; what Markdown and HTML need beside it is their
 * own matter.
 */
export interface View {
  readonly kind: 'plan' | 'apply';
  readonly account: SafeText;
  readonly keyId: string;
  readonly fingerprint: string;
  /** True where the command that shows it is about to carry it out: nobody has to run another one. */
  readonly isUnderWay?: boolean;
  /** How `approvals` calls a plan file of this plan: by all that it approves, coming changes among it. */
  readonly planName?: string;
  /** What a plan file of this plan approves. */
  readonly approves?: SealedApproval;
  /** Flags that the next command needs too, with a space before each. */
  readonly flags: string;
  /** No command can go on, since the server is gone. */
  readonly isDemo?: boolean;
  readonly isKeyLasting: boolean;
  readonly sandbox: boolean;
  readonly memory: Past['memory'];
  /** For a memory that cannot be used: what is wrong with it and what to do. */
  readonly memoryFault?: SafeText;
  /** It cannot be used since there is none yet, as on a first run. */
  readonly isMemoryUnbegun?: true;
  /** `shown` is for a terminal only: nothing made from such a view may be written to a file. */
  readonly phones: 'masked' | 'shown';
  readonly totals: Totals;
  /** Groups that there is something to say about, sorted by file. Those in sync are in `totals`. */
  readonly groups: readonly GroupView[];
  readonly toCreate: readonly NewGroupView[];
  readonly refusals: readonly RefusalView[];
  readonly forecast?: Forecast;
  /** How fast the account may act; a plan file keeps whoever carries it out from going faster. */
  readonly pace?: Pace;
  /** The files allow a faster one, which does not count yet. */
  readonly isPaceHeld?: boolean;
  readonly run?: RunView;
  /** The fingerprint that `--expect` named, where the plan has another one: nothing was done. */
  readonly expected?: string;
  /** Absent unless the plan was compared with the files of another commit. */
  readonly since?: SinceView;
}

/** What the pull request does besides its changes. */
export interface SinceView {
  /** The other commit as it was named: "origin/main". */
  readonly base: SafeText;
  /** Another number behind a handle, the one with most to gain first: the highest risk of all. */
  readonly numbers: readonly NewNumberView[];
  /** What cannot be told, since files of the other commit are missing or have mistakes; what hides most comes first. */
  readonly unread: readonly UnreadView[];
  /** Groups that no file manages any more. */
  readonly stopped: readonly StoppedView[];
  /** Groups that no file managed before. */
  readonly arrived: readonly ArrivedView[];
  /** Groups of which less is managed than before. */
  readonly relaxed: readonly RelaxedView[];
}

interface NewNumberView {
  readonly label: SafeText;
  /** Masked in every view: "+44 •••• ••• 002". */
  readonly before: SafeText;
  readonly after: SafeText;
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

export interface UnreadView {
  /** In the other commit, below the groups folder. */
  readonly file: SafeText;
  readonly what: Untold;
}

export interface Totals {
  readonly toJoin: number;
  readonly toLeave: number;
  readonly toPromote: number;
  readonly toDemote: number;
  readonly toChange: number;
  /** What dates will bring, nobody has approved yet, and a plan file of this plan approves. */
  readonly coming: number;
  /** The same, to which something objects. */
  readonly comingRefused: number;
  /** How many of all these a limit refuses. */
  readonly refused: number;
  readonly groupsWithChanges: number;
  /** Groups of the account that have an id. */
  readonly groups: number;
  readonly inSync: number;
  /** Drift that is left alone and needs nobody. */
  readonly leftAlone: number;
  /** Drift that is left alone until a human does something. */
  readonly needHuman: number;
  /** Groups that could not be read. */
  readonly unreadable: number;
  readonly toCreate: number;
  /** Groups of other accounts. */
  readonly elsewhere: number;
}

/** How an apply went. */
export interface RunView {
  readonly results: Readonly<Record<Outcome['result'], number>>;
  /** Due, but nobody approved it. */
  readonly notApproved: number;
  /** Approved, not done, and not tried either. */
  readonly waiting: readonly WaitingView[];
  readonly stop?: {
    readonly code: Stop['code'];
    /** What was said at that moment, for technicians. */
    readonly text: SafeText;
  };
  readonly paceSpent: boolean;
  readonly interrupted: boolean;
  /** Another run can go on from this minute on. */
  readonly resumesAt?: Moment;
}

export interface GroupView {
  /** Below the groups folder: "choir/altos.yaml". */
  readonly file: SafeText;
  /** As the user would type it: "groups/choir/altos.yaml". */
  readonly path: SafeText;
  /** Absent for legacy groups, whose ids hold somebody's number. */
  readonly id?: string;
  /** The name in the file, else the live one; empty where neither is known. */
  readonly name: SafeText;
  /** The name is one that somebody chose on a phone: no review has seen it. */
  readonly isLiveName: boolean;
  /** In the order in which they would be carried out. */
  readonly changes: readonly ChangeView[];
  readonly leftAlone: readonly LeftAloneView[];
  readonly unreadable?: UnreadableView;
  /** Absent for a group that could not be read. */
  readonly facts?: FactsView;
  readonly refusals: readonly RefusalView[];
  readonly scheduled: readonly ScheduledView[];
  readonly notices: readonly NoticeView[];
}

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
      readonly action: PersonAction;
      /** Name, handle or masked number. */
      readonly label: SafeText;
      /** Equal for one person in all groups of this view, since two people can have one label; says nothing else. */
      readonly who: number;
      readonly before: 'none' | 'member' | 'admin';
      readonly after: 'none' | 'member' | 'admin';
    };

export type ChangeView = DriftView & {
  readonly id: string;
  readonly reason: 'listed' | 'unlisted' | 'ended' | 'readd' | 'differs';
  readonly via: readonly SafeText[];
  /** Those of them that say more than the label. */
  readonly ways: readonly SafeText[];
  /** Whose change it is; absent without another commit to compare with. */
  readonly origin?: Origin;
  /** For `ended` and `readd`: the day that the file names. */
  readonly day?: Day;
  /** Where in the files it comes from; absent for what the files do not mention. */
  readonly file?: SafeText;
  readonly line?: number;
  readonly refused: boolean;
  /** What must be verified first; the label is empty where nobody knows who it is. */
  readonly needs: readonly { readonly action: PersonAction; readonly label: SafeText }[];
  readonly outcome?: OutcomeView;
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
  readonly since?: Day;
  /** The person or the setting; "lid:…" or empty where nobody knows who they are. */
  readonly label: SafeText;
  /** What is not done; absent for people who cannot be told apart. */
  readonly drift?: DriftView;
  /** Whom the reason is about besides that, where it is about somebody. */
  readonly other?: SafeText;
  /** The line of `_people.yaml` that would be right, where a number has changed: `budi: "+44 •••• ••• 013"`. */
  readonly line?: SafeText;
  /** For `perhaps-hidden` and `unconfirmed`: what a look-up said, or why nobody was asked. */
  readonly asked?: AskedState;
}

/** A group as it was when the plan was made, as far as it decides what may be done there. */
export interface FactsView extends Pick<
  LiveGroup,
  'self' | 'kind' | 'suspended' | 'topicFrozen' | 'peopleComplete'
> {
  /** Everybody but the account: what a limit in percent is a part of. */
  readonly members: number;
  /** Those of them who are admins, the policy's other accounts not counted: what `admins: { min: … }` looks at. */
  readonly admins: number;
  /** Those of them whose number nobody knows. */
  readonly unidentified: number;
  /** What the file asks for, or the policy where the file says nothing. */
  readonly manage: Modes;
}

export interface UnreadableView {
  readonly reason: UnreadableReason;
  /** What GOWA said, for technicians. */
  readonly text: SafeText;
  readonly needsHuman: boolean;
}

export interface RefusalView extends Refusal {
  readonly file?: SafeText;
  /** What an `allow:` in the group's file would have to let through; absent where none helps. */
  readonly allow?: Partial<Readonly<Record<LimitKind, number>>>;
}

/** What a date will bring. */
export interface ScheduledView {
  readonly id: string;
  /** The first day on which it is due. */
  readonly on: Day;
  readonly action: PersonAction;
  readonly label: SafeText;
  /** Equal for one person in all groups of this view, as in a change. */
  readonly who: number;
  readonly before: 'none' | 'member' | 'admin';
  /** True where a plan file does not approve it: what objects would object to a change of today too. */
  readonly refused: boolean;
  /** What would stand in its way today, whether or not it can be approved. */
  readonly obstacle?: Obstacle;
  /** The limit that objects, where it is one. */
  readonly refusal?: RefusalView;
  readonly origin?: Origin;
  /** An earlier plan file approved it. */
  readonly isApproved: boolean;
}

/** Something that was approved, and was not even tried. */
export interface WaitingView extends WhatView {
  readonly id: string;
  readonly file: SafeText;
  /** Empty where nobody knows a name. */
  readonly name: SafeText;
  /** Whom or what it is about; empty where nobody can tell. */
  readonly label: SafeText;
  readonly reason: LeftAloneReason | UnreadableReason;
  readonly since?: Day;
}

export interface NoticeView {
  readonly kind: Notice['kind'];
  /** For `limit-lifted`. */
  readonly lifted?: LiftedView;
  /** Whom it is about; empty where it is about nobody. */
  readonly label: SafeText;
  /** For `lid-known`: what stands in the file, "lid:…". */
  readonly lid?: SafeText;
}

/** A limit that the file lifts, with the author's own reason. */
export type LiftedView = Omit<Lifted, 'reason'> & { readonly reason: SafeText };

interface NewGroupView {
  readonly file: SafeText;
  readonly name: SafeText;
}
