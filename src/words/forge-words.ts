import type { Inline } from '../safe/inline.ts';

/** Why a step of a workflow did not end well. */
export type FailureReason =
  | 'failed'
  | 'incomplete'
  | 'refused'
  | 'usage'
  | 'mistakes'
  | 'interrupted'
  | 'bug';

/** What steps of workflows say on a forge, beside reports: in comments, issues and notes of a run. Pieces are made safe already. */
export interface ForgeWords {
  readonly comment: {
    /** Headings of a comment that has no report. */
    readonly noPlan: Inline;
    readonly noOutcome: Inline;
    /** Why, where nothing says more. */
    readonly unplanned: Inline;
    readonly unreported: Inline;
    /** Below why there is no plan. */
    readonly approvesNothing: Inline;
    /** Markdown: where to look. */
    readonly seeRun: (run: Inline) => Inline;
    /** The plan is another one than the one above, for the same commit. */
    readonly another: Inline;
    /** To whoever has approved the one before. */
    readonly askAgain: Inline;
  };
  /** Title of the issue; `account`: '' where there is but one. */
  readonly drift: (account: Inline) => Inline;
  /** Below a text that was cut. */
  readonly cut: (lines: number) => Inline;
  /** What the author of a pull request must mend before there can be a plan. */
  readonly head: Readonly<Record<'link' | 'unsafe' | 'noFolder', (path: Inline) => Inline>> & {
    readonly conflict: Inline;
  };
  /** Why something that was merged is not approved. */
  readonly unapproved: Readonly<Record<'none' | 'not-reviewed' | 'disputed', (pulls: Inline) => Inline>> & {
    /** Commits that came with no pull request, as far as the forge tells; the newest of them. */
    readonly alone: (forge: Inline, commits: number, newest: Inline) => Inline;
    readonly cut: Inline;
  };
  /** The memory on the branch was not left so by Rollcall. */
  readonly unsealed: Inline;
  /** Something else was merged since. */
  readonly passedOver: Inline;
  /** After an error: what becomes of what this run was to spend. */
  readonly lost: (hours: number) => Inline;
  /** Somebody else has put commits on a branch of Rollcall's own. */
  readonly foreign: (branch: Inline) => Inline;
  /** Notes of a run. */
  readonly notes: {
    /** How a step ended, by Rollcall's own exit code. */
    readonly reasons: Readonly<Record<FailureReason, Inline>>;
    readonly ended: (reason: Inline, code: number) => Inline;
    /** So many notes of a kind are not shown. */
    readonly more: (count: number) => Inline;
    /** Behind what is wrong with a file, in one line. */
    readonly wholeText: Inline;
    /** Before why. */
    readonly untold: Inline;
  };
  /** What was changed on phones is not offered where everybody can read it. */
  readonly public: Inline;
}
