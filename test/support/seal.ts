import { createHmac } from 'node:crypto';

/** The key of all stages. */
export const key = 'ab'.repeat(32);

export interface SealedPlace {
  readonly kind?: 'plan' | 'state';
  readonly account?: string;
  /** A plan's head, or what was applied last. */
  readonly commit: string;
}

/** The seal of a text with the stages' key, as the action makes it. */
export function toSeal(text: string, { kind = 'plan', account = 'main', commit }: SealedPlace): string {
  const place = JSON.stringify([`rollcall ${kind}`, account, commit]);
  return createHmac('sha256', key).update(`${place}\n${text}`).digest('hex');
}

/** Files of an account's folder on the state's branch: a journal, and what was applied last. */
export function toState({ journal = '', applied = '' }): Record<string, string> {
  const seal = toSeal(journal, { kind: 'state', commit: applied });
  return {
    'main/journal.jsonl': journal,
    ...(applied && { 'main/applied': applied }),
    'main/seal': seal,
  };
}
