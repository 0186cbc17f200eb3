import type { Reservation } from '../planning/pace/reservation.ts';

/** Look-ups, and people asked about for the map of LIDs. */
export interface ReadingCost {
  readonly lookups: number;
  readonly mapped: number;
}

/**
 * What whoever runs a command within their own process does in between. What is awaited here has happened before the
 * command goes on; where it fails, the command ends.
 */
export interface Hooks {
  /** Before anybody is looked up, or mapped, while the groups are read: so many people at the most. */
  readonly beforeLookups?: (most: ReadingCost) => Promise<void>;
  /** Between an apply's plan and its first request: what it may spend at the most. Not called where nothing is due. */
  readonly beforeWrites?: (most: Reservation) => Promise<void>;
  /**
   * Between the line of the memory that a group is asked for and the request that makes it, and again when the memory has the answer:
   * whoever keeps the memory elsewhere brings it there.
   */
  readonly beforeCreating?: () => Promise<void>;
}
