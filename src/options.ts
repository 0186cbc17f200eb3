import type { Occasion } from './domain/occasion.ts';
import type { Entry } from './journal/entries/entry.ts';

/** What every command that looks at the files takes. */
export interface FileOptions {
  /** The folder with the groups' files. */
  readonly groups: string;
  /** Files of people that lie outside of the repository; none: the one that ROLLCALL_PEOPLE names, if any. */
  readonly people?: readonly string[];
  /** One line where all is well; no warnings, no progress. */
  readonly quiet?: boolean;
}

/** What every command takes that looks at photos. */
export interface PhotoOptions extends FileOptions {
  /** Leave photos out: neither compared nor set. */
  readonly skipPhotos?: boolean;
}

/** What every command takes that knows of earlier runs. */
export interface StateOptions {
  /** Folder of the memory, instead of the policy's. */
  readonly state?: string;
  /** What other runs have left beside the memory; no flag has it. */
  readonly beside?: readonly Entry[];
}

/** What every command that talks to GOWA takes. A password is never among it: it comes from the environment. */
export interface ServerOptions extends FileOptions, StateOptions {
  readonly url?: string;
  readonly device?: string;
  readonly account?: string;
  /** Start the embedded sandbox for this command. */
  readonly sandbox?: boolean;
  /** Tell every request and its answer on standard error. */
  readonly debug?: boolean;
}

/** What says that changes may be carried out. */
export interface ApprovalOptions {
  /** Plan files, whose ids are approved together. */
  readonly plans: readonly string[];
  /** Approves all due changes if their fingerprint is this one. */
  readonly expect?: string;
  /** Approves all due changes. */
  readonly yes?: boolean;
}

/** What `plan` and `apply` share. */
export interface PlanningOptions extends ServerOptions, PhotoOptions {
  /** Ask for all photos, also those that were what their files want within the last day. */
  readonly askPhotos?: boolean;
  /** Files or ids of the groups to look at; none: all. */
  readonly target: readonly string[];
  readonly json?: boolean;
  /** Files for reports to people, in the policy's language. */
  readonly markdown?: string;
  readonly html?: string;
  readonly showPhones?: boolean;
  /** What the forge says of the pull request or the commit; no flag has it. */
  readonly occasion?: Occasion;
  /** The server is gone when the command has ended, so that no other one can go on. */
  readonly isDemo?: boolean;
}

/** What `apply` takes. */
export interface ApplyOptions extends PlanningOptions, ApprovalOptions {
  /** Keep the pace on a sandbox too. */
  readonly pace?: boolean;
  /** A file that says at any time what is done, what is not and what is unknown. */
  readonly report?: string;
  /** Start a new memory where there is none that can be used. */
  readonly newJournal?: boolean;
  /** Somebody has just seen the plan: show the outcome only. */
  readonly isPlanSeen?: boolean;
}
