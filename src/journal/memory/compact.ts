import { keptFor } from '../../domain/patience.ts';
import type { Entry } from '../entries/entry.ts';
import type { Recollection, SeenGroup } from './recollection.ts';
import { toPairEntries } from './pairs.ts';
import type { Pseudonym } from '../pseudonyms.ts';
import { isLidKept } from './known-lids.ts';
import { isStillApproved } from './approved.ts';
import { findPaces } from './to-counted.ts';

/**
 * The fewest entries from which a memory comes about again, without what is too old to matter at `now` (milliseconds
 * since 1970). The journal's first line is not among them.
 */
export function toEntries(memory: Recollection, now: number): Entry[] {
  return [
    ...spentEntries(memory, now),
    ...mappedEntries(memory, now),
    ...messageEntries(memory, now),
    ...toldEntries(memory, now),
    ...creationEntries(memory, now),
    ...settledEntries(memory, now),
    ...seenEntries(memory, now),
    ...photoEntries(memory),
    ...[...memory.linkOwed].map((group): Entry => ({ at: toAt(now), type: 'link-owed', group })),
    ...openEntries(memory, now),
    ...refusedEntries(memory, now),
    ...triedEntries(memory),
    ...toPairEntries(memory, now),
    ...(memory.handles.size > 0 ? [toHandlesEntry(memory, now)] : []),
    ...pendingEntries(memory, now),
    ...paceEntries(memory, now),
    ...stopEntries(memory, now),
    { at: toAt(now), type: 'run' },
  ];
}

function toAt(time: number): string {
  return new Date(time).toISOString();
}

function spentEntries({ adds, lookups }: Recollection, now: number): Entry[] {
  const since = now - keptFor.spent;
  return [
    ...adds.map(({ at, count }): Entry => ({
      at: toAt(at),
      type: 'spent',
      adds: toSpent(count),
      lookups: 0,
    })),
    ...lookups.map(({ at, count }): Entry => ({
      at: toAt(at),
      type: 'spent',
      adds: 0,
      lookups: toSpent(count),
    })),
  ].filter(({ at }) => Date.parse(at) > since);
}

/** An endless day stands among what was spent. */
function mappedEntries({ mapped, untold }: Recollection, now: number): Entry[] {
  const byTime = new Map<number, Pseudonym[]>();
  for (const [lid, at] of untold) {
    if (at > now - keptFor.untold) byTime.set(at, [...(byTime.get(at) ?? []), lid]);
  }
  return [
    ...mapped
      .filter(({ at, count }) => at > now - keptFor.spent && Number.isFinite(count))
      .map(({ at, count }): Entry => ({ at: toAt(at), type: 'mapped', people: count, untold: [] })),
    ...[...byTime].map(([at, lids]): Entry => ({ at: toAt(at), type: 'mapped', people: 0, untold: lids })),
  ];
}

/** An endless day stands among what was spent. */
function messageEntries({ messages, messaged }: Recollection, now: number): Entry[] {
  const people = [...messaged].flatMap(([group, inner]) =>
    [...inner].map(([person, at]) => ({ group, person, at })),
  );
  return [
    ...messages
      .filter(({ at, count }) => at > now - keptFor.spent && Number.isFinite(count))
      .map(({ at, count }): Entry => ({ at: toAt(at), type: 'spent', adds: 0, lookups: 0, messages: count })),
    ...people
      .filter(({ at }) => at > now - keptFor.invited)
      .map(({ group, person, at }): Entry => ({
        at: toAt(at),
        type: 'message',
        group,
        person,
        messages: 0,
        lookups: 0,
      })),
  ];
}

function toldEntries({ told }: Recollection, now: number): Entry[] {
  return told
    .filter(({ at }) => at > now - keptFor.told)
    .map(({ at, ...telling }): Entry => ({ at: toAt(at), type: 'told', ...telling, messages: 0 }));
}

/** Whoever is asked for is looked for first until it is known what became of it, however long that takes. */
function creationEntries({ creates, asked, created }: Recollection, now: number): Entry[] {
  return [
    ...creates
      .filter(({ at, count }) => at > now - keptFor.spent && Number.isFinite(count))
      .map(({ at, count }): Entry => ({ at: toAt(at), type: 'spent', adds: 0, lookups: 0, creates: count })),
    ...[...created]
      .filter(([, { at, isFiled }]) => !isFiled || at > now - keptFor.created)
      .map(([group, { at, ...known }]): Entry => ({ at: toAt(at), type: 'created', group, ...known })),
    ...[...asked].map(([group, { at, name, people }]): Entry => ({
      at: toAt(at),
      type: 'asked-for',
      group,
      name,
      creates: 0,
      lookups: 0,
      people,
    })),
  ];
}

function photoEntries({ photos }: Recollection): Entry[] {
  return [...photos].map(([group, { at, photo, sealed }]): Entry => ({
    at: toAt(at),
    type: 'photo',
    group,
    photo,
    ...(sealed !== undefined && { sealed }),
  }));
}

