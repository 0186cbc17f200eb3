import type { Lid, PersonKey } from '../../domain/people/person.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { GroupPlan, Plan } from '../../domain/plan/plan.ts';

/** Who is known. */
interface Known {
  readonly people: { has(person: PersonKey): boolean };
  readonly hidden: Pick<Organisation['hidden'], 'has'>;
  readonly accounts: ReadonlySet<PersonKey>;
}

/** Fewer than so many strangers may well be a mistake of the list, and not a list that nobody has written yet. */
const fewest = 3;

/** In how many groups that have a list of members most of the people are named by no file at all. */
export function countStrangers({ groups }: Plan, known: Known): number {
  return groups.filter((group) => isFullOfStrangers(group, known)).length;
}

function isFullOfStrangers(plan: GroupPlan, { people, hidden, accounts }: Known): boolean {
  const { desired, reading, changes, leftAlone } = plan;
  if (reading.kind === 'unreadable' || !desired.lists.members) return false;
  const { group } = reading;
  // Whoever is not listed is to leave or is left alone, so that there are no more of them than something is said of.
  const most = changes.length + leftAlone.length + group.unidentified.length;
  const least = group.people.size - accounts.size + group.unidentified.length;
  if (most < fewest || 2 * most <= least) return false;
  const others = [...group.people.keys()].filter((key) => !accounts.has(key));
  const isListed = (lid: Lid | undefined) => lid !== undefined && desired.knownLids.has(lid);
  const unlisted = others.filter((key) => !people.has(key));
  const strangers =
    unlisted.filter((key) => !isListed(group.people.get(key)?.lid)).length +
    group.unidentified.filter(({ lid }) => lid !== undefined && !hidden.has(lid) && !isListed(lid)).length;
  return strangers >= fewest && 2 * strangers > others.length + group.unidentified.length;
}
