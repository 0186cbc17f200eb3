import type { Lid, Person } from './person.ts';

/** Somebody who asks to be let into a group, as GOWA lists them (docs/gowa.md#13-group-reads). */
export interface JoinRequest {
  /** Who they are; absent where WhatsApp shows their LID alone. */
  readonly person?: Person;
  /** Absent in a group by numbers. */
  readonly lid?: Lid;
  /** WhatsApp shows the LID alone, and only the memory of an earlier day says who they are. */
  readonly isRemembered?: true;
  /** What they call themselves, or the account's address book calls them: a stranger's text. */
  readonly ownName?: string;
  /** When they asked, in milliseconds since 1970; absent where GOWA does not say. */
  readonly at?: number;
}
