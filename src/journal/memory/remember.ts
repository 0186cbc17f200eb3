import { usualPace } from '../../domain/defaults.ts';
import { keptFor } from '../../domain/patience.ts';
import type { Entry, EntryOf } from '../entries/entry.ts';
import { rememberPairs } from './pairs.ts';
import type { Recollection } from './recollection.ts';
import { rememberAskedFor, rememberCreated, rememberFiled, rememberNotMade } from './remember-creations.ts';
import { rememberMessage, rememberMessageAnswer, rememberTold } from './remember-messages.ts';
import { toInner, toTriedName } from './recollection.ts';
import {
  rememberStop,
  leaveOver,
  rememberAnswer,
  rememberIntent,
  rememberVerdict,
  settle,
  spend,
} from './remember-changes.ts';
import { rememberDoubt, rememberRead } from './remember-readings.ts';

/**
 * Takes one more line into a memory, which is changed. `at`: when it counts (clock.ts), milliseconds since 1970; its own
 * time unless the clock was wrong that wrote it.
 */
export function remember(memory: Recollection, entry: Entry, at = Date.parse(entry.at)): void {
  // Each entry comes to the one that takes its type.
  const take = takes[entry.type] as (memory: Recollection, at: number, entry: Entry) => void;
  take(memory, at, entry);
}

type Take<Type extends Entry['type']> = (memory: Recollection, at: number, entry: EntryOf<Type>) => void;

const takes: { readonly [Type in Entry['type']]: Take<Type> } = {
  journal: (memory, at) => void (memory.startedAt = at),
  run: (memory) => {
    memory.inFlight = undefined;
    memory.messageInFlight = undefined;
    leaveOver(memory);
  },
  spent: rememberSpent,
  mapped: rememberMapped,
  intent: rememberIntent,
  answer: rememberAnswer,
  message: rememberMessage,
  told: rememberTold,
  'message-answer': rememberMessageAnswer,
  'asked-for': rememberAskedFor,
  'not-made': rememberNotMade,
  created: rememberCreated,
  filed: rememberFiled,
  stopped: (memory, at, { code }) => rememberStop(memory, at, code),
  'held-back': (memory, at, { at: written, until }) => {
    memory.notBefore = Math.max(memory.notBefore ?? 0, at + Date.parse(until) - Date.parse(written));
  },
  verdict: rememberVerdict,
  'link-owed': ({ linkOwed }, _, { group }) => void linkOwed.add(group),
  tally: settle,
  found: rememberFound,
  lookup: rememberLookup,
  read: rememberRead,
  doubt: rememberDoubt,
  pairs: (memory, at, entry) => rememberPairs(memory, entry, at),
  handles: ({ handles }, _, { marks }) => {
    for (const mark of marks) handles.add(mark);
  },
  tried: rememberTried,
  pace: rememberPace,
  photo: ({ photos }, at, { group, photo, sealed }) => {
    // What a plan saw may come to the journal after what an apply has done since.
    if (at >= (photos.get(group)?.at ?? 0)) photos.set(group, { at, photo, sealed });
  },
  approved: rememberApproved,
  ended: ({ pending }, _, { ids }) => {
    for (const id of ids) pending.delete(id);
  },
};

function rememberPace({ paces }: Recollection, at: number, entry: EntryOf<'pace'>): void {
  const { addsPerDay, lookupsPerDay, pause, afterAdd, reads } = entry;
  const { createsPerDay = usualPace.createsPerDay, messagesPerDay = usualPace.messagesPerDay } = entry;
  paces.push({
    at,
    pace: { addsPerDay, lookupsPerDay, createsPerDay, messagesPerDay, pause, afterAdd, reads },
  });
}

function rememberSpent(memory: Recollection, at: number, entry: EntryOf<'spent'>): void {
  // Of a day of which nobody knows what it cost, nobody knows this either.
  if (entry.mapped) memory.mapped.push({ at, count: entry.mapped });
  if (entry.messages) memory.messages.push({ at, count: entry.messages });
  if (entry.creates) memory.creates.push({ at, count: entry.creates });
  if (entry.lookups === 'all') {
    memory.mapped.push({ at, count: Number.POSITIVE_INFINITY });
    memory.messages.push({ at, count: Number.POSITIVE_INFINITY });
    memory.creates.push({ at, count: Number.POSITIVE_INFINITY });
  }
  spend(memory, at, toNumber(entry.adds), toNumber(entry.lookups));
}

function rememberMapped({ mapped, untold }: Recollection, at: number, entry: EntryOf<'mapped'>): void {
  if (entry.people > 0) mapped.push({ at, count: entry.people });
  for (const lid of entry.untold) untold.set(lid, at);
}

function rememberFound({ unregistered }: Recollection, at: number, entry: EntryOf<'found'>): void {
  const { number, isRegistered } = entry;
  const before = unregistered.get(number);
  const known = before && before.at > at - keptFor.unregistered ? before.times : 0;
  const times = entry.times ?? known + 1;
  if (isRegistered) unregistered.delete(number);
  else unregistered.set(number, { at, times });
}

function toNumber(spent: number | 'all'): number {
  return spent === 'all' ? Number.POSITIVE_INFINITY : spent;
}

function rememberApproved({ pending }: Recollection, at: number, entry: EntryOf<'approved'>): void {
  const { group, ids, on, plan, lane, what } = entry;
  const more = {
    ...(on !== undefined && { on }),
    ...(plan !== undefined && { plan }),
    ...(lane && { lane }),
    ...(what && { what }),
  };
  for (const id of ids) pending.set(id, { group, at, ...more });
}

function rememberTried({ tried }: Recollection, at: number, entry: EntryOf<'tried'>): void {
  const { group, person, times, action = 'add', isRefused = false, lane } = entry;
  const known = { person, action, at, times, isRefused, ...(lane && { lane }) };
  toInner(tried, group).set(toTriedName(lane ?? action, person), known);
}

function rememberLookup(memory: Recollection, at: number, entry: EntryOf<'lookup'>): void {
  const { person, lookups, lid } = entry;
  spend(memory, at, 0, lookups);
  if (lid === undefined) return;
  const before = memory.lids.get(person);
  // No answer is no news of a LID that was told.
  const isKnown = typeof before?.lid === 'object' && before.at > at - keptFor.lid.found;
  if (lid === 'unknown' && isKnown) return;
  const isAgain = before?.lid === 'none' && before.at > at - keptFor.lid.none;
  const times = lid === 'none' ? (entry.times ?? (isAgain ? before.times : 0) + 1) : 0;
  memory.lids.set(person, { at, lid, times });
}
