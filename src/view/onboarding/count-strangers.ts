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

function isFullOfStrangers({ desired, reading }: GroupPlan, { people, hidden, accounts }: Known): boolean {
  if (reading.kind === 'unreadable' || !desired.lists.members) return false;
  const { group } = reading;
  const others = [...group.people.keys()].filter((key) => !accounts.has(key));
  const isListed = (lid: Lid | undefined) => lid !== undefined && desired.knownLids.has(lid);
  // Whom the file lists is asked about first: of nearly everybody nothing else need be.
  const unlisted = others.filter((key) => !desired.people.has(key) && !people.has(key));
  const strangers =
    unlisted.filter((key) => !isListed(group.people.get(key)?.lid)).length +
    group.unidentified.filter(({ lid }) => lid !== undefined && !hidden.has(lid) && !isListed(lid)).length;
  return strangers >= fewest && 2 * strangers > others.length + group.unidentified.length;
}
