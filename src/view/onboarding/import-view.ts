import type { SafeText } from '../../safe/escape.ts';

/** What an import did, or would do, as everybody may see it. */
export interface ImportView {
  readonly isDryRun: boolean;
  readonly folder: SafeText;
  readonly groups: readonly ImportedGroupView[];
  /** How many people got a handle. */
  readonly named: number;
  /** Groups without a file now: so many, by why; and those that could not be read. */
  readonly skipped: Readonly<Record<'hasFile' | 'notAdmin' | 'notMatched', number>>;
  /** Without a reason: its list of people came in part. */
  readonly unread: readonly { readonly name: SafeText; readonly reason?: SafeText }[];
  /** WhatsApp's list ends before the account's groups do. */
  readonly isListCut: boolean;
  /** New files whose groups the next plan changes, since defaults of the folder add to them. */
  readonly changedByDefaults: readonly SafeText[];
  /** People who stand in the lists by a number, or by a LID. */
  readonly byNumber: number;
  readonly hidden: number;
  /** Names of contacts that stand in comments alone. */
  readonly contacts: number;
  readonly lookups: { readonly asked: number; readonly left: number };
  /** Teams of the spreadsheet, as the file of people could have them. */
  readonly teams: readonly { readonly name: SafeText; readonly handles: readonly SafeText[] }[];
  readonly sameLists: readonly CrowdView[];
  /** Who hid their number until now and is known by the spreadsheet. */
  readonly identified: readonly SafeText[];
  /** Absent without a spreadsheet. */
  readonly sheet?: SheetView;
}

export interface ImportedGroupView {
  readonly file: SafeText;
  readonly name: SafeText;
  readonly members: number;
  readonly admins: number;
  readonly isObserved: boolean;
  readonly remarks: number;
}

/** A list that several files share. */
interface CrowdView {
  readonly name: SafeText;
  readonly people: number;
}

/** What does not fit between a spreadsheet and the groups. */
export interface SheetView {
  /** Who is in groups and in no row. */
  readonly unlisted: readonly { readonly label: SafeText; readonly groups: readonly SafeText[] }[];
  /** Who is in a row and in no group. */
  readonly groupless: readonly { readonly label: SafeText; readonly place: SafeText }[];
  /** What could not be read, with its place. */
  readonly unreadable: readonly { readonly place: SafeText; readonly text: SafeText }[];
  /** For each number that stands in several rows: these, and whom each of them names. */
  readonly twice: readonly (readonly { readonly label: SafeText; readonly place: SafeText }[])[];
}
