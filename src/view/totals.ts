import type { Plan } from '../domain/plan/plan.ts';
import type { GroupView } from './group-view.ts';
import type { Totals } from './view.ts';

/** Everything counted once, over all groups of the account, those among them that are to be made. */
export function countTotals(plan: Plan, groups: readonly GroupView[]): Totals {
  const changes = groups.flatMap((group) => group.changes);
  const leftAlone = groups.flatMap((group) => group.leftAlone);
  const of = (action: string) => changes.filter((change) => change.action === action).length;
  const unreadable = groups.filter((group) => group.unreadable);
  const asking = unreadable.filter((group) => group.unreadable?.needsHuman).length;
  return {
    toJoin: of('add'),
    toLeave: of('remove'),
    toPromote: of('promote'),
    toDemote: of('demote'),
    toChange: of('set'),
    toInvite: groups.flatMap(({ toInvite }) => toInvite).length,
    coming: countComing(groups, false),
    comingRefused: countComing(groups, true),
    refused: changes.filter(({ refused }) => refused).length,
    groupsWithChanges: groups.filter((group) => group.changes.length > 0).length,
    groups: groups.length,
    inSync: groups.filter(isInSync).length,
    leftAlone: leftAlone.filter(({ needsHuman }) => !needsHuman).length,
    needHuman: leftAlone.filter(({ needsHuman }) => needsHuman).length + asking,
    unreadable: unreadable.length - asking,
    toCreate: plan.toCreate.length,
    elsewhere: plan.elsewhere,
  };
}

/** What dates will bring and nobody approved yet: what a plan file approves, or what something objects to. */
function countComing(groups: readonly GroupView[], isRefused: boolean): number {
  const fresh = groups.flatMap(({ scheduled }) => scheduled).filter(({ isApproved }) => !isApproved);
  return fresh.filter(({ refused }) => refused === isRefused).length;
}

function isInSync({ changes, leftAlone, toInvite, unreadable }: GroupView): boolean {
  return !unreadable && changes.length + leftAlone.length + toInvite.length === 0;
}