function toSpent(count: number): number | 'all' {
  return Number.isFinite(count) ? count : 'all';
}

function settledEntries({ settled, allowUsed, readded }: Recollection, now: number): Entry[] {
  const allowed = [...allowUsed].flatMap(([mark, count]) => Array.from({ length: count }, () => mark));
  const limits = settled
    .filter(({ at }) => at > now - keptFor.spent)
    .map(({ at, ...counted }): Entry => ({
      at: toAt(at),
      type: 'tally',
      ...counted,
      allowed: [],
      readds: [],
    }));
  if (allowed.length === 0 && readded.size === 0) return limits;
  return [...limits, { at: toAt(now), type: 'tally', limits: [], allowed, readds: [...readded] }];
}

/** Per group: those seen earlier by the time at which they were seen last, and at the end those of the last reading. */
function seenEntries({ seen }: Recollection, now: number): Entry[] {
  return [...seen].flatMap(([group, known]): Entry[] => [
    ...toReads(known, now).map(([at, present]): Entry => ({ at: toAt(at), type: 'read', group, present })),
    ...toDoubts(known).map(([at, present]): Entry => ({ at: toAt(at), type: 'doubt', group, present })),
  ]);
}

function toDoubts({ doubt }: SeenGroup): [number, Pseudonym[]][] {
  return doubt ? [[doubt.at, [...doubt.present]]] : [];
}

/** That nobody was there is news as well, whenever it was read. */
function toReads({ last, times }: SeenGroup, now: number): [number, Pseudonym[]][] {
  const earlier = new Map<number, Pseudonym[]>();
  for (const [person, at] of times) {
    if (!last.has(person)) earlier.set(at, [...(earlier.get(at) ?? []), person]);
  }
  const [first] = last;
  const end =
    (first !== undefined && times.get(first)) || Math.max(...(times.size > 0 ? times.values() : [now]));
  return [...[...earlier].toSorted(([a], [b]) => a - b), [end, [...last]]];
}

/** Their cost stands among what was spent already. */
function openEntries({ open }: Recollection, now: number): Entry[] {
  return [...open.values()]
    .filter(
      ({ at, change }) =>
        at > now - keptFor.spent ||
        change.allowed.length > 0 ||
        change.readd !== undefined ||
        change.owesLink === true,
    )
    .flatMap(({ at, group, change, answer }): Entry[] => [
      { at: toAt(at), type: 'intent', group, adds: 0, lookups: 0, changes: [change] },
      ...(answer ? [{ at: toAt(at), type: 'answer', kind: answer } as const] : []),
    ]);
}

function refusedEntries({ declined, unregistered, lids }: Recollection, now: number): Entry[] {
  const people = [...declined].flatMap(([group, inner]) =>
    [...inner].map(([person, at]) => ({ group, person, at })),
  );
  return [
    ...people
      .filter(({ at }) => at > now - keptFor.wish)
      .map(({ group, person, at }) => toDeclined(group, person, toAt(at))),
    ...[...unregistered]
      .filter(([, { at }]) => at > now - keptFor.unregistered)
      .map(([number, { at, times }]): Entry => ({
        at: toAt(at),
        type: 'found',
        number,
        isRegistered: false,
        times,
      })),
    ...[...lids]
      .filter(([, known]) => isLidKept(known, now))
      .map(([person, { at, lid, times }]): Entry => ({
        at: toAt(at),
        type: 'lookup',
        person,
        lookups: 0,
        lid,
        ...(lid === 'none' && { times }),
      })),
  ];
}

function toHandlesEntry({ handles }: Recollection, now: number): Entry {
  return { at: toAt(now), type: 'handles', marks: [...handles] };
}

function triedEntries({ tried }: Recollection): Entry[] {
  return [...tried].flatMap(([group, inner]) =>
    [...inner.values()].map(({ person, action, at, times, isRefused, lane }): Entry => ({
      at: toAt(at),
      type: 'tried',
      group,
      person,
      times,
      ...(action !== 'add' && { action }),
      ...(isRefused && { isRefused }),
      ...(lane && { lane }),
    })),
  );
}

/** No subject has the person's own pseudonym, so nothing else is touched by this verdict. */
function toDeclined(group: Pseudonym, person: Pseudonym, at: string): Entry {
  return { at, type: 'verdict', group, subject: person, action: 'add', person, result: 'declined' };
}

function pendingEntries({ pending }: Recollection, now: number): Entry[] {
  return [...pending]
    .filter(([, about]) => isStillApproved(about, now))
    .map(([id, { at, ...about }]) => ({ ...about, at: toAt(at), type: 'approved', ids: [id] }));
}

/** Those that count still, and the files' own. */
function paceEntries({ paces }: Recollection, now: number): Entry[] {
  return findPaces(paces, now).map(({ at, pace }) => ({ at: toAt(at), type: 'pace', ...pace }));
}

function stopEntries({ notBefore }: Recollection, now: number): Entry[] {
  if (notBefore === undefined || notBefore <= now) return [];
  return [{ at: toAt(now), type: 'held-back', until: toAt(notBefore) }];
}
