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

/** A `Map` to whoever asks what it is; of its own it has nothing. */
class Everybody extends Map<PersonKey, Person> {
  /** Those who are there beforehand. */
  readonly known: ReadonlyMap<PersonKey, Person>;
  readonly #findOthers: () => Iterable<Person>;
  #all: ReadonlyMap<PersonKey, Person> | undefined;

  constructor(known: ReadonlyMap<PersonKey, Person>, findOthers: () => Iterable<Person>) {
    super();
    this.known = known;
    this.#findOthers = findOthers;
  }

  #findAll(): ReadonlyMap<PersonKey, Person> {
    if (this.#all) return this.#all;
    const all = new Map(this.known);
    for (const person of this.#findOthers()) if (!all.has(person.key)) all.set(person.key, person);
    this.#all = all;
    return all;
  }

  override get size(): number {
    return this.#findAll().size;
  }

  override get(key: PersonKey): Person | undefined {
    return this.known.get(key) ?? this.#findAll().get(key);
  }

  override has(key: PersonKey): boolean {
    return this.known.has(key) || this.#findAll().has(key);
  }

  override keys(): MapIterator<PersonKey> {
    return this.#findAll().keys();
  }

  override values(): MapIterator<Person> {
    return this.#findAll().values();
  }

  override entries(): MapIterator<[PersonKey, Person]> {
    return this.#findAll().entries();
  }

  override [Symbol.iterator](): MapIterator<[PersonKey, Person]> {
    return this.entries();
  }

  override forEach(tell: (person: Person, key: PersonKey, map: Map<PersonKey, Person>) => void): void {
    for (const [key, person] of this.#findAll()) tell(person, key, this);
  }
}
