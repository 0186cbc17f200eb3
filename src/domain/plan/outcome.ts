import type { Answer } from '../gateway.ts';
import type { Change } from './change.ts';
import type { CreationOutcome } from './creation-outcome.ts';
import type { Day, GroupId, Reading } from '../group.ts';
import type { Pending } from '../past.ts';
import type { LeftAlone, LeftAloneReason } from './left-alone.ts';

/** Why something did not happen, or nobody knows whether it did, by what became of it. */
interface Causes {
  /** The person's own settings let nobody add them. */
  readonly declined: 'declined';
  readonly 'not-verified':
    /** Sent, and the group could not be read after that. */
    | 'unreadable'
    /** Sent, and the photo could not be read after that. */
    | 'photo-unread'
    /** Sent, and the list of people did not prove itself whole after that. */
    | 'incomplete'
    /** Sent, and not in the list any more; but WhatsApp did not say how many people a whole list would have. */
    | 'uncounted'
    /** Sent, and a member without a number may be this person. */
    | 'perhaps-hidden'
    /** Renewed, perhaps: the link could not be read after that. */
    | 'link-unread'
    /** It may have been sent; there was no clear answer, and the group does not show it. */
    | 'no-answer'
    /** GOWA reported success, and the group does not show it. */
    | 'without-effect'
    /** They asked to be let in, and WhatsApp did not do it. */
    | 'not-let-in'
    /** Some of one batch declined, and it cannot be told who. */
    | 'one-of-several'
    /** The run is at this group: only in a report that is written while it goes on. */
    | 'under-way';
  readonly failed:
    | 'not-on-whatsapp'
    /** Somebody who is in the group gave up their account: GOWA refuses their number (docs/gowa.md#t2). */
    | 'gone-from-whatsapp'
    | 'rejected';
  readonly skipped:
    /** They did not ask any more when they were to be let in. */
    | 'asks-no-more'
    /** The group could not be read, so nothing was sent. */
    | 'unreadable'
    /** The link could not be read, so that no renewal could be proved: nothing was sent. */
    | 'link-unread'
    /** Not tried, since GOWA kept refusing others of the group. */
    | 'gave-up'
    /** The session or the line was lost when this was about to be sent. */
    | 'line-lost'
    /** The group's last reading leaves it alone. */
    | 'left-alone'
    /** By the group's last reading a limit objects. */
    | 'limit'
    /** WhatsApp, GOWA or the line ended the run. */
    | 'stopped'
    /** Somebody ended the run. */
    | 'interrupted'
    /** The run has not come to this group: only in a report that is written while it goes on. */
    | 'not-reached'
    /** What it needs first did not happen. */
    | 'needs'
    /** The day's adds or look-ups are spent. */
    | 'pace'
    /** By the group's last reading there is nothing to do any more. */
    | 'not-due';
}

/** Why a group could not be read. */
export type UnreadableReason = Extract<Reading, { kind: 'unreadable' }>['reason'];

/** Every cause of an outcome that is not `verified`; `Causes` above says what each means. */
export type OutcomeCause = Causes[keyof Causes];

/** What is known of a cause beside its name. */
export interface Details {
  /** What GOWA, the line or the disk said, for technicians: in English, without numbers of people. */
  readonly text?: string;
  /** For `left-alone`: what the group's last reading says. */
  readonly leftAlone?: LeftAlone;
  /** For `one-of-several`: so many of so many did not want it. */
  readonly refused?: number;
  readonly among?: number;
  /** For `stopped`: it was this very request that ended the run. */
  readonly isOwn?: boolean;
}

/** What became of something; whatever is not verified has its one cause. */
export type Verdict =
  | { readonly result: 'verified' }
  | {
      readonly [Result in keyof Causes]: {
        readonly result: Result;
        readonly cause: Causes[Result];
        readonly details?: Details;
      };
    }[keyof Causes];

/** What became of one approved change. */
export type Outcome = Verdict & { readonly change: Change };

/** What became of all approved changes of one group. */
export interface GroupOutcome {
  readonly group: GroupId;
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  /** The last reading, the one that proves the outcomes. */
  readonly reading: Reading;
}

/** Something that was approved, is not done, and was not tried either. */
export interface Waiting {
  readonly id: string;
  /** The file of its group. */
  readonly file: string;
  /** What it is; absent where neither a reading nor the files tell. */
  readonly change?: Change;
  /** What is known without that. */
  readonly what?: Pending['what'];
  /** Whom or what it is about, as a plan file calls it. */
  readonly label?: string;
  readonly reason: LeftAloneReason | UnreadableReason;
  /** When that happened, where it has a day. */
  readonly since?: Day;
}

/** Why a run ended before its end. */
export type Stop = Extract<Answer, { kind: 'stop' }>;

/** What became of a whole run of `apply`. */
export interface ApplyOutcome {
  /** One for every group that had an approved change. */
  readonly groups: readonly GroupOutcome[];
  /** What was approved besides, was not tried, and is not shown not to be due. */
  readonly waiting?: readonly Waiting[];
  /** Of a run that makes groups: one for every group that was to be made. */
  readonly creations?: readonly CreationOutcome[];
  /** WhatsApp, GOWA or the line ended the run. */
  readonly stop?: Stop;
  /** The day's adds or look-ups are spent. */
  readonly paceSpent: boolean;
  readonly interrupted: boolean;
  /** Before this time (milliseconds since 1970) another run could not go on; absent where nothing has to be waited for. */
  readonly resumesAt?: number;
}
