import type { PersonAction } from '../domain/change.ts';
import type { Pace } from '../domain/organisation.ts';
import { backOff, keptFor } from '../domain/patience.ts';
import type { Entry, EntryOf, IntendedChange } from './entry.ts';
import type { Recollection, OpenChange, SeenGroup } from './recollection.ts';
import { toInner, toTriedName } from './recollection.ts';
import { rememberPairs } from './pairs.ts';
import type { Pseudonym } from './pseudonyms.ts';

/**
 * Takes one more line into a memory, which is changed. `at`: when it counts (clock.ts), milliseconds since 1970; its own
 * time unless the clock was wrong that wrote it.
 */
export function remember(memory: Recollection, entry: Entry, at = Date.parse(entry.at)): void {
  switch (entry.type) {
    case 'journal':
      return;
    case 'run':
      memory.inFlight = undefined;
      return leaveOver(memory);
    case 'spent':
      // Of a day of which nobody knows what it cost, nobody knows this either.
      if (entry.mapped) memory.mapped.push({ at, count: entry.mapped });
      if (entry.lookups === 'all') memory.mapped.push({ at, count: Number.POSITIVE_INFINITY });
      return spend(memory, at, toNumber(entry.adds), toNumber(entry.lookups));
    case 'mapped':
      if (entry.people > 0) memory.mapped.push({ at, count: entry.people });
      for (const lid of entry.untold) memory.untold.set(lid, at);
      return;
    case 'intent':
      return rememberIntent(memory, at, entry);
    case 'answer':
      return rememberAnswer(memory, at, entry);
    case 'stopped':
      return holdBack(memory, at, entry.code);
    case 'held-back':
      memory.notBefore = Math.max(memory.notBefore ?? 0, at + Date.parse(entry.until) - Date.parse(entry.at));
      return;
    case 'verdict':
      return rememberVerdict(memory, at, entry);
    case 'tally':
      return settle(memory, at, entry);
    case 'found':
      return rememberFound(memory, at, entry);
    case 'lookup':
      return rememberLookup(memory, at, entry);
    case 'read':
      return rememberRead(memory, at, entry);
    case 'doubt':
      return rememberDoubt(memory, at, entry);
    case 'pairs':
      return rememberPairs(memory, entry, at);
    case 'handles':
      for (const mark of entry.marks) memory.handles.add(mark);
      return;
    case 'tried':
      return rememberTried(memory, at, entry);
    case 'pace':
      memory.paces.push({ at, pace: toPace(entry) });
      return;
    case 'photo':
      memory.photos.set(entry.group, entry.photo);
      return;
    case 'approved':
      return rememberApproved(memory, at, entry);
    case 'ended':
      for (const id of entry.ids) memory.pending.delete(id);
  }
}

function toPace({ addsPerDay, lookupsPerDay, pause, afterAdd, reads }: EntryOf<'pace'>): Pace {
  return { addsPerDay, lookupsPerDay, pause, afterAdd, reads };
}

