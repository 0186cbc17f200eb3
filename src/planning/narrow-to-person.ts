import type { Change } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { GroupPlan, Plan } from '../domain/plan/plan.ts';

/**
 * As much of a plan as is about one person: to be looked at, never to be approved by, since what is left out would be
 * carried out as well. Groups that do nothing with them stay, empty; one that could not be read stays only where its file
 * names them.
 */
export function narrowToPerson(plan: Plan, person: PersonKey): Plan {
  const groups = plan.groups.filter(
    ({ reading, desired }) => reading.kind === 'read' || desired.people.has(person),
  );
  return { ...plan, groups: groups.map((group) => narrowGroup(group, person)), toCreate: [] };
}

function narrowGroup(group: GroupPlan, key: PersonKey): GroupPlan {
  const isAbout = (change: Change | undefined) =>
    change !== undefined && isPersonChange(change) && change.person.key === key;
  const changes = group.changes.filter(isAbout);
  const scheduled = group.scheduled.filter(({ change }) => isAbout(change));
  return {
    ...group,
    changes,
    scheduled,
    leftAlone: group.leftAlone.filter(({ change, other }) => isAbout(change) || other?.key === key),
    refusals: changes.length + scheduled.length > 0 ? group.refusals : [],
    notices: group.notices.filter((notice) => notice.kind === 'lid-known' && notice.person.key === key),
  };
}
