import type { GroupFile, MemberFile, WorldFile } from '../../../src/sandbox/world-file.ts';
import type { RawFiles, RawGroup } from '../raw-files.ts';

/**
 * What the world must look like after an apply, worked out from the prose of docs/files.md and docs/architecture.md and
 * from nothing else: plain files and a plain world in, sets of numbers in between, a plain world out. It shares no code with
 * what it judges.
 *
 * People are named by the shortest spelling of their number, so that two spellings are one name.
 */
export interface Question {
  readonly files: RawFiles;
  readonly world: WorldFile;
  /** The calendar day, "2026-06-01". */
  readonly today: string;
  /** The name of the acting account, as the policy has it; "main" where it has one. */
  readonly account: string;
  /** Which subjects somebody approved; all without it. */
  readonly approved?: (subject: string) => boolean;
  /** What earlier days left behind; absent: no memory is kept. */
  readonly memory?: Remembered;
  /** By the id of a group that was made, what stood for it before. */
  readonly former?: ReadonlyMap<string, string>;
  /** How many people may be looked up: 20 a run. */
  readonly mayAsk?: number;
  /** The files of the commit that the plan was compared with, and those of these that got another one's id. */
  readonly base?: { readonly files: RawFiles; readonly edited: ReadonlySet<string> };
}

/** What a memory knows of earlier days: names, never numbers in a spelling. */
export interface Remembered {
  /** By LID: everybody whom a group showed with it. */
  readonly pairs: ReadonlyMap<string, People>;
  /** By group: whom the file wanted and a reading showed there, less whom Rollcall took out. */
  readonly inside: ReadonlyMap<string, People>;
  /** "<group> <name> <day>": who was put back already. */
  readonly readded: ReadonlySet<string>;
}

/** One change that is due. */
export interface Due {
  /** "<group id> <action> <number or setting>". */
  readonly subject: string;
  readonly group: string;
  readonly action: 'add' | 'promote' | 'demote' | 'remove' | 'set';
  /** The number by its name, or the setting. */
  readonly what: string;
  /** A removed member's role, or a setting's value. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** The last day, where it is one that passed that takes somebody out. */
  readonly until?: string;
  /** The first day of somebody who joins or becomes an admin. */
  readonly from?: string;
  /** The day up to which somebody who left is put back. */
  readonly readd?: string;
  /** What stood for the group when it was approved, before it was made. */
  readonly former?: string;
  /** Somebody who asks to be let in. */
  readonly isKnock?: true;
}

export interface Expectation {
  /** All that is due, whether or not a limit objects. */
  readonly due: readonly Due[];
  /** Those who belong here and are not added: approved, they are let in once they ask. */
  readonly invited: readonly Due[];
  /** What requests may ask for: due, approved, and nothing objects. */
  readonly allowed: ReadonlySet<string>;
  /** The groups as they must be afterwards. */
  readonly groups: readonly GroupFile[];
  /** Groups of which nobody can say how they must be: it depends on what the run has found out in other groups by then. */
  readonly open: ReadonlySet<string>;
  /** Groups whose link is another one afterwards; of the others it is what it was. */
  readonly renewed: ReadonlySet<string>;
  /** By group, those who may have taken their request back in between: nobody can say whether they are in. */
  readonly unsure: ReadonlyMap<string, People>;
  /** How many people have to be looked up; of more than 20 nobody can say who is. */
  readonly asked: number;
}

export type People = ReadonlySet<string>;

/** Whom a file wants, each with the spelling that it has for them. */
export interface Wanted {
  readonly spelling: ReadonlyMap<string, string>;
  /** Named in any list, whether or not their time is over. */
  readonly named: People;
  readonly members: People;
  readonly admins: People;
  /** The last days of those whose time is over, in any list and as admins. */
  readonly ended: {
    readonly members: ReadonlyMap<string, string>;
    readonly admins: ReadonlyMap<string, string>;
  };
  /** Those whose first day is still to come, in any list and as admins. */
  readonly early: { readonly members: People; readonly admins: People };
  /** The first days of all who have one. */
  readonly begun: {
    readonly members: ReadonlyMap<string, string>;
    readonly admins: ReadonlyMap<string, string>;
  };
  readonly invitedOnly: People;
  /** Up to which day somebody who left is put back. */
  readonly readd: ReadonlyMap<string, string>;
  readonly lids: ReadonlySet<string>;
}

/** A group as far as anybody can see. */
export interface Seen {
  readonly people: People;
  readonly admins: People;
  /** Those who are known by the memory of another day alone. */
  readonly remembered: People;
  /** Members who cannot be told, and how many of them are admins. */
  readonly unknown: readonly MemberFile[];
  readonly hides: boolean;
  readonly shared: People;
  /** By name, the LID that everybody sees beside it. */
  readonly lids: ReadonlyMap<string, string>;
}

/** Who asks to be let into a group, as far as anybody can tell. */
export interface Asking {
  /** By name, the number by which they ask. */
  readonly people: ReadonlyMap<string, string>;
  /** Those who are known by the memory of another day alone. */
  readonly remembered: People;
  /** Two of those who ask may be this one. */
  readonly shared: People;
  /** Whose LID was seen with another number, or whose number with another LID. */
  readonly renumbered: People;
  /** True where somebody asks of whom nothing but a LID is known. */
  readonly hides: boolean;
}

/** What is to happen in one group. */
export interface Todo {
  readonly add: People;
  readonly promote: People;
  readonly demote: People;
  readonly remove: People;
  readonly settings: Partial<GroupFile>;
  /** Those who are missing and not added, but may come by the link. */
  readonly invite: People;
  /** True where the link is to be another one afterwards. */
  readonly renew: boolean;
}

export interface Case {
  readonly file: RawGroup;
  readonly group: GroupFile;
  readonly wanted: Wanted;
  readonly seen: Seen;
  readonly asking: Asking;
  readonly todo: Todo;
}

/** What look-ups tell. */
export interface Lookups {
  /** Those whose LID is told, and the very number that was asked about. */
  readonly told: ReadonlyMap<string, string>;
  /** Those of whom WhatsApp knows nothing. */
  readonly denied: People;
  readonly asked: number;
}
