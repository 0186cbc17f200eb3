import type { LimitKind } from '../../domain/group.ts';
import { limitKinds, peopleKinds } from '../../domain/group.ts';
import type { Past, Spent, Unsettled } from '../../domain/past.ts';
import { fasterPaceWaits, keptFor } from '../../domain/patience.ts';
import type { Recollection } from './recollection.ts';
import type { Pseudonyms } from '../pseudonyms.ts';

type Counted =
  | 'adds'
  | 'lookups'
  | 'mapped'
  | 'messages'
  | 'changed'
  | 'counted'
  | 'unsettled'
  | 'paces'
  | 'notBefore';

/** What the pace and the limits ask for. */
export function toCounted(memory: Recollection, pseudonyms: Pseudonyms, now: number): Pick<Past, Counted> {
  const { notBefore } = memory;
  const since = now - keptFor.spent;
  return {
    adds: memory.adds.filter(isAfter(since)),
    lookups: memory.lookups.filter(isAfter(since)),
    mapped: memory.mapped.filter(isAfter(since)),
    messages: memory.messages.filter(isAfter(since)),
    changed: countChanged(memory, since),
    counted: findCounted(memory, pseudonyms, since),
    unsettled: findUnsettled(memory, pseudonyms, since),
    paces: findPaces(memory.paces, now).map(({ pace }) => pace),
    ...(notBefore !== undefined && notBefore > now && { notBefore }),
  };
}

function isAfter(time: number): (item: Spent) => boolean {
  return ({ at }) => at > time;
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

/** Those that some run kept within the time that a faster one waits, in their order; the last one is the files' own. */
export function findPaces(paces: Recollection['paces'], now: number): Recollection['paces'] {
  return paces.filter((_, index) => {
    const next = paces[index + 1];
    return next === undefined || next.at > now - fasterPaceWaits;
  });
}
