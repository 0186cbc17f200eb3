import { LateMap } from '../lazy/late-map.ts';
import { once } from '../lazy/once.ts';
import type { Person, PersonKey } from './person.ts';

/**
 * Everybody whom the files name, for whoever looks people up: those in the files of people are there, and those whom lists
 * name by number alone, up to a million of them, are put to them when somebody asks for one of those, or for all. None of the
 * latter is secret.
 */
export function toEverybody(
  known: ReadonlyMap<PersonKey, Person>,
  findOthers: () => Iterable<Person>,
): ReadonlyMap<PersonKey, Person> {
  return new Everybody(known, findOthers);
}

/** All but those whom a list names by their number and nothing tells more of. */
export function findKnown(people: ReadonlyMap<PersonKey, Person>): ReadonlyMap<PersonKey, Person> {
  return people instanceof Everybody ? people.known : people;
}

/** Those whose numbers are sealed or kept elsewhere. */
export function findSealed(people: ReadonlyMap<PersonKey, Person>): readonly Person[] {
  const found: Person[] = [];
  for (const person of findKnown(people).values()) if (person.isSealed) found.push(person);
  return found;
}

class Everybody extends LateMap<PersonKey, Person> {
  /** Those who are there beforehand. */
  readonly known: ReadonlyMap<PersonKey, Person>;
  protected override readonly find: () => ReadonlyMap<PersonKey, Person>;

  constructor(known: ReadonlyMap<PersonKey, Person>, findOthers: () => Iterable<Person>) {
    super();
    this.known = known;
    this.find = once(() => {
      const all = new Map(known);
      for (const person of findOthers()) if (!all.has(person.key)) all.set(person.key, person);
      return all;
    });
  }

  override get(key: PersonKey): Person | undefined {
    return this.known.get(key) ?? super.get(key);
  }

  override has(key: PersonKey): boolean {
    return this.known.has(key) || super.has(key);
  }
}
