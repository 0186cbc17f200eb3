import type { PersonAction } from '../domain/plan/change.ts';
import type { Day, LimitKind, LiveGroup, Modes } from '../domain/group.ts';
import type { Origin } from '../domain/origin.ts';
import type { UnreadableReason } from '../domain/plan/outcome.ts';
import type { Notice } from '../domain/plan/plan.ts';
import type { InviteReason } from '../domain/plan/to-invite.ts';
import type { Obstacle } from '../domain/plan/scheduled.ts';
import type { Lifted, Refusal } from '../domain/plan/refusal.ts';
import type { SafeText } from '../safe/escape.ts';
import type { ChangeView, LeftAloneView } from './change-view.ts';

export interface GroupView {
  /** Below the groups folder: "choir/altos.yaml". */
  readonly file: SafeText;
  /** As the user would type it: "groups/choir/altos.yaml". */
  readonly path: SafeText;
  /** Absent for legacy groups, whose ids hold somebody's number. */
  readonly id?: string;
  /** As WhatsApp has it; else the name in the file; empty where neither is known. */
  readonly name: SafeText;
  /** The name in the file, where WhatsApp has another one and no change tells of it. */
  readonly claim?: SafeText;
  /** In the order in which they would be carried out. */
  readonly changes: readonly ChangeView[];
  readonly leftAlone: readonly LeftAloneView[];
  /** Whoever is to come by the link: nobody's fault, and approved like a change. */
  readonly toInvite: readonly ToInviteView[];
  readonly unreadable?: UnreadableView;
  /** Absent for a group that could not be read. */
  readonly facts?: FactsView;
  readonly refusals: readonly RefusalView[];
  readonly scheduled: readonly ScheduledView[];
  readonly notices: readonly NoticeView[];
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
  /** As of something that is left alone. */
  readonly wasBefore?: true;
}

export interface RefusalView extends Refusal {
  readonly file?: SafeText;
  /** What an `allow:` in the group's file would have to let through; absent where none helps. */
  readonly allow?: Partial<Readonly<Record<LimitKind, number>>>;
}

/** Somebody who belongs to a group, and comes by its link or not at all. */
export interface ToInviteView {
  readonly id: string;
  readonly lane: 'link';
  readonly reason: InviteReason;
  readonly label: SafeText;
  /** Equal for one person in all groups of this view, as in a change. */
  readonly who: number;
  readonly number?: 'old' | 'new';
  /** True where a plan file does not say of them that they belong here, since a limit objects. */
  readonly refused: boolean;
  readonly refusal?: RefusalView;
  /** An earlier plan file said that they belong here. */
  readonly isApproved: boolean;
  /** For `declined`: the day of the add that they did not want. */
  readonly since?: Day;
  readonly origin?: Origin;
  /** As of something that is left alone. */
  readonly wasBefore?: true;
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
  /** Which of their numbers it is, where the pull request puts another one behind their handle. */
  readonly number?: 'old' | 'new';
  readonly before: 'none' | 'member' | 'admin';
  /** True where a plan file does not approve it: what objects would object to a change of today too. */
  readonly refused: boolean;
  /** They come by the link or not at all, and are approved for no more. */
  readonly lane?: 'link';
  /** What would stand in its way today, whether or not it can be approved. */
  readonly obstacle?: Obstacle;
  /** The limit that objects, where it is one. */
  readonly refusal?: RefusalView;
  readonly origin?: Origin;
  /** An earlier plan file approved it. */
  readonly isApproved: boolean;
}

export interface NoticeView {
  /** As of something that is left alone. */
  readonly wasBefore?: true;
  readonly kind: Notice['kind'];
  /** For `limit-lifted`. */
  readonly lifted?: LiftedView;
  /** Whom it is about; empty where it is about nobody. */
  readonly label: SafeText;
  /** For `lid-known`: what stands in the file, a handle or "lid:…". */
  readonly lid?: SafeText;
}

/** A limit that the file lifts, with the author's own reason. */
export type LiftedView = Omit<Lifted, 'reason'> & { readonly reason: SafeText };
