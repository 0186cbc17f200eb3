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
  const { settings, kind } = reading.group;
  const isExact = desired.lists.members && desired.manage.members === 'exact';
  const isSilent = desired.settings['may-add'] === undefined;
  return isExact && isSilent && kind === 'group' && settings['may-add'] === 'everyone';
}
