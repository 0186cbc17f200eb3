import type { CreationFate } from '../domain/plan/creation-outcome.ts';
import type { CreationObstacle } from '../domain/plan/creation.ts';
import type { Inline } from '../safe/inline.ts';

/** What is said of groups that are to be made, behind their name; no sentence ends with a full stop. */
export interface CreationWords {
  /** `first`: who comes with the request that makes it. */
  readonly due: (first: Inline) => Inline;
  /** Nobody is to be added, and one comes with it all the same. */
  readonly dueInvited: (first: Inline) => Inline;
  /** `id`: the group that an earlier request made. */
  readonly found: (id: Inline) => Inline;
  /** A limit objects. */
  readonly refused: Inline;
  /** `ids`: the groups that it is about. */
  readonly obstacles: Readonly<Record<CreationObstacle, (ids: Inline) => Inline>>;
  /** How many wait to be made, after an apply. */
  readonly waiting: (count: number) => Inline;
  /** What became of it, after `create`. */
  readonly fates: {
    readonly made: (id: Inline) => Inline;
    readonly taken: (id: Inline) => Inline;
    /** Who is in it by now. */
    readonly joined: (names: Inline) => Inline;
    readonly nobodyYet: Inline;
    readonly filed: Inline;
    readonly offered: Inline;
    readonly rehearsed: Inline;
    /** `why`: a sentence in English for technicians. */
    readonly notFiled: (id: Inline, why: Inline) => Inline;
    readonly failed: (text: Inline) => Inline;
    readonly nobody: Inline;
    readonly unknown: (text: Inline) => Inline;
    readonly skipped: Readonly<
      Record<Exclude<Extract<CreationFate, { result: 'skipped' }>['cause'], 'obstacle'>, Inline>
    >;
  };
  /** Every file has an id. */
  readonly nothing: Inline;
  /** How many of how many are made; at the top of a report, a sentence. */
  readonly headline: (made: number, all: number) => Inline;
  /** Above what became of each, after a run. */
  readonly heading: Inline;
  /** In the first sentences of a plan. */
  readonly merging: (count: number) => Inline;
  readonly summary: (made: number, all: number) => Inline;
  /** Which of several groups is the file's; `name`: of the group. */
  readonly which: (name: Inline) => Inline;
}
