import type { Person } from './person.ts';

/**
 * The order of people in plans and in what is written, the same in every run: by number; those whose number is sealed by their
 * handle, before all others, since whoever seals numbers of their own choice could read the others' out of their places
 * between those. 0 for one person.
 */
export function comparePeople(one: Person, other: Person): number {
  if (one.key === other.key) return 0;
  const [a, b] = [toPlace(one), toPlace(other)];
  if (one.isSealed !== other.isSealed) return one.isSealed ? -1 : 1;
  return a < b ? -1 : 1;
}

function toPlace({ key, handle, isSealed }: Person): string {
  return isSealed ? (handle ?? '') : key;
}
