import type { LiveGroup } from '../group.ts';

/** A group that the account owns, as the list of all its groups has it. */
export interface OwnGroup {
  readonly live: LiveGroup;
  /** When it was made, milliseconds since 1970; absent: WhatsApp does not say. */
  readonly createdAt?: number;
}

/** The groups that the account owns, but for those of which somebody knows already what they are. */
export interface OwnGroups {
  readonly groups: readonly OwnGroup[];
  /** `full`: GOWA's list ends at so many, and there may be more. `partly`: a part of it tells nothing. `unread`: it could not be read. */
  readonly list: 'whole' | 'full' | 'partly' | 'unread';
}
