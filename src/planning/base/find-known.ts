import { toLeftAloneKey, toNoticeKey, toUnreadKey } from '../../domain/plan/known.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/**
 * What the other commit's files meet as well, made from the same readings: what is left alone, what is worth knowing of a
 * group, and groups that could not be read. No pull request is to blame for it.
 */
export function findKnown(base: Plan): ReadonlySet<string> {
  return new Set(
    base.groups.flatMap(({ desired: { id }, reading, leftAlone, notices }) => [
      ...(reading.kind === 'unreadable' ? [toUnreadKey(id)] : []),
      ...leftAlone.map((item) => toLeftAloneKey(id, item)),
      ...notices.map((notice) => toNoticeKey(id, notice)),
    ]),
  );
}
