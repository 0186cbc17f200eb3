import type { Inline } from '../safe/inline.ts';

type Count = (number: number) => Inline;

/** What `who` says. */
interface WhoWords {
  readonly question: Inline;
  readonly protected: Inline;
  readonly account: Inline;
  readonly labels: Readonly<Record<'files' | 'live', Inline>>;
  readonly roles: Readonly<Record<'member' | 'admin' | 'lid', Inline>>;
  readonly owner: Inline;
  readonly hidden: Inline;
  readonly live: Readonly<
    Record<'asks' | 'absent' | 'incomplete' | 'unsure' | 'unread' | 'not-read', Inline>
  >;
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

/** What `forget` says. */
interface ForgetWords {
  /** Why nothing is done, and what to do first. */
  readonly refused: Readonly<Record<'protected' | 'account', (name: Inline) => Inline>>;
  readonly nowhere: (name: Inline) => Inline;
  /** What is to be taken out: so many entries of lists, in so many files. */
  readonly summary: (name: Inline, entries: number, files: number) => Inline;
  /** What the next plan would do, once this is merged; `groups`: their files. */
  readonly leaves: (groups: Inline) => Inline;
  readonly demoted: (groups: Inline) => Inline;
  readonly stays: (groups: Inline) => Inline;
  readonly emptied: (list: Inline, file: Inline) => Inline;
  readonly emptiedMembers: (file: Inline) => Inline;
  /** Why nothing is written: what would be wrong with the files then stands above. */
  readonly broken: Inline;
  readonly question: Inline;
  readonly written: (file: Inline) => Inline;
  readonly notWritten: (file: Inline) => Inline;
  readonly partly: Inline;
  readonly mentions: (places: Inline, more: number) => Inline;
  readonly spreadsheet: (file: Inline) => Inline;
  readonly heading: Inline;
  readonly history: Inline;
  /** The same of a number that stood there sealed. */
  readonly sealedHistory: Inline;
  readonly memory: Inline;
  readonly artifacts: Inline;
  readonly gowa: Inline;
  readonly purge: Inline;
}

/** What the commands about one person say. */
export interface PersonWords {
  readonly who: WhoWords;
  readonly forget: ForgetWords;
}
