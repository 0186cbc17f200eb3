import type { Lid, PersonKey } from './person.ts';

/**
 * What GOWA's own store calls people, by number and by LID: the name that the account's address book has, and where it has
 * none the one that somebody gave themselves. GOWA does not say which it is, so nobody is known by it.
 */
export interface Contacts {
  readonly byPerson: ReadonlyMap<PersonKey, string>;
  readonly byLid: ReadonlyMap<Lid, string>;
}
