import { memberOf, touchGroup } from './state.ts';
import type { GroupState, WorldState } from './state.ts';

/**
 * Returns the code that keeps a number out of a group, `undefined` if nothing does
 * (recordings README; docs/gowa.md#t4): member already 409, not registered 404, blocked 401,
 * legal 451, privacy 403, left recently 408, full 419. (The README names full before the last two;
 * but somebody invited to a full group was recorded with 403: random-6.)
 */
export function findObstacle(world: WorldState, group: GroupState, pn: string): number | undefined {
  const person = world.people.get(pn);
  if (memberOf(group, pn) !== undefined) return 409;
  if (person === undefined || !person.registered) return 404;
  if (person.privacy === 'blocked') return 401;
  if (person.privacy === 'legal') return 451;
  if (person.privacy === 'invite') return 403;
  if (person.recentlyLeft.has(group.id)) return 408;
  return group.members.length >= group.capacity ? 419 : undefined;
}

/** Makes a number a member. */
export function joinGroup(group: GroupState, pn: string): void {
  group.members.push({ pn, role: 'member', hidden: false });
  touchGroup(group);
}

/** Takes a number out; an owner who leaves nobody in charge makes the first member admin. */
export function leaveGroup(group: GroupState, pn: string): void {
  const leaving = memberOf(group, pn);
  group.members = group.members.filter((member) => member.pn !== pn);
  const first = group.members[0];
  const inCharge = group.members.some((member) => member.role !== 'member');
  if (leaving?.role === 'superadmin' && !inCharge && first !== undefined) first.role = 'admin';
  touchGroup(group);
}
