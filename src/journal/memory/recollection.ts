import type { PersonAction } from '../../domain/plan/change.ts';
import type { LimitKind } from '../../domain/group.ts';
import type { Pace } from '../../domain/organisation.ts';
import type { Pending, Spent, Telling } from '../../domain/past.ts';
import type { EntryOf, IntendedChange } from '../entries/entry.ts';
import type { Pseudonym } from '../pseudonyms.ts';

type AnswerKind = EntryOf<'answer'>['kind'];

/** A change that was about to be sent and of which nobody knows yet what came of it. */
export interface OpenChange {
  readonly at: number;
  readonly group: Pseudonym;
  readonly change: IntendedChange;
  readonly answer?: AnswerKind;
  /** From a run that died before its verdict, or could not tell what came of it. */
  readonly leftOver?: boolean;
  /** Accepted, and a complete reading after that does not have them. */
  readonly isInVain?: boolean;
  /** Refused, with nobody else in the request. */
  readonly isRefused?: boolean;
}

/** Who of the desired people was in a group: at the last complete reading, and when last for each of them. */
export interface SeenGroup {
  last: ReadonlySet<Pseudonym>;
  readonly times: Map<Pseudonym, number>;
  /** A reading since then that many of `last` were missing from: when first, and who was there. */
  doubt?: { readonly at: number; readonly present: ReadonlySet<Pseudonym> } | undefined;
}

/** A person's change that was in vain. */
export interface TriedChange {
  readonly person: Pseudonym;
  readonly action: PersonAction;
  readonly at: number;
  readonly times: number;
  readonly isRefused: boolean;
  /** They were to be let in. */
  readonly lane?: 'knock';
}

/** Under which name a person's change stands in `tried`. */
export function toTriedName(way: PersonAction | 'knock', person: Pseudonym): string {
  return `${way} ${person}`;
}

/** What a journal's lines add up to; everybody by pseudonym, times in milliseconds since 1970. */
export interface Recollection {
  /** When it began: compaction keeps that. */
  startedAt: number | undefined;
  adds: Spent[];
  lookups: Spent[];
  /** People whom GOWA's map of LIDs asked about. */
  mapped: Spent[];
  /** Messages that were sent or refused. */
  messages: Spent[];
  /** When somebody was last sent a group's link, by group. */
  readonly messaged: Map<Pseudonym, Map<Pseudonym, number>>;
  /** The last message, until its answer, and when the same was sent before. */
  messageInFlight:
    | { readonly group: Pseudonym; readonly person: Pseudonym; readonly before?: number }
    | undefined;
  /** What the admins were told, in its order; without `news`, that there was nothing to tell any more. */
  readonly told: (Telling & { readonly at: number; readonly news?: Pseudonym })[];
  /** Groups that were asked for. */
  creates: Spent[];
  /** Of which nobody knows whether they were made, by what stands for them: when, by which name, with whom. */
  readonly asked: Map<
    Pseudonym,
    { readonly at: number; readonly name: Pseudonym; readonly people: readonly Pseudonym[] }
  >;
  /** Those that were made, by what stood for them. */
  readonly created: Map<
    Pseudonym,
    { readonly at: number; readonly made: Pseudonym; readonly sealed: string; readonly isFiled: boolean }
  >;
  /** LIDs that it could not tell, and when. */
  readonly untold: Map<Pseudonym, number>;
  /** Verified changes that count toward a run's limits; whose, where it is known. */
  settled: { readonly at: number; readonly limits: readonly LimitKind[]; readonly person?: Pseudonym }[];
  readonly open: Map<Pseudonym, OpenChange>;
  /** Those of `open` that this run has begun; the others were left over by earlier ones. */
  readonly begun: Set<Pseudonym>;
  /** The last intent, until its answer. */
  inFlight: EntryOf<'intent'> | undefined;
  notBefore: number | undefined;
  /** The paces of the files, each with the time at which a run first kept it, in their order. */
  paces: { readonly at: number; readonly pace: Pace }[];
  readonly declined: Map<Pseudonym, Map<Pseudonym, number>>;
  /** What was in vain, by group and `toTriedName`: when the last, and how many in a row. */
  readonly tried: Map<Pseudonym, Map<string, TriedChange>>;
  /** Numbers that are not on WhatsApp: when that was last confirmed, and how often in a row. */
  readonly unregistered: Map<Pseudonym, { readonly at: number; readonly times: number }>;
  readonly seen: Map<Pseudonym, SeenGroup>;
  readonly readded: Set<Pseudonym>;
  /** The last photo of each group that was known to be a file's, and when it was last seen. */
  readonly photos: Map<
    Pseudonym,
    { readonly at: number; readonly photo: Pseudonym; readonly sealed?: string | undefined }
  >;
  /** Numbers seen behind handles, those of former days too. */
  readonly handles: Set<Pseudonym>;
  /** Groups from which somebody was removed since their links were last renewed. */
  readonly linkOwed: Set<Pseudonym>;
  readonly allowUsed: Map<Pseudonym, number>;
  readonly pending: Map<string, Omit<Pending, 'group'> & { readonly group: Pseudonym }>;
  /** By LID: the numbers that it was seen with, each with the last time. And the same the other way round. */
  readonly pairs: {
    readonly byLid: Map<Pseudonym, Map<Pseudonym, number>>;
    readonly byPerson: Map<Pseudonym, Set<Pseudonym>>;
  };
  readonly lids: Map<
    Pseudonym,
    {
      readonly at: number;
      readonly lid: 'none' | 'unknown' | { sealed: string };
      /** How often in a row there was none. */
      readonly times: number;
    }
  >;
}

/** An empty recollection, to be filled by `remember`. */
export function createRecollection(): Recollection {
  return {
    startedAt: undefined,
    adds: [],
    lookups: [],
    mapped: [],
    messages: [],
    messaged: new Map(),
    messageInFlight: undefined,
    told: [],
    creates: [],
    asked: new Map(),
    created: new Map(),
    untold: new Map(),
    settled: [],
    open: new Map(),
    begun: new Set(),
    inFlight: undefined,
    notBefore: undefined,
    paces: [],
    declined: new Map(),
    tried: new Map(),
    unregistered: new Map(),
    seen: new Map(),
    readded: new Set(),
    photos: new Map(),
    handles: new Set(),
    linkOwed: new Set(),
    allowUsed: new Map(),
    pending: new Map(),
    pairs: { byLid: new Map(), byPerson: new Map() },
    lids: new Map(),
  };
}

/** The map behind a key of a map of maps; an empty one is put in where there is none. */
export function toInner<Key, Value>(outer: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const inner = outer.get(key) ?? new Map<string, Value>();
  outer.set(key, inner);
  return inner;
}
