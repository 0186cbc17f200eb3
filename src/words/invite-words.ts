import type { EndingView, GroupHindrance, Hindrance, SentResult } from '../view/inviting/invitation-view.ts';
import type { Inline } from '../safe/inline.ts';

/** What `invite` says: to whoever is invited, and to whoever invites. */
export interface InviteWords {
  /** The text for whoever is invited, a line each; it is copied, or sent. */
  readonly letter: {
    /** `group`: its name, in quotes. */
    readonly invited: (group: Inline) => Inline;
    /** Who asks, and that nobody must. */
    readonly asks: Inline;
    /** Before the link, where whoever opens it is in. */
    readonly open: Inline;
    /** Before the link, where an admin says yes first. */
    readonly knock: Inline;
  };
  /** The sheet to print or post. */
  readonly sheet: {
    readonly title: (group: Inline) => Inline;
    readonly scan: Inline;
    /** What the square is, for who cannot see it. */
    readonly square: Inline;
    readonly address: Inline;
    readonly open: Inline;
    readonly knock: Inline;
    /** To whoever puts it up. */
    readonly care: Inline;
    readonly written: (file: Inline) => Inline;
  };
  readonly headings: {
    readonly link: Inline;
    readonly text: Inline;
    readonly people: (count: number) => Inline;
    /** Those who are not written to, each with the reason. */
    readonly hindered: Inline;
  };
  /** What whoever has the link can do with it. */
  readonly secret: Readonly<Record<'open' | 'knock', Inline>>;
  readonly sandbox: Inline;
  /** The terminal has fewer columns than the QR code needs. */
  readonly narrow: (columns: number) => Inline;
  readonly nobody: Inline;
  readonly there: (who: Inline) => Inline;
  readonly knocks: (who: Inline) => Inline;
  /** `file`: that of the group. */
  readonly notListed: (who: Inline, file: Inline) => Inline;
  /** Why somebody is not written to; `day`: when they were, where they were. */
  readonly hindrances: Readonly<Record<Hindrance, (day: Inline) => Inline>>;
  /** Why nobody is; `text`: what the memory lacks, or until when. */
  readonly groupHindrances: Readonly<Record<GroupHindrance, (text: Inline) => Inline>>;
  /** So many could be written to, and so many messages are left of the day. */
  readonly toAsk: (count: number) => Inline;
  /** The day's messages are spent for so many; `time`: when there are some again. */
  readonly paceSpent: (count: number, time: Inline) => Inline;
  readonly question: (who: Inline) => Inline;
  /** What may be typed, besides Enter for no: each one letter. */
  readonly answers: { readonly yes: string; readonly all: string };
  readonly chosen: (count: number) => Inline;
  readonly nobodyChosen: Inline;
  readonly results: Readonly<Record<SentResult, Inline>>;
  readonly endings: Readonly<Record<EndingView, Inline>>;
  readonly summary: (sent: number, unknown: number, rest: number) => Inline;
}
