import type { SettingForm } from '../domain/settings.ts';
import type { Inline } from '../safe/inline.ts';

type Count = (number: number) => Inline;

/** What `import` writes beside what it writes, and what it says at its end. */
export interface ImportWords {
  /** Comments in the files of groups. */
  readonly comments: FileComments;
  /** The first line and the last. `people`: who got a handle. */
  readonly summary: Readonly<
    Record<'done' | 'dryRun', (groups: number, people: number, folder: Inline) => Inline>
  >;
  /** Behind a group's file: who is in it. */
  readonly people: (members: number, admins: number) => Inline;
  /** The same group is only watched. */
  readonly observed: Inline;
  /** So many lines of a file say what it cannot carry. */
  readonly remarks: Count;
  /** Groups that were left out, and why. */
  readonly skipped: Readonly<Record<'hasFile' | 'notAdmin' | 'notMatched', Count>>;
  readonly unread: (name: Inline, reason: Inline) => Inline;
  /** Why a group was not read whole. */
  readonly incomplete: Inline;
  /** WhatsApp's list of groups ends after so many. */
  readonly cutList: Count;
  /** These new files' groups are changed by the next plan, since a `_defaults.yaml` adds to them. */
  readonly changedByDefaults: (files: Inline) => Inline;
  /** Who stands in the lists by a number, and who by a LID. */
  readonly byNumber: Count;
  readonly hidden: Count;
  /** Names of contacts that were left in comments. */
  readonly contacts: Count;
  /** Numbers of the spreadsheet that WhatsApp was asked about, and those that it still could be. */
  readonly lookedUp: (asked: number, left: number) => Inline;
  /** Nobody could be asked about, of so many. */
  readonly notLookedUp: Count;
  readonly headings: Readonly<
    Record<
      'unlisted' | 'groupless' | 'unreadable' | 'twice' | 'teams' | 'sameLists' | 'identified',
      (count: number) => Inline
    >
  >;
  /** Of how many people: a team, or a list that several files share. */
  readonly crowd: Count;
  /** What comes after it: a command. */
  readonly next: (command: Inline) => Inline;
  /** For a plan: in so many groups most people are named by no file. */
  readonly first: Count;
  /** The disk gave out: these files are there ('' for none), and so many are not. */
  readonly partly: (written: Inline, missing: number) => Inline;
}

/** What a file says of what it cannot carry: one line each, without the `#`. */
export interface FileComments {
  /** Above it stands the name. */
  readonly longName: (bytes: number, most: number) => Inline;
  readonly noName: Inline;
  /** A name or a topic that seems to hold a phone number, where numbers are sealed. */
  readonly holdsNumber: (key: Inline) => Inline;
  /** What no file can hold, by its form; of a time, its seconds. */
  readonly odd: Readonly<Record<Exclude<SettingForm, 'switch' | 'word'>, Count>>;
  readonly uncounted: Inline;
  /** So many members can be written in no way that reads back. */
  readonly noLists: Count;
  /** More people than a group takes, so many. */
  readonly crowded: Count;
  /** So many members have neither number nor LID. */
  readonly nameless: Count;
  readonly noPhoto: (reason: Inline) => Inline;
  /** Why the group is only watched. */
  readonly observed: Readonly<Record<'notAdmin' | 'community' | 'announcements', Inline>>;
  /** What a contact is called, quoted already, by the account or by themselves: GOWA does not say which. */
  readonly called: (name: Inline) => Inline;
}
