import type { Lid, Person, PersonKey } from './person.ts';

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

/** Of a live group: who asks, as far as anybody looked and was told. */
interface Asked {
  readonly requests?: readonly JoinRequest[] | 'unread';
}

/** Whoever asks; nobody where nobody looked or the list could not be read. */
export function findRequests({ requests }: Asked): readonly JoinRequest[] {
  return requests === undefined || requests === 'unread' ? [] : requests;
}

/** Those of whom nothing but a LID is known. */
export function findHiddenRequests(live: Asked): JoinRequest[] {
  return findRequests(live).filter(({ person }) => person === undefined);
}

/** The request of this person; of several that may be theirs the first. */
export function findRequest(live: Asked, person: PersonKey): JoinRequest | undefined {
  return findRequests(live).find((request) => request.person?.key === person);
}

/** True where two of those who ask may be this person, so that nobody knows which of them is meant. */
export function isRequestShared(live: Asked, person: PersonKey): boolean {
  return findRequests(live).filter((request) => request.person?.key === person).length > 1;
}
