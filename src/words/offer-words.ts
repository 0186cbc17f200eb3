import type { Inline } from '../safe/inline.ts';

/** Why a group that was made gets no id in its file. */
export type UnwrittenReason =
  | 'file-gone'
  /** The file is for another group by now. */
  | 'other-id'
  /** The file has mistakes. */
  | 'unreadable';

/** What pull requests say that Rollcall opens itself: Markdown, and every piece in it has been made safe for that. */
export interface OfferWords {
  /** Files that follow what was changed on phones. */
  readonly adopted: {
    /** `account`: '' where there is but one. */
    readonly title: (account: Inline) => Inline;
    /** `run`: where it can be seen what was not taken over. */
    readonly body: (run: Inline) => Inline;
  };
  /** Ids of groups that were made, for the files that they were made from. */
  readonly ids: {
    readonly title: (groups: number, account: Inline) => Inline;
    readonly intro: Inline;
    /** Above the groups whose ids are not written down. */
    readonly left: Inline;
    readonly reasons: Readonly<Record<UnwrittenReason, (id: Inline) => Inline>>;
    /** `run`: the run that found them. */
    readonly again: (run: Inline) => Inline;
  };
  /** What to do where nothing has begun to check the pull request. */
  readonly noChecks: (forge: Inline) => Inline;
}
