import type { Way } from '../../domain/group.ts';
import type { Lid, Person, PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { Directory } from '../people/directory.ts';
import type { Expansion } from '../people/expansion.ts';
import type { ListEntry } from './list-entry.ts';

/**
 * The roll of a group while its lists are read, the members' before the admins': who stands in them, and in which role. Holds
 * of each no more than their number, since 128,000 of them pass here in a large account, most of them in vain.
 */
export class Roll {
  /** By the first spelling that the lists have of each number. */
  readonly #phones = new Map<PersonKey, PhoneNumber>();
  readonly #admins = new Set<PersonKey>();
  readonly #aloneInAdmins = new Set<PersonKey>();
  #isDated = false;
  #hasSpellings = false;
  /** LIDs that either list names. */
  readonly knownLids = new Set<Lid>();

  /** True once a number was met in two spellings, which is somebody's mistake. */
  get hasSpellings(): boolean {
    return this.#hasSpellings;
  }

  /**
   * Takes down the entries of a list, the group's own before those of defaults. True where each of these own ones is one person
   * and each another one, so that nobody stands in the list twice; false says nothing.
   */
  call(entries: readonly ListEntry[], list: Way['list'], directory: Pick<Directory, 'findOne' | 'expand'>): boolean {
    let alone = 0;
    for (const entry of entries) {
      // Nearly all entries are one person's, and nothing is made for those.
      const one = directory.findOne(entry);
      if (one) {
        this.add(one, list);
        alone += 1;
      } else this.addAll(directory.expand(entry), list);
    }
    return alone === entries.length && this.count(list) === alone;
  }

  /** Takes down one person of a list. */
  add({ key, phone }: Person, list: Way['list']): void {
    const before = this.#phones.get(key);
    if (before === undefined) this.#phones.set(key, phone);
    else if (before !== phone) this.#hasSpellings = true;
    if (list === 'admins') {
      this.#admins.add(key);
      if (before === undefined) this.#aloneInAdmins.add(key);
    }
  }

  /** Takes down everybody whom an entry of a list stands for. */
  addAll({ people, lids }: Expansion, list: Way['list']): void {
    for (const lid of lids) this.knownLids.add(lid);
    for (const { person, from, until } of people) {
      if ((from ?? until) !== undefined) this.#isDated = true;
      this.add(person, list);
    }
  }

  /** How many people the list at hand has come to, the members' first; LIDs are none. */
  count(list: Way['list']): number {
    return list === 'members' ? this.#phones.size : this.#admins.size;
  }

  /** True for somebody whom the admins' list names and the members' list does not. */
  isAloneInAdmins(key: PersonKey): boolean {
    return this.#aloneInAdmins.has(key);
  }

  /** Everybody in the order in which they were taken down. */
  toRoster(): Roster {
    return {
      keys: [...this.#phones.keys()],
      admins: [...this.#admins],
      isDated: this.#isDated,
      hasLids: false,
    };
  }
}
