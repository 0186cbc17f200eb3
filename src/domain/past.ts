import type { GroupId, LimitKind } from './group.ts';
import type { LidAnswer } from './gateway.ts';
import type { PersonKey } from './person.ts';

/** So many of something at one time. */
export interface Spent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly count: number;
}

/** What earlier runs of one account leave behind, as planning and applying need it. People are keys, never digests. */
export interface Past {
  /** `none`: no memory across runs is kept. `unusable`: it should be there and is not; no adds then. */
  readonly memory: 'none' | 'kept' | 'unusable';
  /** Adds and look-ups of the last 24 hours. */
  readonly adds: readonly Spent[];
  readonly lookups: readonly Spent[];
  /** Changes of the last 24 hours, for the limits of a run. */
  readonly changed: Readonly<Record<LimitKind, number>>;
  /** Nothing is written before this time (milliseconds since 1970), after a rate limit. */
  readonly notBefore?: number;
  /** When somebody declined or was invited, by group. */
  readonly declined: ReadonlyMap<GroupId, ReadonlyMap<PersonKey, number>>;
  /** When somebody was last confirmed not to be on WhatsApp. */
  readonly unregistered: ReadonlyMap<PersonKey, number>;
  /** When somebody was last verified to be in a group. */
  readonly verified: ReadonlyMap<GroupId, ReadonlyMap<PersonKey, number>>;
  /** Who was put back already: "<group> <key> <day>". */
  readonly readded: ReadonlySet<string>;
  /** How much of an allowance is used up, by its identity. */
  readonly allowUsed: ReadonlyMap<string, number>;
  /** Ids of changes that an earlier plan file approved and that are not done yet. */
  readonly pending: ReadonlySet<string>;
  /** LIDs looked up earlier. */
  readonly lids: ReadonlyMap<PersonKey, LidAnswer>;
}

/** The past of a run that remembers nothing. */
export const noPast: Past = {
  memory: 'none',
  adds: [],
  lookups: [],
  changed: { removals: 0, demotions: 0, promotions: 0, adds: 0 },
  declined: new Map(),
  unregistered: new Map(),
  verified: new Map(),
  readded: new Set(),
  allowUsed: new Map(),
  pending: new Set(),
  lids: new Map(),
};
