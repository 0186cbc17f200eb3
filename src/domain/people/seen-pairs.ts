import type { Lid, PersonKey } from './person.ts';

/**
 * Which LIDs earlier runs have seen beside which numbers (docs/architecture.md#reading): a LID stays with an account when
 * its number changes, so whoever has been seen once is known again. It answers for people whom the files know; of others
 * it only knows that there were some.
 */
export interface SeenPairs {
  /** Everybody in the files who was ever seen with this LID; usually nobody or one. */
  peopleOf(lid: Lid): readonly PersonKey[];
  /** True where the two were seen together, and neither of them with anything else: a pair in dispute identifies nobody. */
  isSure(person: PersonKey, lid: Lid): boolean;
  /** True where it is sure of one LID, whichever that is. */
  isUnique(person: PersonKey): boolean;
  /** True where the number was seen with another LID than this one: it may be another account's by now. */
  hasOther(person: PersonKey, lid: Lid): boolean;
}

/** The pairs of a run without a memory: nobody was ever seen. */
export const noPairs: SeenPairs = {
  peopleOf: () => [],
  isSure: () => false,
  isUnique: () => false,
  hasOther: () => false,
};
