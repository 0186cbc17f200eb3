import type { PhoneNumber } from '../../domain/people/person.ts';

/** Numbers that were opened, by `toOpenedKey`. */
export type OpenedNumbers = ReadonlyMap<string, PhoneNumber>;

/** A sealed text opens beside one handle alone. */
export function toOpenedKey(handle: string, text: string): string {
  return `${handle} ${text}`;
}
