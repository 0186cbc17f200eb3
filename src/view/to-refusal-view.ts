import type { LimitKind } from '../domain/group.ts';
import type { GroupPlan, Refusal } from '../domain/plan.ts';
import type { Safety } from '../safe/labels.ts';
import { allowLine, refusalAdvice, refusalSentence } from '../words/sentences.ts';
import type { RefusalView } from './types.ts';

/**
 * What a limit objects to, and what to do about it. `allow` is the line for the group's file, shown where it helps; a
 * run's limit concerns many files, and has none.
 */
export function toRefusalView(refusal: Refusal, safety: Safety, allow?: string): RefusalView {
  const { limit, scope, count, allowed, earlier, file } = refusal;
  const isHelped = allow !== undefined && scope === 'group' && limit !== 'admins' && limit !== 'id-edited';
  return {
    limit,
    scope,
    count,
    allowed,
    ...(earlier !== undefined && { earlier }),
    ...(file !== undefined && { file: safety.line(file) }),
    sentence: safety.line(refusalSentence(refusal)),
    advice: safety.line(refusalAdvice(refusal)),
    ...(isHelped && { allow: safety.line(allow) }),
  };
}

/** One line for all that these refusals of a group are about, with what its file allows already: a file has one `allow`. */
export function toAllow(
  refusals: readonly Refusal[],
  { desired, notices }: Pick<GroupPlan, 'desired' | 'notices'>,
): string {
  const isOld = notices.some(({ kind }) => kind === 'allow-expired' || kind === 'allow-used-up');
  const counts: Partial<Record<LimitKind, number>> = isOld ? {} : { ...desired.allow?.counts };
  for (const { limit, count } of refusals) {
    if (limit === 'admins' || limit === 'id-edited') continue;
    counts[limit === 'emptied' ? 'removals' : limit] = count;
  }
  return allowLine(counts);
}
