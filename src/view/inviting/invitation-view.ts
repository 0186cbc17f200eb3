import type { Inline } from '../../safe/inline.ts';

/** What of an invitation is shown: every text of it is safe to print. */
export interface InvitationView {
  /** The group's name as it stands in a message; '' where it has none. */
  readonly group: Inline;
  /** `https://chat.whatsapp.com/…` and nothing else. */
  readonly link: string;
  /** Whoever comes by it waits for an admin's yes. */
  readonly isApproved: boolean;
  readonly isSandbox: boolean;
  /** Who is to come by it. */
  readonly people: readonly Inline[];
}

/** Why somebody is not written to; what the plan doubts of them is told in the plan's words. */
export type Hindrance = 'kept' | 'not-on-whatsapp' | 'not-approved' | 'invited' | 'written-to';

/** Why nobody of a group is. */
export type GroupHindrance = 'no-memory' | 'unusable' | 'held' | 'no-approval';

/** What became of one message. */
export type SentResult = 'sent' | 'unknown' | 'not-on-whatsapp' | 'refused' | 'not-due';

/** Why the messages ended before the last one. */
export type EndingView =
  | 'pace'
  | 'no-approval'
  | 'unread'
  | 'refused'
  | 'limited'
  | 'stopped'
  | 'interrupted';
