import type { PersonAction } from '../../domain/plan/change.ts';
import type { LimitKind } from '../../domain/group.ts';
import type { Pace } from '../../domain/organisation.ts';
import type { Pending, Telling } from '../../domain/past.ts';
import type { Pseudonym } from '../pseudonyms.ts';

/**
 * The version of the journal's lines. Of version 1, whose lines carry no marks, a journal is read as well, and written
 * anew when it is opened for writing; one of any other version is not read.
 */
export const journalVersion = 2;

/** One change of an intent. */
export interface IntendedChange {
  readonly subject: Pseudonym;
  readonly action: PersonAction | 'set';
  /** Absent for settings. */
  readonly person?: Pseudonym;
  /** The kinds by which it counts toward a run's limits. */
  readonly limits: readonly LimitKind[];
  /** The allowances that it uses up. */
  readonly allowed: readonly Pseudonym[];
  readonly readd?: Pseudonym;
  /** They asked to come, and are let in. */
  readonly lane?: 'knock';
  /** Once it is verified, the group's link is to be renewed. */
  readonly owesLink?: true;
  /** It is the group's photo. */
  readonly isPhoto?: true;
}

/** One line of a journal. No numbers, no names, no texts: pseudonyms, counts and words of Rollcall's own. */
export type Entry = { readonly at: string } & (
  | {
      readonly type: 'journal';
      readonly version: number;
      readonly account: Pseudonym;
      readonly key: Pseudonym;
      /** It was begun on a sandbox: nothing in it has happened to anybody. */
      readonly sandbox?: true;
      /** Lines that came before this one and were dropped by compaction. */
      readonly dropped?: number;
      /** So many of the lines after this one were written by compaction. */
      readonly compacted?: number;
    }
  | { readonly type: 'run' }
  /** `all`: nobody knows how many, so all of the day's count as spent. */
  | {
      readonly type: 'spent';
      readonly adds: number | 'all';
      readonly lookups: number | 'all';
      /** People asked about for GOWA's map of LIDs. */
      readonly mapped?: number;
      /** Messages that were sent, or refused. */
      readonly messages?: number;
      /** Groups that were asked for. */
      readonly creates?: number;
    }
  | {
      readonly type: 'intent';
      readonly group: Pseudonym;
      readonly adds: number;
      readonly lookups: number;
      readonly changes: readonly IntendedChange[];
    }
  /** To the last intent. `declined`: whose own settings refused the add, whatever a reading tells later. */
  | {
      readonly type: 'answer';
      readonly kind: AnswerKind;
      readonly code?: string;
      readonly declined?: readonly Pseudonym[];
    }
  /** A message with the group's link is about to be sent; after compaction, which counts what was spent by itself, both counts are 0. */
  | {
      readonly type: 'message';
      readonly group: Pseudonym;
      readonly person: Pseudonym;
      readonly messages: number;
      readonly lookups: number;
    }
  /**
   * The admins were told, or are about to be where it costs a message; without `news` there was nothing to tell any more. After
   * compaction, which counts what was spent by itself, `messages` is 0.
   */
  | ({ readonly type: 'told'; readonly news?: Pseudonym; readonly messages: number } & Telling)
  /** To the last message. */
  | { readonly type: 'message-answer'; readonly kind: AnswerKind; readonly code?: string }
  /**
   * A group is about to be asked for: for which file (as what stands for its group until then), by which name, with whom.
   * After compaction, which counts what was spent by itself, all counts are 0.
   */
  | {
      readonly type: 'asked-for';
      readonly group: Pseudonym;
      readonly name: Pseudonym;
      readonly creates: number;
      readonly lookups: number;
      readonly people: readonly Pseudonym[];
    }
  /** The last one asked for was refused. */
  | { readonly type: 'not-made'; readonly group: Pseudonym }
  /** The group that was made: its pseudonym, and its id under the key's seal, since it is wanted back. */
  | {
      readonly type: 'created';
      readonly group: Pseudonym;
      readonly made: Pseudonym;
      readonly sealed: string;
      /** After compaction: its id was seen in the file. */
      readonly isFiled?: boolean;
    }
  /** Its id was seen in the file that it was made for. */
  | { readonly type: 'filed'; readonly group: Pseudonym }
  | { readonly type: 'stopped'; readonly code: string }
  | { readonly type: 'held-back'; readonly until: string }
  | {
      readonly type: 'verdict';
      readonly group: Pseudonym;
      readonly subject: Pseudonym;
      readonly action: PersonAction | 'set';
      readonly person?: Pseudonym;
      readonly result: Result;
      /** It was the group's link that was renewed, or not. */
      readonly isRenewal?: true;
    }
  /** Somebody was removed since the group's link was last renewed; after compaction. */
  | { readonly type: 'link-owed'; readonly group: Pseudonym }
  /** What verdicts add up to, after compaction. Of the limits' `person`; absent in lines from before people were counted. */
  | {
      readonly type: 'tally';
      readonly person?: Pseudonym;
      readonly limits: readonly LimitKind[];
      readonly allowed: readonly Pseudonym[];
      readonly readds: readonly Pseudonym[];
    }
  /** `times`: so often in a row it was found not to be on WhatsApp; absent: once more than before. */
  | {
      readonly type: 'found';
      readonly number: Pseudonym;
      readonly isRegistered: boolean;
      readonly times?: number;
    }
  | {
      readonly type: 'lookup';
      readonly person: Pseudonym;
      readonly lookups: number;
      readonly lid?: 'none' | 'unknown' | { readonly sealed: string };
      /** How often in a row there was none, after compaction; else it is once more than before. */
      readonly times?: number;
    }
  /** So many people were asked about for GOWA's map of LIDs, or these LIDs it could not tell. */
  | { readonly type: 'mapped'; readonly people: number; readonly untold: readonly Pseudonym[] }
  /** The files' pace, from this run on; what earlier versions did not write was the usual one. */
  | ({ readonly type: 'pace' } & Omit<Pace, 'createsPerDay' | 'messagesPerDay'> & Partial<Pace>)
  /** A complete reading: who of the desired people is there; `same`: those of the last one. */
  | { readonly type: 'read'; readonly group: Pseudonym; readonly present: readonly Pseudonym[] | 'same' }
  /** A reading that many of the last complete one were missing from: who of those was there. */
  | { readonly type: 'doubt'; readonly group: Pseudonym; readonly present: readonly Pseudonym[] }
  /** LIDs that a group showed beside numbers: for each the LID, then the person. */
  | { readonly type: 'pairs'; readonly pairs: readonly (readonly [lid: Pseudonym, person: Pseudonym])[] }
  /** Numbers seen behind handles. */
  | { readonly type: 'handles'; readonly marks: readonly Pseudonym[] }
  /** So many adds were in vain in a row; with another `action`, so many changes of that kind. */
  | {
      readonly type: 'tried';
      readonly group: Pseudonym;
      readonly person: Pseudonym;
      readonly times: number;
      readonly action?: PersonAction;
      /** They were refused; else accepted without effect. */
      readonly isRefused?: boolean;
      /** They were to be let in. */
      readonly lane?: 'knock';
    }
  /**
   * The photo that a group was seen to have, known to be a file's; its id under the key's seal, since it is wanted back: absent in
   * lines from before it was.
   */
  | {
      readonly type: 'photo';
      readonly group: Pseudonym;
      readonly photo: Pseudonym;
      readonly sealed?: string;
    }
  | {
      readonly type: 'approved';
      readonly group: Pseudonym;
      readonly ids: readonly string[];
      /** For what a date brings: the first day on which it is due. */
      readonly on?: string;
      readonly plan?: string;
      readonly lane?: 'link';
      readonly what?: Exclude<Pending['what'], undefined>;
    }
  /** Without a group: no file was about it any more. */
  | { readonly type: 'ended'; readonly group?: Pseudonym; readonly ids: readonly string[] }
);

type AnswerKind = 'accepted' | 'rejected' | 'unknown' | 'stop';
type Result = 'verified' | 'declined' | 'not-verified' | 'failed' | 'skipped';

/** The entries of one type. */
export type EntryOf<Type extends Entry['type']> = Extract<Entry, { readonly type: Type }>;
