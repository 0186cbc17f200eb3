import type { Inline } from '../safe/inline.ts';

type Count = (number: number) => Inline;

/** What `who` says. */
export interface WhoWords {
  readonly question: Inline;
  readonly protected: Inline;
  readonly account: Inline;
  readonly labels: Readonly<Record<'files' | 'live', Inline>>;
  readonly roles: Readonly<Record<'member' | 'admin' | 'lid', Inline>>;
  readonly owner: Inline;
  readonly hidden: Inline;
  readonly live: Readonly<Record<'absent' | 'incomplete' | 'unread' | 'not-read', Inline>>;
  readonly notListed: Inline;
  /** An entry, and where it stands: "line 3", or a file and its line. */
  readonly way: (text: Inline, list: 'members' | 'admins', place: Inline) => Inline;
  readonly from: (day: Inline) => Inline;
  readonly until: (day: Inline) => Inline;
  readonly adminFrom: (day: Inline) => Inline;
  readonly adminUntil: (day: Inline) => Inline;
  readonly byInvite: Inline;
  readonly readd: (day: Inline) => Inline;
  /** Where only the files were looked at. */
  readonly filesOnly: Inline;
  readonly sandbox: Inline;
  readonly nowhere: Inline;
  readonly unread: (groups: Inline) => Inline;
  readonly elsewhere: Count;
}

/** What the commands about one person say. */
export interface PersonWords {
  readonly who: WhoWords;
}
