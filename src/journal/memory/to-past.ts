import type { LidAnswer } from '../../domain/gateway.ts';
import type { GroupId, LimitKind } from '../../domain/group.ts';
import { limitKinds, peopleKinds } from '../../domain/group.ts';
import type { LastRead, Past, Pending, Recall, Spent, Tried, Unsettled } from '../../domain/past.ts';
import { fasterPaceWaits, keptFor, toLookupRest, toRefusalRest, toRest } from '../../domain/patience.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { Recollection, SeenGroup, TriedChange } from './recollection.ts';
import { findNumbersOf, findPairs } from './pairs.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';

/** Those whom the files know: what a memory lists, it lists of them. */
export interface KnownNames {
  readonly people: Iterable<PersonKey>;
  readonly groups: Iterable<GroupId>;
}

/** A memory in the words of planning, as it stands at a time (milliseconds since 1970). */
export function toPast(memory: Recollection, names: KnownNames, pseudonyms: Pseudonyms, now: number): Past {
  return {
    memory: 'kept',
    ...(memory.startedAt !== undefined && { startedAt: memory.startedAt }),
    ...toCounted(memory, pseudonyms, now),
    ...toGroups(memory, pseudonyms, now),
    unregistered: recall(pseudonyms.number, (name) =>
      ifAny(memory.unregistered.get(name), (found) =>
        found.at > now - keptFor.unregistered ? toLookupRest(found) : undefined,
      ),
    ),
    readded: { has: (identity) => memory.readded.has(pseudonyms.mark(identity)) },
    photos: { has: (identity) => [...memory.photos.values()].includes(pseudonyms.mark(identity)) },
    handles: { has: (identity) => memory.handles.has(pseudonyms.mark(identity)) },
    allowUsed: recall(pseudonyms.mark, (name) => countUsed(memory, name)),
    pending: findPending(memory, names, pseudonyms, now),
    lids: findLids(memory, names, pseudonyms, now),
    pairs: findPairs(memory, names.people, pseudonyms, now),
  };
}

type Counted = 'adds' | 'lookups' | 'mapped' | 'changed' | 'counted' | 'unsettled' | 'paces' | 'notBefore';

/** What the pace and the limits ask for. */
function toCounted(memory: Recollection, pseudonyms: Pseudonyms, now: number): Pick<Past, Counted> {
  const { notBefore } = memory;
  const since = now - keptFor.spent;
  return {
    adds: memory.adds.filter(isAfter(since)),
    lookups: memory.lookups.filter(isAfter(since)),
    mapped: memory.mapped.filter(isAfter(since)),
    changed: countChanged(memory, since),
    counted: findCounted(memory, pseudonyms, since),
    unsettled: findUnsettled(memory, pseudonyms, since),
    paces: findPaces(memory.paces, now).map(({ pace }) => pace),
    ...(notBefore !== undefined && notBefore > now && { notBefore }),
  };
}

/** What is known of people, group by group. */
function toGroups(
  memory: Recollection,
  pseudonyms: Pseudonyms,
  now: number,
): Pick<Past, 'untold' | 'declined' | 'tried' | 'verified' | 'lastRead'> {
  // A wish, or having been there, is an account's: it does not end with its number.
  const people = (map: ReadonlyMap<Pseudonym, number>, keep: number) =>
    recall(pseudonyms.person, (name) => fresh(findLatest(map, findNumbersOf(memory, name, now)), now - keep));
  return {
    untold: {
      has: (lid) => fresh(memory.untold.get(pseudonyms.lid(lid)), now - keptFor.untold) !== undefined,
    },
    declined: recall(pseudonyms.group, (name) =>
      ifAny(memory.declined.get(name), (map) => people(map, keptFor.declined)),
    ),
    tried: recall(pseudonyms.group, (name) =>
      ifAny(memory.tried.get(name), (map) => recallTried(map, pseudonyms)),
    ),
    verified: recall(pseudonyms.group, (name) =>
      ifAny(memory.seen.get(name)?.times, (map) => people(map, Number.POSITIVE_INFINITY)),
    ),
    lastRead: recall(pseudonyms.group, (name) =>
      ifAny(memory.seen.get(name), (known) => toLastRead(known, pseudonyms)),
    ),
  };
}

/** By `toTriedKey`, whose second word is the person. */
function recallTried(map: ReadonlyMap<string, TriedChange>, { person }: Pseudonyms): Recall<string, Tried> {
  const toName = (identity: string) => {
    const [action = '', key = ''] = identity.split(' ');
    return `${action} ${person(key as PersonKey)}`;
  };
  return recall(toName, (name) =>
    ifAny(map.get(name), (tried) => ({
      ...(tried.isRefused ? toRefusalRest(tried) : toRest(tried)),
      isRefused: tried.isRefused,
    })),
  );
}

function toLastRead({ last, doubt }: SeenGroup, pseudonyms: Pseudonyms): LastRead {
  const toShown = (people: ReadonlySet<Pseudonym>) => ({
    count: people.size,
    has: (key: PersonKey) => people.has(pseudonyms.person(key)),
  });
  return { ...toShown(last), ...(doubt && { doubt: { at: doubt.at, ...toShown(doubt.present) } }) };
}

function isAfter(time: number): (item: Spent) => boolean {
  return ({ at }) => at > time;
}

