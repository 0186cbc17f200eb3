import type { Step } from './plan/change.ts';
import type { GroupId, LiveGroup, Reading } from './group.ts';
import type { JoinRequest } from './people/join-request.ts';
import type { Lid, PhoneNumber } from './people/person.ts';
import type { DesiredPhoto, LivePhoto } from './picture.ts';

/** What GOWA made of a write. `accepted` is no proof: GOWA says `success` for adds that failed (docs/gowa.md#t4). */
export type Answer =
  /**
   * `invited`: LIDs or numbers, digits only, that WhatsApp refused because of the person's own settings (403). `refused`:
   * those whom it did not let in, each with its code; 404: they do not ask any more.
   */
  | {
      readonly kind: 'accepted';
      readonly invited: readonly string[];
      readonly refused?: readonly { readonly name: string; readonly code: string }[];
    }
  | {
      readonly kind: 'rejected';
      readonly code: 'unregistered' | 'permission' | 'conflict' | 'invalid' | 'other';
      readonly text: string;
    }
  /** It may or may not have happened: timeout, dropped line, an answer that cannot be read. */
  | { readonly kind: 'unknown'; readonly text: string }
  /** The account must not go on. */
  | {
      readonly kind: 'stop';
      readonly code:
        | 'rate-limited'
        | 'session-lost'
        | 'unreachable'
        /** Several requests in a row had no answer. */
        | 'no-answers'
        /** What must be remembered of the run cannot be written down. */
        | 'no-storage';
      readonly text: string;
    };

/** Why the account must not go on. */
export type StopCode = Extract<Answer, { kind: 'stop' }>['code'];

/** What is known of somebody's LID. */
export type LidAnswer =
  /** `isOld`: remembered from an earlier day, so nobody's role rests on it before it is confirmed. */
  { readonly kind: 'lid'; readonly lid: Lid; readonly isOld?: true } | { readonly kind: 'none' | 'unknown' };

/**
 * Leave to ask for GOWA's map from LIDs to numbers: `/group/participants`, for which GOWA asks WhatsApp about every member
 * of the group (docs/gowa.md#t6).
 */
export interface MapLeave {
  /** True for a LID whose number GOWA could not tell lately: to ask again so soon brings nothing. */
  isUntold(lid: Lid): boolean;
  /** Takes so many people from what is left of the day, written down first; false: fewer are left, nothing is taken. */
  take(people: number): Promise<boolean>;
  /** Remembers whose numbers GOWA could not tell. */
  rememberUntold(lids: readonly Lid[]): Promise<void>;
}

/** The way in: reads that change nothing. */
export interface Reader {
  /**
   * A reading for every id asked for. Never throws for one group; after a 429 the rest is unreadable. Without `leave`
   * GOWA's map is asked as often as it may help. `onRead` is told of each group that was read; `keep` gives what is kept of
   * it until all of them are.
   */
  readGroups(
    ids: readonly GroupId[],
    leave?: MapLeave,
    onRead?: () => void,
    keep?: (group: LiveGroup) => LiveGroup,
  ): Promise<ReadonlyMap<GroupId, Reading>>;
  /** False also when WhatsApp limits look-ups or drops them (docs/gowa.md#t3): ask about the own number to tell. */
  isRegistered(phone: PhoneNumber): Promise<boolean>;
  /**
   * The LID of a number; costs two queries (docs/gowa.md#t5). `untold`: GOWA answered and knew no LID yet, as a server that
   * does not check numbers does the first time; ask once more.
   */
  findLid(phone: PhoneNumber): Promise<LidAnswer | { readonly kind: 'untold' }>;
  /** Who asks to be let into a group that the account is an admin of. Never throws: what cannot be read is `unread`. */
  readRequests(group: GroupId): Promise<readonly JoinRequest[] | 'unread'>;
}

/** One group's photo, at the price of one query; never throws. Told what the file wants, it need not fetch what is known. */
export type ReadPhoto = (live: LiveGroup, desired: DesiredPhoto) => Promise<LivePhoto>;

/** The way out: one request for one step. Never throws; whatever happens is an answer. */
export interface Writer {
  send(step: Step): Promise<Answer>;
}

/** Sends somebody a text of their own: one request, never tried again. Never throws; whatever happens is an answer. */
export interface Messenger {
  send(phone: PhoneNumber, text: string): Promise<Answer>;
}

/** Sends a text to a group: one request, never tried again. Never throws; whatever happens is an answer. */
export interface GroupMessenger {
  send(group: GroupId, text: string): Promise<Answer>;
}

/**
 * What GOWA made of the request for a group. `accepted` holds its id, and says nothing of who is in it
 * (docs/gowa.md#14-group-writes).
 */
export type MakeAnswer =
  | { readonly kind: 'accepted'; readonly group: GroupId }
  | Exclude<Answer, { readonly kind: 'accepted' }>;

/** The way to new groups: one request, never sent twice. Never throws. */
export interface Maker {
  make(name: string, people: readonly PhoneNumber[]): Promise<MakeAnswer>;
}

/** Time as a parameter. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A number from 0 up to, but not, 1. */
export type Random = () => number;
