import { once } from '../domain/lazy/once.ts';
import { findConcerned, findPeopleOf, isNamed, toPersonOf } from '../domain/plan/people-of-plan.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { Lid, Person, PersonKey } from '../domain/people/person.ts';
import type { NewNumber, SinceBase } from '../domain/origin.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { GroupPlan, Plan } from '../domain/plan/plan.ts';
import { findAllGroups } from '../domain/plan/plan.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Naming } from '../safe/labels.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';

/** What a view is made of, as far as it says who there is. */
interface NamingInput {
  readonly plan: Plan;
  readonly outcome?: ApplyOutcome;
  readonly since?: SinceBase;
  /** Everybody whom the files name, and behind them whom those of the other commit named. */
  readonly people?: Iterable<Person>;
  /** True where a number of theirs is secret, false where none is; absent: nobody has looked. */
  readonly isSecret?: boolean;
  /** Who has a handle in place of a number that WhatsApp hides. */
  readonly hidden?: Organisation['hidden'];
  readonly contacts?: Contacts;
  readonly toSkeleton?: ToSkeleton;
}

/** Whom a view has to tell apart: everybody in the files, and whoever else it is about. */
export function toNaming(input: NamingInput): Naming {
  const { plan, outcome, since, people = [], isSecret, hidden, contacts, toSkeleton } = input;
  const done = outcome?.groups.flatMap(({ outcomes }) => outcomes.map(({ change }) => change)) ?? [];
  // Everybody in the files is whoever the groups' files list: half a million entries are not gone through for it.
  const findOthers = input.people ? findConcerned : findPeopleOf;
  const others = [...findAllGroups(plan).flatMap(findOthers), ...done.flatMap(toPersonOf)];
  const places = once(() => findPlaces(findAllGroups(plan)));
  return {
    people: {
      *[Symbol.iterator]() {
        yield* people;
        yield* others.filter(isNamed);
        yield* others;
      },
    },
    ...(isSecret !== undefined && { isSecret: isSecret || others.some(({ isSealed }) => isSealed) }),
    places: { get: (key) => places().get(key) },
    numbers: findNumbers(since?.numbers ?? []),
    ...(hidden && { hidden }),
    ...toCalled(plan, contacts),
    ...(toSkeleton && { toSkeleton }),
  };
}

/** A number that changes hands is the new one of whoever has it now. */
function findNumbers(numbers: readonly NewNumber[]): ReadonlyMap<PersonKey, 'old' | 'new'> {
  return new Map([
    ...numbers.map(({ before }) => [toPersonKey(before), 'old'] as const),
    ...numbers.map(({ person }) => [person.key, 'new'] as const),
  ]);
}

/** Where the first file stands that names somebody: "choir/altos.yaml:12". */
function findPlaces(groups: readonly GroupPlan[]): ReadonlyMap<PersonKey, string> {
  const places = new Map<PersonKey, string>();
  for (const { desired } of groups)
    for (const { key, span } of desired.people.values())
      if (span !== undefined && !places.has(key)) places.set(key, `${desired.file}:${span.line}`);
  return places;
}

/**
 * What those are called whom the files do not name: as the account's contacts call them, else as they call themselves where they
 * ask to be let in.
 */
function toCalled({ groups }: Plan, contacts: Contacts | undefined): Pick<Naming, 'called' | 'calledHidden'> {
  const [called, calledHidden] = [new Map<PersonKey, string>(), new Map<Lid, string>()];
  for (const { other, lid, ownName } of groups.flatMap(({ leftAlone }) => leftAlone)) {
    if (ownName === undefined) continue;
    if (other) called.set(other.key, ownName);
    else if (lid !== undefined) calledHidden.set(lid, ownName);
  }
  for (const [key, name] of contacts?.byPerson ?? []) called.set(key, name);
  return { ...(called.size > 0 && { called }), ...(calledHidden.size > 0 && { calledHidden }) };
}