function findLatest(map: ReadonlyMap<Pseudonym, number>, names: readonly Pseudonym[]): number | undefined {
  const times = names.flatMap((name) => map.get(name) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

function fresh(at: number | undefined, since: number): number | undefined {
  return at !== undefined && at > since ? at : undefined;
}

/** Asked by key, answered by pseudonym. */
function recall<Key, Value>(
  toName: (key: Key) => Pseudonym,
  get: (name: Pseudonym) => Value | undefined,
): Recall<Key, Value> {
  return { get: (key) => get(toName(key)), has: (key) => get(toName(key)) !== undefined };
}

function ifAny<Value, Result>(value: Value | undefined, make: (value: Value) => Result): Result | undefined {
  return value === undefined ? undefined : make(value);
}

/** People by pseudonym where the limit counts people; of older lines nobody knows whose they are, so each is somebody. */
function countChanged(memory: Recollection, since: number): Record<LimitKind, number> {
  const recent = findRecent(memory, since);
  const counts = limitKinds.map((kind) => {
    const own = recent.filter(({ limits }) => limits.includes(kind));
    const people = new Set(own.map(({ person }) => person ?? Symbol('somebody')));
    return [kind, peopleKinds.has(kind) ? people.size : own.length];
  });
  return Object.fromEntries(counts) as Record<LimitKind, number>;
}

function findCounted(memory: Recollection, pseudonyms: Pseudonyms, since: number): Past['counted'] {
  return {
    has(kind, key) {
      const name = pseudonyms.person(key);
      return findRecent(memory, since).some(({ limits, person }) => person === name && limits.includes(kind));
    },
  };
}

/** What was verified, and what a run left behind without a verdict: it may have happened. */
function findRecent(memory: Recollection, since: number): Recollection['settled'] {
  const open = [...memory.open.values()].map(({ at, change: { limits, person } }) => {
    return { at, limits, ...(person !== undefined && { person }) };
  });
  return [...memory.settled, ...open].filter(({ at }) => at > since);
}

function findUnsettled({ open }: Recollection, pseudonyms: Pseudonyms, since: number): Unsettled {
  const find = (identity: string) => open.get(pseudonyms.subject(identity));
  return {
    counts(identity, kind) {
      const found = find(identity);
      return found !== undefined && found.at > since && found.change.limits.includes(kind);
    },
    uses: (identity, allowance) =>
      find(identity)?.change.allowed.includes(pseudonyms.mark(allowance)) ?? false,
  };
}

function countUsed(memory: Recollection, name: Pseudonym): number | undefined {
  const open = [...memory.open.values()].filter(({ change }) => change.allowed.includes(name)).length;
  const used = (memory.allowUsed.get(name) ?? 0) + open;
  return used > 0 ? used : undefined;
}

function findPending(
  memory: Recollection,
  { groups }: KnownNames,
  pseudonyms: Pseudonyms,
  now: number,
): Map<string, Pending> {
  const ids = new Map([...groups].map((id) => [pseudonyms.group(id), id]));
  const pending = new Map<string, Pending>();
  for (const [change, { group: name, ...about }] of memory.pending) {
    const group = ids.get(name);
    if (isStillApproved(about, now)) pending.set(change, { ...about, ...(group && { group }) });
  }
  return pending;
}

/** An approval lasts for a while after it was given; what a date brings, for that while after its day. */
export function isStillApproved({ at, on }: Pick<Pending, 'at' | 'on'>, now: number): boolean {
  const start = on === undefined ? at : Math.max(at, Date.parse(`${on}T00:00:00Z`));
  return start > now - keptFor.pending;
}

/** Those that some run kept within the time that a faster one waits, in their order; the last one is the files' own. */
export function findPaces(paces: Recollection['paces'], now: number): Recollection['paces'] {
  return paces.filter((_, index) => {
    const next = paces[index + 1];
    return next === undefined || next.at > now - fasterPaceWaits;
  });
}

function findLids(
  memory: Recollection,
  { people }: KnownNames,
  pseudonyms: Pseudonyms,
  now: number,
): Map<PersonKey, LidAnswer> {
  const lids = new Map<PersonKey, LidAnswer>();
  for (const key of people) {
    const known = memory.lids.get(pseudonyms.person(key));
    const answer = known && isLidFresh(known, now) ? toLidAnswer(known, pseudonyms, now) : undefined;
    if (answer) lids.set(key, answer);
  }
  return lids;
}

type KnownLid = Recollection['lids'] extends Map<Pseudonym, infer Value> ? Value : never;

/** True while a look-up need not be made again. */
function isLidFresh(known: KnownLid, now: number): boolean {
  return isLidKept(known, now) && (known.lid !== 'none' || now < toLookupRest(known).until);
}

/** True while what a look-up told is remembered. */
export function isLidKept({ at, lid }: KnownLid, now: number): boolean {
  return at > now - keptFor.lid[typeof lid === 'string' ? lid : 'found'];
}

function toLidAnswer({ at, lid }: KnownLid, pseudonyms: Pseudonyms, now: number): LidAnswer | undefined {
  if (typeof lid === 'string') return { kind: lid };
  const found = pseudonyms.unseal(lid.sealed);
  const isOld = at <= now - keptFor.lid.confirmed;
  return found && { kind: 'lid', lid: found, ...(isOld && { isOld }) };
}
