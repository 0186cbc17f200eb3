import type { SealedPlace } from '../../src/forge/state/seals.ts';
import { createSealer } from '../../src/forge/state/seals.ts';

/** The key of all stages. */
export const key = 'ab'.repeat(32);

export interface PlanPlace {
  readonly account?: string;
  /** The plan's head. */
  readonly commit: string;
  readonly pullRequest?: number;
}

/** The seal of a plan with the stages' key, shown by pull request 7 unless told otherwise. */
export function toSeal(text: string, { account = 'main', commit, pullRequest = 7 }: PlanPlace): string {
  return sealAs(text, { kind: 'plan', account, commit, pullRequest });
}

/** The seal of anything with the stages' key. */
export function sealAs(text: string, place: SealedPlace): string {
  return createSealer(key).seal(text, place);
}

/** Files of an account's folder on the state's branch: a journal, and what was applied last. */
export function toState({ journal = '', applied = '' }): Record<string, string> {
  return {
    'main/journal.jsonl': journal,
    ...(applied && { 'main/applied': applied }),
    'main/seal': sealAs(journal, { kind: 'state', account: 'main', commit: applied }),
  };
}
