import { isLinkRenewal } from '../domain/plan/change.ts';
import type { Change, LinkRenewal } from '../domain/plan/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import { provesAbsence } from '../domain/group.ts';
import type { LinkDebt } from '../domain/past.ts';
import type { LeftAlone, LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { PlanInput } from './plan-input.ts';

/** What is due, and what is left alone. */
interface Settled {
  readonly changes: readonly Change[];
  readonly leftAlone: readonly LeftAlone[];
}

/**
 * A group's changes with the renewal of its link, where the policy wants one: while somebody is to be removed, and as long
 * as a removal has been verified since the link was last renewed, in this run or an earlier one that did not come to it.
 */
export function withRenewal(
  settled: Settled,
  desired: KnownGroup,
  live: LiveGroup,
  { organisation, past, removed }: Pick<PlanInput, 'organisation' | 'past' | 'removed'>,
): Settled {
  if (organisation.policy.link.renew === 'never') return settled;
  const isOwed = removed?.has(desired.id) === true || hasDebt(past.linkDebts.get(desired.id), live);
  if (!isOwed && !settled.changes.some(({ action }) => action === 'remove')) return settled;
  const change: LinkRenewal = {
    action: 'set',
    setting: 'link',
    group: desired.id,
    why: { kind: 'leavers' },
    isOwed,
  };
  const reason = findObstacle(desired, live);
  return reason
    ? { ...settled, leftAlone: [...settled.leftAlone, { reason, change }] }
    : { ...settled, changes: [...settled.changes, change] };
}

/** Only what holds for the whole group can stand in its way. */
function findObstacle({ manage }: KnownGroup, live: LiveGroup): LeftAloneReason | undefined {
  if (manage.members === 'observe') return 'observe';
  if (live.suspended) return 'suspended';
  return live.self === 'admin' ? undefined : 'not-admin';
}

/** A run that died after a removal did not see whether it happened: whoever is not there any more was removed. */
function hasDebt(debt: LinkDebt | undefined, live: LiveGroup): boolean {
  if (!debt) return false;
  if (debt.isOwed) return true;
  const there = [...live.people.keys()].filter((key) => debt.uncertain.has(key)).length;
  return provesAbsence(live) && there < debt.uncertain.count;
}

/**
 * True for a renewal that has something to follow: a verified removal, or one of these. Of what a date brings the renewal
 * is a part, since nobody could approve it on that day alone.
 */
export function followsRemoval(change: Change, approved: readonly Change[]): boolean {
  if (!isLinkRenewal(change)) return true;
  return change.isOwed || approved.some(({ action }) => action === 'remove');
}

/** True for a renewal that comes with an approved removal which a date brought: the plan with the date said so. */
export function comesWithDate(change: Change, approved: readonly Change[]): boolean {
  return (
    isLinkRenewal(change) && approved.some(({ action, why }) => action === 'remove' && why.kind === 'ended')
  );
}
