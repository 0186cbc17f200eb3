import type { AboutView } from './about-view.ts';
import type { Day } from '../domain/group.ts';
import type { Moment } from '../domain/moment.ts';
import type { Pace } from '../domain/organisation.ts';
import type { Outcome, Stop, UnreadableReason } from '../domain/plan/outcome.ts';
import type { Past } from '../domain/past.ts';
import type { Forecast, SealedApproval } from '../domain/plan/plan.ts';
import type { LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { SafeText } from '../safe/escape.ts';
import type { WhatView } from './to-what-view.ts';
import type { NewGroupView } from './creation/new-group-view.ts';
import type { PlaceView } from './loosened-view.ts';
import type { SinceView } from './since-view.ts';
import type { GroupView, RefusalView } from './group-view.ts';

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
  /** It shows what happens to one person alone: nobody approves by it. */
  readonly isPart?: true;
  /** No command can go on, since the server is gone. */
  readonly isDemo?: boolean;
  readonly isKeyLasting: boolean;
  readonly sandbox: boolean;
  readonly memory: Past['memory'];
  /** For a memory that cannot be used: what is wrong with it and what to do. */
  readonly memoryFault?: SafeText;
  /** It cannot be used since there is none yet, as on a first run. */
  readonly isMemoryUnbegun?: true;
  /** It is young: it does not know who left, or did not want to be added, before it began; said until that day. */
  readonly freshMemory?: { readonly since: Day; readonly until: Day };
  /** `shown` is for a terminal only: nothing made from such a view may be written to a file. */
  readonly phones: 'masked' | 'shown';
  readonly totals: Totals;
  /**
   * Groups that there is something to say about, sorted by file; behind them, in a plan, those that are to be made. Those in
   * sync are in `totals`.
   */
  readonly groups: readonly GroupView[];
  readonly toCreate: readonly NewGroupView[];
  /** Names that more than one group has, in sync or not: each needs its file beside it. */
  readonly sharedNames: readonly SafeText[];
  readonly refusals: readonly RefusalView[];
  readonly forecast?: Forecast;
  /** How fast the account may act; a plan file keeps whoever carries it out from going faster. */
  readonly pace?: Pace;
  /** The files allow a faster one, which does not count yet. */
  readonly isPaceHeld?: boolean;
  /** Photos that were not asked for in this run, since they were what their files want when they were, `since` at the earliest. */
  readonly recalled?: { readonly count: number; readonly since: Moment };
  /** Links are made anew after what dates will take away, and approved with it. */
  readonly renewsWithDates?: true;
  /** In so many groups most people are named by no file; absent: in none. */
  readonly strangers?: number;
  /** In so many exact groups any member may add people, and the file does not say who may; absent: in none. */
  readonly openGroups?: number;
  readonly run?: RunView;
  /** The fingerprint that `--expect` named, where the plan has another one: nothing was done. */
  readonly expected?: string;
  /** Absent unless the plan was compared with the files of another commit. */
  readonly since?: SinceView;
  /** What the head of a report says; absent where nobody knows when it was made. */
  readonly about?: AboutView;
  /** The policy has several accounts, so that it must be said which one this is about. */
  readonly isOneOfSeveral?: true;
}

export interface Totals {
  readonly toJoin: number;
  readonly toLeave: number;
  readonly toPromote: number;
  readonly toDemote: number;
  readonly toChange: number;
  /** Whoever is to come by the link. */
  readonly toInvite: number;
  /** What dates will bring, nobody has approved yet, and a plan file of this plan approves. */
  readonly coming: number;
  /** The same, to which something objects. */
  readonly comingRefused: number;
  /** How many of all these a limit refuses. */
  readonly refused: number;
  readonly groupsWithChanges: number;
  /** Groups of the account that are there, and in a plan those that are to be made. */
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
  /** Groups from which somebody was removed who may come back by the link, since it is the old one and asks nobody. */
  readonly oldLinks: readonly PlaceView[];
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
