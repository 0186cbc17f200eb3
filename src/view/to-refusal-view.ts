import type { LimitKind } from '../domain/group.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Refusal } from '../domain/plan/refusal.ts';
import type { Safety } from '../safe/labels.ts';
import type { RefusalView } from './group-view.ts';

type Allow = NonNullable<RefusalView['allow']>;

/**
 * What a limit objects to. `allow`: what the group's file would have to let through, kept where that helps; a run's limit
 * concerns many files, and has none.
 */
export function toRefusalView(refusal: Refusal, safety: Safety, allow?: Allow): RefusalView {
  const { file, ...rest } = refusal;
  const { limit, scope } = refusal;
  const isHelped = allow !== undefined && scope === 'group' && limit !== 'admins' && limit !== 'id-edited';
  return {
    ...rest,
    ...(file !== undefined && { file: safety.line(file) }),
    ...(isHelped && { allow }),
  };
}

/** All that these refusals of a group are about, with what its file allows already: a file has one `allow`. */
export function toAllow(
  refusals: readonly Refusal[],
  { desired, notices }: Pick<GroupPlan, 'desired' | 'notices'>,
): Allow {
  const isOld = notices.some(({ kind }) => kind === 'allow-expired' || kind === 'allow-used-up');
  const counts: Partial<Record<LimitKind, number>> = isOld ? {} : { ...desired.allow?.counts };
  for (const { limit, count } of refusals) {
    if (limit === 'admins' || limit === 'id-edited' || limit === 'creates') continue;
    counts[limit === 'emptied' ? 'removals' : limit] = count;
  }
  return counts;
}
