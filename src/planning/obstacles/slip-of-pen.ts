import { countSlips } from '../../domain/text.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';

/** So many slips of the finger still make it the number that was meant. */
const bearableSlips = 2;

/** True where one of two numbers may be the other with a digit or two wrong. */
export function isSlipOf(one: PhoneNumber, other: PhoneNumber): boolean {
  return countSlips(one, other) <= bearableSlips;
}
