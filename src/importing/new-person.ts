import type { Lid, PersonKey, PhoneNumber } from '../domain/people/person.ts';

/** Somebody in a spreadsheet whose number could be read. */
export interface SheetPerson {
  readonly key: PersonKey;
  readonly phone: PhoneNumber;
  readonly handle?: string;
  readonly name?: string;
  readonly note?: string;
  readonly teams: readonly string[];
  /** "members.csv:12". */
  readonly place: string;
}

/** Somebody who hides their number, and gets a handle. */
export interface NewHidden {
  readonly lid: Lid;
  readonly handle: string;
  readonly name?: string;
  /** What they are called in WhatsApp, where that is not to be believed; a stranger's text. */
  readonly called?: string;
}

/** Somebody who gets a handle. */
export interface NewPerson {
  readonly key: PersonKey;
  readonly handle: string;
  /** As WhatsApp spells it. */
  readonly phone: PhoneNumber;
  readonly name?: string;
  readonly note?: string;
}
