import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumber } from '../domain/person.ts';

/** True for a number of a range that is in use, as far as the library knows; new ranges come faster than its releases. */
export type IsKnownRange = (phone: PhoneNumber) => boolean;

/**
 * Judges by the ranges of all kinds of numbers. They take twice the room of the library's usual data, so this file is
 * loaded only where a number could be read in two ways.
 */
export const isKnownRange: IsKnownRange = (phone) =>
  parsePhoneNumberFromString(`+${phone}`, { extract: false })?.isValid() ?? false;
