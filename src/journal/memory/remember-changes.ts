import type { PersonAction } from '../../domain/plan/change.ts';
import { findBackOff } from '../../domain/patience.ts';
import type { EntryOf, IntendedChange } from '../entries/entry.ts';
import type { Pseudonym } from '../pseudonyms.ts';
import type { OpenChange, Recollection } from './recollection.ts';
import { toInner, toTriedName } from './recollection.ts';

/** What the run before has begun and left without a verdict. */
export function leaveOver({ open, begun }: Recollection): void {
  for (const subject of begun) {
    const change = open.get(subject);
    if (change) open.set(subject, { ...change, leftOver: true });
  }
  begun.clear();
}

/** Spent from here on, whatever comes of it: a run that crashes now must not have been cheaper. */
export function rememberIntent(memory: Recollection, at: number, entry: EntryOf<'intent'>): void {
  spend(memory, at, entry.adds, entry.lookups);
  memory.inFlight = entry;
  for (const change of entry.changes) {
    memory.open.set(change.subject, { at, group: entry.group, change });
    memory.begun.add(change.subject);
    // Until somebody asks for it, nobody knows which one is there: no photo that was ever seen has this mark.
    if (change.isPhoto) memory.photos.set(entry.group, { at, photo: change.subject });
  }
}

/** What GOWA said to the last intent. */
export function rememberAnswer(memory: Recollection, at: number, entry: EntryOf<'answer'>): void {
  const { kind, code, declined = [] } = entry;
  const intent = memory.inFlight;
  memory.inFlight = undefined;
  if (code !== undefined) rememberStop(memory, at, code);
  if (!intent) return;
  for (const person of declined) toInner(memory.declined, intent.group).set(person, at);
  for (const { subject } of intent.changes) {
    const open = memory.open.get(subject);
    const isRefused = kind === 'rejected' && intent.changes.length === 1 && !isOfTheGroup(code);
    // Whoever asks to come by a number that is not found would cost its look-ups with every run.
    const isUnfound = code === 'unregistered' && open?.change.lane === 'knock';
    const refused = isRefused || isUnfound;
    if (open) memory.open.set(subject, { ...open, answer: kind, ...(refused && { isRefused: true }) });
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

/** After some stops nothing is written for a while. */
export function rememberStop(memory: Recollection, at: number, code: string): void {
  const wait = findBackOff(code);
  if (wait !== undefined) memory.notBefore = Math.max(memory.notBefore ?? 0, at + wait);
}

/** What the reading after a change proved of it. */
export function rememberVerdict(memory: Recollection, at: number, entry: EntryOf<'verdict'>): void {
  const { group, subject, action, person, result } = entry;
  const open = memory.open.get(subject);
  if (open) closeOpen(memory, at, open, result);
  if (entry.isRenewal && result === 'verified') forgetDebt(memory, group);
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
  const lane = open?.change.lane;
  const name = toTriedName(lane ?? action, person);
  if (result === 'verified' || result === 'declined') inner.delete(name);
  const isRefused = result === 'failed' && open?.isRefused === true;
  const isOver = result === 'not-verified' || result === 'skipped';
  const isInVain = isOver && action === 'add' && open?.isInVain === true;
  if (isRefused || isInVain)
    inner.set(name, {
      person,
      action,
      at,
      times: (inner.get(name)?.times ?? 0) + 1,
      isRefused,
      ...(lane && { lane }),
    });
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
  if (result === 'verified' && change.owesLink) memory.linkOwed.add(open.group);
  if (result === 'verified') return settle(memory, at, { ...change, readds: toReadds(change) });
  if (result === 'declined' || answer === 'rejected') return;
  memory.open.set(change.subject, { ...open, leftOver: true });
}

/** The link is another one by now: whatever was removed before, by whichever run, has no use for the old one. */
function forgetDebt({ linkOwed, open }: Recollection, group: Pseudonym): void {
  linkOwed.delete(group);
  for (const [subject, other] of open) {
    if (other.group !== group || !other.change.owesLink) continue;
    const { owesLink: _, ...change } = other.change;
    open.set(subject, { ...other, change });
  }
}

/** The `readd` that a change uses up, if any. */
export function toReadds({ readd }: IntendedChange): Pseudonym[] {
  return readd === undefined ? [] : [readd];
}

/** What has happened, and counts. */
export function settle(memory: Recollection, at: number, tally: Partial<EntryOf<'tally'>>): void {
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

/** So many adds and look-ups at a time. */
export function spend(memory: Recollection, at: number, adds: number, lookups: number): void {
  if (adds > 0) memory.adds.push({ at, count: adds });
  if (lookups > 0) memory.lookups.push({ at, count: lookups });
}