/** What the run before has begun and left without a verdict. */
function leaveOver({ open, begun }: Recollection): void {
  for (const subject of begun) {
    const change = open.get(subject);
    if (change) open.set(subject, { ...change, leftOver: true });
  }
  begun.clear();
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

function spend(memory: Recollection, at: number, adds: number, lookups: number): void {
  if (adds > 0) memory.adds.push({ at, count: adds });
  if (lookups > 0) memory.lookups.push({ at, count: lookups });
}

function rememberApproved({ pending }: Recollection, at: number, entry: EntryOf<'approved'>): void {
  const { group, ids, on, plan, what } = entry;
  const more = {
    ...(on !== undefined && { on }),
    ...(plan !== undefined && { plan }),
    ...(what && { what }),
  };
  for (const id of ids) pending.set(id, { group, at, ...more });
}

/** Spent from here on, whatever comes of it: a run that crashes now must not have been cheaper. */
function rememberIntent(memory: Recollection, at: number, entry: EntryOf<'intent'>): void {
  spend(memory, at, entry.adds, entry.lookups);
  memory.inFlight = entry;
  for (const change of entry.changes) {
    memory.open.set(change.subject, { at, group: entry.group, change });
    memory.begun.add(change.subject);
  }
}

function rememberAnswer(memory: Recollection, at: number, { kind, code }: EntryOf<'answer'>): void {
  const intent = memory.inFlight;
  memory.inFlight = undefined;
  if (code !== undefined) holdBack(memory, at, code);
  if (!intent) return;
  for (const { subject } of intent.changes) {
    const open = memory.open.get(subject);
    const isRefused = kind === 'rejected' && intent.changes.length === 1 && !isOfTheGroup(code);
    if (open) memory.open.set(subject, { ...open, answer: kind, ...(isRefused && { isRefused }) });
  }
  // GOWA refuses before it sends anything, so nobody was added; the look-ups were made (docs/gowa.md#t2).
  if (code === 'unregistered' && intent.adds > 0) memory.adds.pop();
}

/**
 * What a refusal of one person alone does not say of that person: that the number is not on WhatsApp is remembered in its
 * own way; the rest is about the account's rights in the group, or about somebody who changed it at the same time.
 */
function isOfTheGroup(code: string | undefined): boolean {
  return code === 'unregistered' || code === 'permission' || code === 'conflict';
}

function holdBack(memory: Recollection, at: number, code: string): void {
  const wait = backOff[code];
  if (wait !== undefined) memory.notBefore = Math.max(memory.notBefore ?? 0, at + wait);
}

function rememberVerdict(memory: Recollection, at: number, entry: EntryOf<'verdict'>): void {
  const { group, subject, action, person, result } = entry;
  const open = memory.open.get(subject);
  if (open) closeOpen(memory, at, open, result);
  if (person === undefined) return;
  if (action !== 'set') rememberTry(memory, at, { group, person, action, result }, open);
  if (result === 'declined') toInner(memory.declined, group).set(person, at);
  if (result === 'verified' && action === 'add') memory.declined.get(group)?.delete(person);
  if (result === 'verified' && action === 'remove') forget(memory, group, person);
}

interface Tried {
  readonly group: Pseudonym;
  readonly person: Pseudonym;
  readonly action: PersonAction;
  readonly result: EntryOf<'verdict'>['result'];
}

/**
 * Somebody may refuse by saying nothing: whoever blocks the account, or was taken out by hand (docs/gowa.md#t4). And one
 * person may be refused who spoils each batch for the others.
 */
function rememberTry(
  { tried }: Recollection,
  at: number,
  { group, person, action, result }: Tried,
  open: OpenChange | undefined,
): void {
  const inner = toInner(tried, group);
  const name = toTriedName(action, person);
  if (result === 'verified' || result === 'declined') inner.delete(name);
  const isRefused = result === 'failed' && open?.isRefused === true;
  const isInVain = result === 'not-verified' && action === 'add' && open?.isInVain === true;
  if (isRefused || isInVain)
    inner.set(name, { person, action, at, times: (inner.get(name)?.times ?? 0) + 1, isRefused });
}

function rememberTried({ tried }: Recollection, at: number, entry: EntryOf<'tried'>): void {
  const { group, person, times, action = 'add', isRefused = false } = entry;
  toInner(tried, group).set(toTriedName(action, person), { person, action, at, times, isRefused });
}

/**
 * What was sent and is not proved either way may have happened, or happen yet: it stays open, and counts, as what a
 * crashed run leaves behind. Only a clear refusal is nothing.
 */
function closeOpen(
  memory: Recollection,
  at: number,
  open: OpenChange,
  result: EntryOf<'verdict'>['result'],
): void {
  const { change, answer } = open;
  memory.open.delete(change.subject);
  if (answer === 'accepted') settle(memory, at, { readds: toReadds(change) });
  if (result === 'verified') return settle(memory, at, { ...change, readds: toReadds(change) });
  if (result === 'declined' || answer === 'rejected') return;
  memory.open.set(change.subject, { ...open, leftOver: true });
}

function toReadds({ readd }: IntendedChange): Pseudonym[] {
  return readd === undefined ? [] : [readd];
}

function settle(memory: Recollection, at: number, tally: Partial<EntryOf<'tally'>>): void {
  const { limits = [], allowed = [], readds = [], person } = tally;
  if (limits.length > 0) memory.settled.push({ at, limits, ...(person !== undefined && { person }) });
  for (const mark of allowed) memory.allowUsed.set(mark, (memory.allowUsed.get(mark) ?? 0) + 1);
  for (const mark of readds) memory.readded.add(mark);
}

/** Whom Rollcall took out did not leave, so whoever lists them again wants them back. */
function forget({ seen }: Recollection, group: Pseudonym, person: Pseudonym): void {
  const known = seen.get(group);
  if (!known) return;
  known.times.delete(person);
  known.last = new Set([...known.last].filter((other) => other !== person));
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

function rememberRead(memory: Recollection, at: number, { group, present }: EntryOf<'read'>): void {
  const known: SeenGroup = memory.seen.get(group) ?? { last: new Set(), times: new Map() };
  memory.seen.set(group, known);
  known.doubt = undefined;
  if (present !== 'same') known.last = new Set(present);
  for (const person of known.last) known.times.set(person, at);
  for (const person of known.last) memory.tried.get(group)?.delete(toTriedName('add', person));
  resolveOpen(memory, group, known);
}

function rememberDoubt({ seen }: Recollection, at: number, { group, present }: EntryOf<'doubt'>): void {
  const known = seen.get(group);
  if (known) known.doubt = { at, present: new Set(present) };
}

/**
 * Changes that nobody knows the outcome of; the next complete reading of their group tells what they did. Of those who
 * are wanted there only: of others it says nothing, and they stay open.
 */
function resolveOpen(memory: Recollection, group: Pseudonym, known: SeenGroup): void {
  for (const [subject, open] of memory.open) {
    const { action, person, readd, ...change } = open.change;
    if (open.group !== group || person === undefined) continue;
    const isThere = known.last.has(person);
    const isInVain = action === 'add' && open.answer === 'accepted' && !isThere;
    if (isInVain) memory.open.set(subject, { ...open, isInVain });
    if (!open.leftOver) continue;
    if (action === 'remove' && !isThere) known.times.delete(person);
    if (isThere && (action === 'add' || action === 'remove')) {
      // Joined, or wanted and back: that is over, and has counted.
      memory.open.delete(subject);
      settle(memory, open.at, { ...change, person, readds: toReadds(open.change) });
      continue;
    }
    if (readd === undefined) continue;
    // Accepted and not there is refused (docs/gowa.md#t4: 408, left recently): that was the one time.
    if (open.answer === 'accepted') memory.readded.add(readd);
    memory.open.set(subject, { ...open, change: { ...change, action, person } });
  }
}
