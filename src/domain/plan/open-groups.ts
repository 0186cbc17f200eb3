import type { GroupPlan, Plan } from './plan.ts';

/**
 * In how many groups any member may add people whom nobody listed, so that the next run removes them again, while the file
 * says nothing of who may add.
 */
export function countOpenGroups({ groups }: Plan): number {
  return groups.filter(isOpen).length;
}

function isOpen({ desired, reading }: GroupPlan): boolean {
  if (reading.kind === 'unreadable') return false;
  const { settings, kind, self } = reading.group;
  const isExact = desired.lists.members && desired.manage.members === 'exact';
  const isSilent = desired.settings['may-add'] === undefined;
  // Where the account is no admin it removes nobody.
  const isOurs = kind === 'group' && self === 'admin';
  return isExact && isSilent && isOurs && settings['may-add'] === 'everyone';
}
