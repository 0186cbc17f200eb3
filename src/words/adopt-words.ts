import type { NotAdoptedReason, ProofFault } from '../domain/adoption.ts';
import type { Inline } from '../safe/inline.ts';

/** What `adopt` says. */
export interface AdoptWords {
  /** So many files are to say something else. */
  readonly summary: (files: number) => Inline;
  readonly nothing: Inline;
  /** Where the group's picture is to lie. */
  readonly photo: (path: Inline) => Inline;
  /** Above what stays as it is. */
  readonly left: Inline;
  /** Why it stays. */
  readonly reasons: Readonly<Record<NotAdoptedReason, Inline>>;
  /** Above groups that could not be read. */
  readonly unread: Inline;
  /** Above what is wrong with the files as they would be. */
  readonly notProved: Inline;
  readonly faults: Readonly<Record<ProofFault, Inline>>;
  /** In a comment of a file, behind a value that no file can hold. */
  readonly notCompared: Inline;
  readonly question: Inline;
  /** Nobody was there to be asked. */
  readonly notAsked: Inline;
  /** What an embedded sandbox shows was made up. */
  readonly madeUp: Inline;
  readonly written: (files: number) => Inline;
}
