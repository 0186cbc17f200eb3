/** Marks a string that has been checked, so that an unchecked one cannot stand in for it. */
type Branded<Name extends string> = string & { readonly [brand]: Name };
declare const brand: unique symbol;

/** An international number: 7 to 15 digits without `+` ("6281234567890"), as GOWA wants it (contract T1). */
export type PhoneNumber = Branded<'phone'>;

/** Equal for all spellings of one person's number; never sent anywhere. */
export type PersonKey = Branded<'person'>;

/** The digits of a LID, WhatsApp's number that hides the phone number, without `@lid` (contract T6). */
export type Lid = Branded<'lid'>;

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
}

/** True for 7 to 15 digits that do not start with 0: what E.164 allows and GOWA takes. */
export function isPhoneNumber(text: string): text is PhoneNumber {
  return /^[1-9]\d{6,14}$/.test(text);
}

/** True for the digits of a LID (WhatsApp's are 14 or 15 today; a little more room costs nothing). */
export function isLid(text: string): text is Lid {
  return /^\d{5,20}$/.test(text);
}

/**
 * Countries whose mobile numbers WhatsApp writes in two ways, by their calling codes: Brazil with and without the ninth
 * digit, Mexico with and without 1, Argentina with and without 9 (contract section 6, waha#2120; design section 5).
 */
const twoSpellings: ReadonlyMap<string, readonly [pattern: RegExp, canonical: string]> = new Map([
  ['55', [/^55(\d\d)9?([6-9]\d{7})$/, '55$1$2']],
  ['52', [/^521?(\d{10})$/, '52$1']],
  ['54', [/^549?(\d{10})$/, '54$1']],
]);

/** The key of a number: two spellings of one person's number have the same. */
export function toPersonKey(phone: PhoneNumber): PersonKey {
  const spellings = twoSpellings.get(phone.slice(0, 2));
  return (spellings ? phone.replace(...spellings) : phone) as string as PersonKey;
}
