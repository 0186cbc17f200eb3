import type { Step } from './plan/change.ts';
import type { MakingGroup } from './plan/creation.ts';
import type { Answer, LidAnswer } from './gateway.ts';
import type { GroupId, LimitKind, LiveGroup } from './group.ts';
import type { Outcome, Stop } from './plan/outcome.ts';
import type { Pace } from './organisation.ts';
import type { Pending, Telling } from './past.ts';
import type { Lid, PersonKey, PhoneNumber } from './people/person.ts';

/** What the memory must know of a change that is about to be sent, besides the change itself. */
export interface ChangeMarks {
  /** The `allow` that it uses up, by kind (its identity); that kind then does not count toward a run's limits. */
  readonly allowances?: Partial<Readonly<Record<LimitKind, string>>>;
  /** The `readd` that it uses up (its identity). */
  readonly readd?: string;
  /** Once it is verified, the group's link is to be renewed. */
  readonly owesLink?: true;
}

/** All that happens in a run, in one stream: the journal and the progress display are made from it. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly groups: number; readonly changes: number }
  /** A plan file approved these change ids; they stay approved until `approval-ended` names them. */
  | ({ readonly type: 'approved'; readonly group: GroupId; readonly ids: readonly string[] } & Pick<
      Pending,
      'on' | 'plan' | 'what' | 'lane'
    >)
  /**
   * A complete reading showed that these are not due, the person declined, the files want something else by now, or
   * somebody took the approval back. Without a group: no file is about it any more.
   */
  | { readonly type: 'approval-ended'; readonly group?: GroupId; readonly ids: readonly string[] }
  | {
      readonly type: 'group-started';
      readonly group: GroupId;
      readonly file: string;
      readonly changes: number;
    }
  /** A complete or incomplete reading during an apply. */
  | {
      readonly type: 'group-read';
      readonly group: GroupId;
      /** With everybody identified who can be. */
      readonly live: LiveGroup;
      /** Whom the file wants in the group today: those of them who are there have been verified. */
      readonly wanted?: readonly PersonKey[];
    }
  /** Written down before the request leaves. `marks` stand in the step's order. */
  | { readonly type: 'intent'; readonly step: Step; readonly marks?: readonly ChangeMarks[] }
  /** `declined`: whose own settings refused the add, so that a run which is killed before its verdict does not ask them again. */
  | {
      readonly type: 'answer';
      readonly step: Step;
      readonly answer: Answer;
      readonly declined?: readonly PersonKey[];
    }
  /**
   * Somebody is asked about at WhatsApp: once before the question, with what it costs, and once more, with `lookups`
   * 0, when the answer can be believed (docs/gowa.md#t3).
   */
  | {
      readonly type: 'looked-up';
      readonly person: PersonKey;
      readonly lookups: number;
      readonly lid?: LidAnswer;
    }
  /**
   * GOWA's map of LIDs is asked for: once before the question, with how many people WhatsApp is asked about for it, and once
   * more, with `people` 0, with those LIDs whose numbers it could not tell.
   */
  | { readonly type: 'map-read'; readonly people: number; readonly untold: readonly Lid[] }
  /**
   * A number was found on WhatsApp, or not, by an answer that can be believed: this spelling of it, for where people have
   * two, the other may be theirs.
   */
  | { readonly type: 'found'; readonly phone: PhoneNumber; readonly isRegistered: boolean }
  /**
   * Written down before a message with the group's link leaves: it counts as sent from then on, unless it is refused. With
   * the look-ups that it costs.
   */
  | {
      readonly type: 'message';
      readonly group: GroupId;
      readonly person: PersonKey;
      readonly lookups: number;
    }
  /**
   * The admins are told something, or (without `news`) there is nothing to tell any more: written down when it was told; before
   * it leaves, where it is a message of the account.
   */
  | ({ readonly type: 'told'; readonly news?: string } & Telling)
  /** What became of the last one. */
  | { readonly type: 'message-answer'; readonly answer: Answer }
  /** A group's photo with this id was seen to be what a file with this sha256 holds; `noPhoto` for both: none, as the file wants it. */
  | { readonly type: 'photo-verified'; readonly group: GroupId; readonly id: string; readonly sha256: string }
  /** A group is about to be asked for, with these people in it: written down before the request leaves. */
  | { readonly type: 'asked-for'; readonly making: MakingGroup; readonly people: readonly PersonKey[] }
  /** It was refused: there is no such group. */
  | { readonly type: 'not-made'; readonly making: MakingGroup }
  /** This is the group that was made for a file. */
  | { readonly type: 'created'; readonly making: MakingGroup; readonly group: GroupId }
  /** A file has the id of the group that was made for it. */
  | { readonly type: 'filed'; readonly file: string }
  /** The pace that the files want. */
  | { readonly type: 'pace'; readonly pace: Pace }
  /** The account must not go on, whatever it was that told. */
  | { readonly type: 'stopped'; readonly stop: Stop }
  | { readonly type: 'verdict'; readonly outcome: Outcome }
  | { readonly type: 'group-done'; readonly group: GroupId; readonly outcomes: readonly Outcome[] }
  | { readonly type: 'pause'; readonly milliseconds: number }
  | { readonly type: 'run-ended'; readonly interrupted: boolean };

/** Takes an event to wherever it is kept or shown; awaited, so that an intent is on disk before its request leaves. */
export type RecordEvent = (event: RunEvent) => Promise<void>;
