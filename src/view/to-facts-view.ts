import type { LiveGroup } from '../domain/group.ts';
import { countAdmins, countMembers } from '../domain/group.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { FactsView } from './group-view.ts';

/** What a group's changes were judged by: counts and words of Rollcall's own, nobody's name or number. */
export function toFactsView(
  { manage }: KnownGroup,
  live: LiveGroup,
  accounts: ReadonlySet<PersonKey>,
): FactsView {
  const { self, kind, suspended, topicFrozen, peopleComplete, unidentified } = live;
  return {
    self,
    kind,
    suspended,
    topicFrozen,
    peopleComplete,
    members: countMembers(live),
    admins: countAdmins(live, accounts),
    unidentified: unidentified.length,
    manage: { members: manage.members, admins: manage.admins, settings: manage.settings },
  };
}
