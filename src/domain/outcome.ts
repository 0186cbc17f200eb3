import type { Answer } from './gateway.ts';
import type { Change } from './change.ts';
import type { GroupId, Reading } from './group.ts';

/** What became of one approved change. */
export interface Outcome {
  readonly change: Change;
  readonly result: 'verified' | 'declined' | 'not-verified' | 'failed' | 'skipped';
  /** Why, in English without numbers of people; absent for `verified`. */
  readonly text?: string;
}

export interface GroupOutcome {
  readonly group: GroupId;
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  /** The last reading, the one that proves the outcomes. */
  readonly reading: Reading;
}

/** Why a run ended before its end. */
export type Stop = Extract<Answer, { kind: 'stop' }>;

export interface ApplyOutcome {
  /** One for every group that had an approved change. */
  readonly groups: readonly GroupOutcome[];
  /** WhatsApp, GOWA or the line ended the run. */
  readonly stop?: Stop;
  /** The day's adds or look-ups are spent. */
  readonly paceSpent: boolean;
  readonly interrupted: boolean;
  /** Before this time (milliseconds since 1970) another run could not go on; absent where nothing has to be waited for. */
  readonly resumesAt?: number;
}
