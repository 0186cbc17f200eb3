import type { PersonKey } from '../people/person.ts';
import type { Roster } from '../people/roster.ts';
import { LateMap } from './late-map.ts';

/**
 * Maps of a group's people that are made when somebody looks into them, and of which only those that were looked at last
 * are held. What a large account's groups consist of takes a tenth of the memory of the maps that people are looked up in,
 * and hardly ever is more than one group looked at a time.
 */
export class Shelf {
  readonly #most: number;
  readonly #held = new Map<object, ReadonlyMap<PersonKey, unknown>>();
  #entries = 0;

  /** `most`: so many entries all maps together that are held may have; one map is held however large it is. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The people of a roster; `make` gives the same ones each time, in its order. */
  toMap<Value>(roster: Roster, make: () => ReadonlyMap<PersonKey, Value>): ReadonlyMap<PersonKey, Value> {
    return new MadeMap(roster, (map) => this.#find(map, make));
  }

  #find<Value>(
    owner: MadeMap<Value>,
    make: () => ReadonlyMap<PersonKey, Value>,
  ): ReadonlyMap<PersonKey, Value> {
    const held = this.#held.get(owner) as ReadonlyMap<PersonKey, Value> | undefined;
    if (held) return held;
    this.#makeRoom(owner.size);
    const made = make();
    this.#held.set(owner, made);
    this.#entries += owner.size;
    return made;
  }

  /** What was made first goes first. */
  #makeRoom(size: number): void {
    for (const [owner, map] of this.#held) {
      if (this.#entries + size <= this.#most) return;
      this.#held.delete(owner);
      this.#entries -= map.size;
    }
  }
}

/** What a map tells without being made; undefined for one that is there as it is. */
export function findRoster(people: ReadonlyMap<PersonKey, unknown>): Roster | undefined {
  return people instanceof MadeMap ? people.roster : undefined;
}

class MadeMap<Value> extends LateMap<PersonKey, Value> {
  readonly roster: Roster;
  readonly #find: (map: MadeMap<Value>) => ReadonlyMap<PersonKey, Value>;

  constructor(roster: Roster, find: (map: MadeMap<Value>) => ReadonlyMap<PersonKey, Value>) {
    super();
    this.roster = roster;
    this.#find = find;
  }

  protected override find(): ReadonlyMap<PersonKey, Value> {
    return this.#find(this);
  }

  override get size(): number {
    return this.roster.keys.length;
  }

  override keys(): MapIterator<PersonKey> {
    return this.roster.keys[Symbol.iterator]() as MapIterator<PersonKey>;
  }
}
