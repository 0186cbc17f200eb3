import type { GroupId } from '../../domain/group.ts';
import type { Past, SeenPhoto } from '../../domain/past.ts';
import { toNewsKey, toPhotoKey } from '../../domain/past.ts';
import { keptFor, toLookupRest } from '../../domain/patience.ts';
import type { Recollection } from './recollection.ts';
import { findPairs } from './pairs.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';
import type { KnownNames } from './known-names.ts';
import { toCounted } from './to-counted.ts';
import { toCreations } from './to-creations.ts';
import { toGroups } from './to-groups.ts';
import { recall, ifAny } from './recall.ts';
import { findPending } from './approved.ts';
import { findLinkDebt } from './link-debts.ts';
import { findLids } from './known-lids.ts';

/** A memory in the words of planning, as it stands at a time (milliseconds since 1970). */
export function toPast(memory: Recollection, names: KnownNames, pseudonyms: Pseudonyms, now: number): Past {
  return {
    memory: 'kept',
    ...(memory.startedAt !== undefined && { startedAt: memory.startedAt }),
    ...toCounted(memory, pseudonyms, now),
    ...toGroups(memory, pseudonyms, now),
    ...toCreations(memory, pseudonyms, now),
    unregistered: recall(pseudonyms.number, (name) =>
      ifAny(memory.unregistered.get(name), (found) =>
        found.at > now - keptFor.unregistered ? toLookupRest(found) : undefined,
      ),
    ),
    told: memory.told
      .filter(({ at }) => at > now - keptFor.told)
      .map(({ at, channel, topic, news }) => ({
        at,
        channel,
        topic,
        isOver: news === undefined,
        isOf: (text) => news !== undefined && news === pseudonyms.mark(toNewsKey(text)),
      })),
    readded: { has: (identity) => memory.readded.has(pseudonyms.mark(identity)) },
    photos: findPhotos(memory, pseudonyms),
    handles: { has: (identity) => memory.handles.has(pseudonyms.mark(identity)) },
    allowUsed: recall(pseudonyms.mark, (name) => countUsed(memory, name)),
    pending: findPending(memory, names, pseudonyms, now),
    linkDebts: recall(pseudonyms.group, (name) => findLinkDebt(memory, name, pseudonyms)),
    lids: findLids(memory, names, pseudonyms, now),
    pairs: findPairs(memory, names.people, pseudonyms, now),
  };
}

function findPhotos({ photos }: Recollection, pseudonyms: Pseudonyms): Past['photos'] {
  const find = (group: GroupId): SeenPhoto | undefined => {
    const known = photos.get(pseudonyms.group(group));
    if (!known) return undefined;
    const id = known.sealed === undefined ? undefined : pseudonyms.unsealPhoto(known.sealed);
    return {
      at: known.at,
      ...(id !== undefined && { id }),
      isOf: (other, sha256) => known.photo === pseudonyms.mark(toPhotoKey(group, other, sha256)),
    };
  };
  return { get: find, has: (group) => find(group) !== undefined };
}

function countUsed(memory: Recollection, name: Pseudonym): number | undefined {
  const open = [...memory.open.values()].filter(({ change }) => change.allowed.includes(name)).length;
  const used = (memory.allowUsed.get(name) ?? 0) + open;
  return used > 0 ? used : undefined;
}
