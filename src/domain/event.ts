import type { Step } from './change.ts';
import type { Answer, LidAnswer } from './gateway.ts';
import type { GroupId, LiveGroup } from './group.ts';
import type { Outcome } from './outcome.ts';
import type { PersonKey } from './person.ts';

/** All that happens in a run, in one stream: the journal and the progress display are made from it. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly groups: number; readonly changes: number }
  | {
      readonly type: 'group-started';
      readonly group: GroupId;
      readonly file: string;
      readonly changes: number;
    }
  /** A complete or incomplete reading during an apply. */
  | { readonly type: 'group-read'; readonly group: GroupId; readonly live: LiveGroup }
  /** Written down before the request leaves. */
  | { readonly type: 'intent'; readonly step: Step }
  | { readonly type: 'answer'; readonly step: Step; readonly answer: Answer }
  /** Somebody was asked about at WhatsApp. */
  | {
      readonly type: 'looked-up';
      readonly person: PersonKey;
      readonly lookups: number;
      readonly registered?: boolean;
      readonly lid?: LidAnswer;
    }
  | { readonly type: 'verdict'; readonly outcome: Outcome }
  | { readonly type: 'group-done'; readonly group: GroupId; readonly outcomes: readonly Outcome[] }
  | { readonly type: 'pause'; readonly milliseconds: number }
  | { readonly type: 'run-ended'; readonly interrupted: boolean };

/** Takes an event to wherever it is kept or shown; awaited, so that an intent is on disk before its request leaves. */
export type RecordEvent = (event: RunEvent) => Promise<void>;
