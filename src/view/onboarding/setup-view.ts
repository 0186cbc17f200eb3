/** What `init` did and found out, as data. Paths, names and errors are as they came: renderers escape them. */
export interface SetupView {
  /** Paths as the user would type them. */
  readonly written: readonly string[];
  /** There before, and left. */
  readonly left: readonly string[];
  /** Of these, those that Rollcall could have brought up to date, had nobody edited them. */
  readonly edited: readonly string[];
  /** What the new policy says; absent: there was one. */
  readonly facts?: SetupFactsView;
  /** The line that a `.gitignore` lacks that was there. */
  readonly missingIgnore?: string;
  /** What the workflows need; absent: none were asked for. */
  readonly forge?: {
    /** Which of them its pages are like. */
    readonly kind: 'github' | 'gitea';
    /** As people call it: "Forgejo". */
    readonly name: string;
    /** Without ROLLCALL_KEY. */
    readonly secrets: readonly string[];
    /** What makes a ROLLCALL_KEY. */
    readonly keyCommand: string;
    readonly variable: string;
    /** Names of variables and secrets of what is off unless somebody wants it. */
    readonly optional: readonly string[];
    /** Where the workflows find what they run, as they name it. */
    readonly uses: string;
    /** The workflows build the tool from their repository, and this is no copy of it. */
    readonly needsCopy: boolean;
  };
  /** The folder to go into first; absent: it is the one where Rollcall runs. */
  readonly folder?: string;
  /** The server's address, where the environment does not have it; '' where nobody has named one. */
  readonly url?: string;
}

/** What stands in a new policy, and where it comes from. */
export interface SetupFactsView {
  /** Masked. */
  readonly account: string;
  readonly isSandbox: boolean;
  /** Why no server was asked, '' where none was named; absent: one was. */
  readonly unasked?: string;
  readonly country?: string;
  /** Countries that the calling code is also that of, where nobody said which it is. */
  readonly shared: readonly string[];
  /** The machine's time zone; absent: somebody named one. */
  readonly ownZone?: string;
  readonly isNobodyProtected: boolean;
}
