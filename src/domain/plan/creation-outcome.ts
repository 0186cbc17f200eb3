import type { GroupId } from '../group.ts';
import type { Person } from '../people/person.ts';
import type { Creation } from './plan.ts';

/** What became of the id of a group that was made: it is in its file, or why it is not. */
export type Filed =
  | { readonly kind: 'filed' }
  /** It is offered for the file, as a pull request. */
  | { readonly kind: 'offered' }
  /** A rehearsal writes nothing into files. */
  | { readonly kind: 'rehearsed' }
  | { readonly kind: 'not-filed'; readonly why: string };

/** What became of one group that was to be made. */
export type CreationFate =
  /** It is there: made now, or by an earlier request of which nobody had heard. */
  | {
      readonly result: 'made' | 'taken';
      readonly group: GroupId;
      readonly filed: Filed;
      /** Whom the reading after that shows in it, the accounts aside: refusals are told by nothing else. */
      readonly joined: readonly Person[];
    }
  /** WhatsApp or GOWA refused: there is no such group. */
  | { readonly result: 'failed'; readonly text: string }
  /** Nobody in the file who may come with the request is on WhatsApp. */
  | { readonly result: 'nobody' }
  /** There was no clear answer, and it is not there, or not yet: the next run looks first. */
  | { readonly result: 'unknown'; readonly text: string }
  /** Not tried: what the plan says stands in the way, a limit, nobody's word, the day's pace, or the end of the run. */
  | {
      readonly result: 'skipped';
      readonly cause: 'obstacle' | 'limit' | 'not-approved' | 'pace' | 'stopped' | 'interrupted';
    };

/** What became of one group that was to be made, and which one that is. */
export type CreationOutcome = CreationFate & { readonly creation: Creation };
