import { comparePeople } from '../../domain/people/compare-people.ts';
import { findCallingCode } from '../../domain/people/calling-code.ts';
import type { PersonChange } from '../../domain/plan/change.ts';
import { isLoss } from '../../domain/plan/change.ts';
import type { Day, LiveGroup } from '../../domain/group.ts';
import type { Past } from '../../domain/past.ts';
import type { Person, PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import { isSlipOf } from './slip-of-pen.ts';
import { once } from '../../domain/lazy/once.ts';
import { wantedEver } from '../desired-role.ts';

/** Who in a change may in truth be somebody else of the same plan; undefined: nobody. */
export interface LookAlikes {
  /**
   * Two numbers of one country that end alike, one listed and missing, the other there and unlisted: perhaps one person
   * in two spellings.
   */
  findSame(change: PersonChange): Person | undefined;
  /** For a loss: a listed number that is not on WhatsApp, from which the unlisted one differs by a digit or two. */
  findMeant(change: PersonChange): Person | undefined;
  /**
   * Where numbers are secret, in place of that: for the loss of somebody whom no file names, whoever is listed and not on
   * WhatsApp, whatever the digits.
   */
  findInVain(change: PersonChange): Person | undefined;
}

/** One group on both sides, and which numbers were found not to be on WhatsApp. */
export interface LookAlikeInput {
  readonly desired: KnownGroup;
  readonly live: LiveGroup;
  readonly accounts: ReadonlySet<PersonKey>;
  readonly past: Pick<Past, 'unregistered'>;
  /** Numbers that this run has found not to be on WhatsApp. */
  readonly refused?: ReadonlySet<PhoneNumber> | undefined;
  /**
   * Where numbers are secret, everybody whom the files name; absent: numbers may be compared. Whoever can seal a guess would
   * read a number from how alike the two are said to be, a few digits at a time.
   */
  readonly secretOf?: ReadonlyMap<PersonKey, Person> | undefined;
  readonly today: Day;
}

/** So many digits at the end make two numbers of one country alike. */
const sameEnd = 7;

/** Looks at nobody before it is asked. */
export function createLookAlikes(input: LookAlikeInput): LookAlikes {
  const { desired, live, accounts, past, refused, secretOf, today } = input;
  const isListed = ({ key }: Person) => desired.people.has(key);
  const missing = once(() =>
    [...desired.people.values()].filter(
      (person) => !live.people.has(person.key) && wantedEver(person, today) !== 'none',
    ),
  );
  const unlisted = once(() =>
    indexByEnd([...live.people.values()].filter((member) => !isListed(member) && !accounts.has(member.key))),
  );
  const missingByEnd = once(() => indexByEnd(missing()));
  const inVain = once(() =>
    missing().filter(({ phone }) => past.unregistered.has(phone) || refused?.has(phone)),
  );
  const isUnlistedLoss = (change: PersonChange) => isLoss(change) && !isListed(change.person);
  return {
    findSame(change) {
      if (secretOf) return undefined;
      if (change.action === 'add') return unlisted().get(toEnd(change.person));
      return isUnlistedLoss(change) ? missingByEnd().get(toEnd(change.person)) : undefined;
    },
    findMeant(change) {
      if (secretOf || !isUnlistedLoss(change)) return undefined;
      return inVain().find(({ phone }) => isSlipOf(phone, change.person.phone));
    },
    findInVain(change) {
      const isStranger = secretOf && isUnlistedLoss(change) && !secretOf.has(change.person.key);
      return isStranger ? inVain().toSorted(comparePeople)[0] : undefined;
    },
  };
}

function indexByEnd(people: readonly Person[]): ReadonlyMap<string, Person> {
  return new Map(people.map((person) => [toEnd(person), person]));
}

/** The country and the last digits: "44 0900002". */
function toEnd({ phone }: Person): string {
  return `${findCallingCode(phone)} ${phone.slice(-sameEnd)}`;
}
