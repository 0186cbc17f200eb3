import { createHash } from 'node:crypto';
import { letterCounts, toLetters } from '../../safe/letters.ts';
import { parsePlanFile } from '../../render/json/plan-file.ts';

/**
 * What a plan file approves, as 32 letters: equal for two plans that approve the same. Throws a `PlanFileError` for what is
 * none.
 */
export function toApprovedDigest(text: string): string {
  const ids = parsePlanFile(text)
    .approved.map(({ id }) => id)
    .toSorted();
  return toLetters(createHash('sha256').update(ids.join('\n')).digest()).slice(0, letterCounts.id);
}
