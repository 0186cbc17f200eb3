import type { PersonKey } from '../../domain/people/person.ts';
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

function isFullOfStrangers({ desired, reading }: GroupPlan, { people, hidden, accounts }: Known): boolean {
  if (reading.kind === 'unreadable' || !desired.lists.members) return false;
  const { group } = reading;
  const others = [...group.people.values()].filter(({ key }) => !accounts.has(key));
  const isListed = (lid: string | undefined) => [...desired.knownLids].some((each) => each === lid);
  const strangers = [
    ...others.filter(({ key, lid }) => !people.has(key) && !isListed(lid)),
    ...group.unidentified.filter(({ lid }) => lid !== undefined && !hidden.has(lid) && !isListed(lid)),
  ];
  return strangers.length >= fewest && 2 * strangers.length > others.length + group.unidentified.length;
}
