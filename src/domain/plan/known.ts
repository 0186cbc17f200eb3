import type { GroupId } from '../group.ts';
import { toIdentity } from './change-identity.ts';
import type { LeftAlone } from './left-alone.ts';
import type { Notice } from './plan.ts';

/*
 * What two plans of one group have in common besides changes, as texts: equal where both say the same. They may hold
 * numbers of people: never printed, never stored.
 */

/** Of something that is left alone. */
export function toLeftAloneKey(group: GroupId, { reason, change, lid, other }: LeftAlone): string {
  return JSON.stringify([group, reason, change ? toIdentity(change) : (other?.key ?? lid ?? '')]);
}

/** Of something worth knowing. */
export function toNoticeKey(group: GroupId, notice: Notice): string {
  return JSON.stringify([group, notice.kind, notice.kind === 'lid-known' ? notice.lid : '']);
}

/** Of a group that could not be read. */
export function toUnreadKey(group: GroupId): string {
  return JSON.stringify([group, 'unread']);
}
