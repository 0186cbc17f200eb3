import { phoneDigits } from '../whatsapp-facts.ts';

/** Marks a string that has been checked, so that an unchecked one cannot stand in for it. */
type Branded<Name extends string> = string & { readonly [brand]: Name };
declare const brand: unique symbol;

/** An international number: 7 to 15 digits without `+` ("6281234567890"), as GOWA wants it (docs/gowa.md#t1). */
export type PhoneNumber = Branded<'phone'>;

/** Equal for all spellings of one person's number; never sent anywhere. */
export type PersonKey = Branded<'person'>;

/** The digits of a LID, WhatsApp's number that hides the phone number, without `@lid` (docs/gowa.md#t6). */
export type Lid = Branded<'lid'>;

/** What somebody is in a group; WhatsApp's super admin is an admin, and the owner (`isOwner`). */
export type Role = 'member' | 'admin';

/** Somebody whose number is known. */
export interface Person {
  readonly key: PersonKey;
  /** As whoever named them writes it: the file's spelling in desired groups, WhatsApp's in live ones. */
  readonly phone: PhoneNumber;
  /** The name in `_people.yaml`, where they have one. */
  readonly handle?: string;
  /** What reports call them instead of the handle. */
  readonly name?: string;
  /** Their number stands sealed in the files: no digit of it is ever shown to anybody. They have a handle. */
  readonly isSealed?: true;
}

/** Somebody in the files whose number WhatsApp hides, known by their LID: counted, and never touched. */
export interface HiddenPerson {
  readonly lid: Lid;
  readonly handle: string;
  /** What reports call them instead of the handle. */
  readonly name?: string;
}

const phonePattern = new RegExp(String.raw`^[1-9]\d{${phoneDigits.fewest - 1},${phoneDigits.most - 1}}$`);

/** True for 7 to 15 digits that do not start with 0: what E.164 allows and GOWA takes (`phoneDigits`). */
export function isPhoneNumber(text: string): text is PhoneNumber {
  return phonePattern.test(text);
}

/** True for the digits of a LID (WhatsApp's are 14 or 15 today; a little more room costs nothing). */
export function isLid(text: string): text is Lid {
  return /^\d{5,20}$/.test(text);
}
