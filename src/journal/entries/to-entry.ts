import type { Change, Step } from '../../domain/plan/change.ts';
import { isLinkRenewal, isPersonChange, isPhotoChange } from '../../domain/plan/change.ts';
import { findLane } from '../../domain/plan/lane.ts';
import type { ChangeMarks, RunEvent } from '../../domain/event.ts';
import type { Pace } from '../../domain/organisation.ts';
import { isSamePace } from '../../domain/organisation.ts';
import type { LiveGroup } from '../../domain/group.ts';
import { toHandleKey, toPhotoKey, toUnsettledKey } from '../../domain/past.ts';
import { findLimitKinds } from '../../domain/plan/refusal.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import type { Entry, EntryOf, IntendedChange } from './entry.ts';
import { toCreationEntry } from './to-creation-entry.ts';
import { toMessageEntry } from './to-message-entry.ts';
import type { Recollection } from '../memory/recollection.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';

/** What an event needs to become a line of the journal. */
export interface EntryContext {
  /** What the journal says so far. */
  readonly memory: Recollection;
  readonly pseudonyms: Pseudonyms;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The pairs of LID and number that this run has written down, or need not. Grows. */
  readonly paired: Map<Lid, PersonKey>;
}

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { readonly type: Type }>;

/** The line that an event makes; undefined for those that no later run asks for. */
export function toEntry(event: RunEvent, context: EntryContext): Entry | undefined {
  const { at, pseudonyms } = context;
  switch (event.type) {
    case 'approved':
    case 'approval-ended':
      return event.ids.length > 0 ? { at, ...toApproval(event, pseudonyms) } : undefined;
    case 'group-read':
      return toRead(event, context);
    case 'intent':
      return { at, ...toIntent(event, pseudonyms) };
    case 'answer':
      return {
        at,
        type: 'answer',
        ...toAnswered(event),
        ...(event.declined && { declined: event.declined.map(pseudonyms.person) }),
      };
    case 'message-answer':
      return { at, type: 'message-answer', ...toAnswered(event) };
    case 'found': {
      const { phone, isRegistered } = event;
      return { at, type: 'found', number: pseudonyms.number(phone), isRegistered };
    }
    case 'looked-up':
      return { at, ...toLookup(event, pseudonyms) };
    case 'map-read':
      return { at, type: 'mapped', people: event.people, untold: event.untold.map(pseudonyms.lid) };
    case 'pace':
      return toPace(event.pace, context);
    case 'photo-verified':
      return toPhoto(event, context);
    case 'stopped':
      return { at, type: 'stopped', code: event.stop.code };
    case 'verdict':
      return { at, ...toVerdict(event, pseudonyms) };
    default:
      return toMessageEntry(event, at, pseudonyms) ?? toCreationEntry(event, at, pseudonyms);
  }
}

type Untimed<Type extends Entry['type']> = Omit<EntryOf<Type>, 'at'>;

function toApproval(
  event: EventOf<'approved' | 'approval-ended'>,
  pseudonyms: Pseudonyms,
): Untimed<'approved'> | Untimed<'ended'> {
  if (event.type === 'approved') return { ...event, group: pseudonyms.group(event.group) };
  const { group, ids } = event;
  return { type: 'ended', ...(group !== undefined && { group: pseudonyms.group(group) }), ids };
}

function toAnswered({ answer }: EventOf<'answer' | 'message-answer'>): Omit<Untimed<'answer'>, 'type'> {
  return { kind: answer.kind, ...('code' in answer && { code: answer.code }) };
}

/** The numbers of those present that were not seen behind their handles before; undefined where there are none. */
export function toHandles(
  event: RunEvent,
  handles: ReadonlyMap<PersonKey, string>,
  { at, memory, pseudonyms }: EntryContext,
): Entry | undefined {
  if (event.type !== 'group-read' || !event.live.peopleComplete) return undefined;
  const marks = (event.wanted ?? []).flatMap((key) => {
    const handle = handles.get(key);
    if (handle === undefined || !event.live.people.has(key)) return [];
    return [pseudonyms.mark(toHandleKey(handle, key))];
  });
  const fresh = marks.filter((mark) => !memory.handles.has(mark));
  return fresh.length > 0 ? { at, type: 'handles', marks: fresh } : undefined;
}

/** Only a complete reading proves anything; one that shows the same people as the last is written short. */
function toRead(
  { group, live, wanted = [] }: EventOf<'group-read'>,
  context: EntryContext,
): Entry | undefined {
  const { at, memory, pseudonyms } = context;
  const name = pseudonyms.group(group);
  if (live.vanished) return toDoubt(live, name, context);
  if (!live.peopleComplete) return undefined;
  const present = wanted.filter((key) => live.people.has(key)).map(pseudonyms.person);
  const last = memory.seen.get(name)?.last;
  const isSame = last?.size === present.length && present.every((person) => last.has(person));
  return { at, type: 'read', group: name, present: isSame ? 'same' : present };
}

/** Written once, with the time of the first of several that say the same. */
function toDoubt(
  live: LiveGroup,
  group: Pseudonym,
  { at, memory, pseudonyms }: EntryContext,
): Entry | undefined {
  const known = memory.seen.get(group);
  if (!known) return undefined;
  const shown = new Set([...live.people.keys()].map(pseudonyms.person));
  const present = [...known.last].filter((person) => shown.has(person));
  const before = known.doubt?.present;
  if (before?.size === present.length && present.every((person) => before.has(person))) return undefined;
  return { at, type: 'doubt', group, present };
}

/** Written once, until it is another one. */
function toPace(pace: Pace, { at, memory }: EntryContext): Entry | undefined {
  const last = memory.paces.at(-1)?.pace;
  return last && isSamePace(last, pace) ? undefined : { at, type: 'pace', ...pace };
}

/** Written whenever it is seen, since for a while it is not asked for again. */
function toPhoto({ group, id, sha256 }: EventOf<'photo-verified'>, { at, pseudonyms }: EntryContext): Entry {
  const photo = pseudonyms.mark(toPhotoKey(group, id, sha256));
  return { at, type: 'photo', group: pseudonyms.group(group), photo, sealed: pseudonyms.sealPhoto(id) };
}

/** GOWA looks up every participant of every call once (docs/gowa.md#t3). */
function toIntent({ step, marks = [] }: EventOf<'intent'>, pseudonyms: Pseudonyms): Untimed<'intent'> {
  const people = step[0].action === 'set' ? 0 : step.length;
  return {
    type: 'intent',
    group: pseudonyms.group(step[0].group),
    adds: step[0].action === 'add' ? people : 0,
    lookups: people,
    changes: toChanges(step).map((change, index) => toIntended(change, marks[index] ?? {}, pseudonyms)),
  };
}

function toChanges(step: Step): readonly Change[] {
  return step;
}

function toIntended(
  change: Change,
  { allowances = {}, readd, owesLink }: ChangeMarks,
  pseudonyms: Pseudonyms,
): IntendedChange {
  return {
    subject: pseudonyms.subject(toUnsettledKey(change)),
    action: change.action,
    ...(isPersonChange(change) && { person: pseudonyms.person(change.person.key) }),
    limits: findLimitKinds(change).filter((kind) => allowances[kind] === undefined),
    allowed: Object.values(allowances).map(pseudonyms.mark),
    ...(readd !== undefined && { readd: pseudonyms.mark(readd) }),
    ...(isPersonChange(change) && findLane(change) === 'knock' && { lane: 'knock' }),
    ...(owesLink && { owesLink }),
    ...(isPhotoChange(change) && { isPhoto: true as const }),
  };
}

function toLookup(event: EventOf<'looked-up'>, pseudonyms: Pseudonyms): Untimed<'lookup'> {
  const { person, lookups, lid } = event;
  return {
    type: 'lookup',
    person: pseudonyms.person(person),
    lookups,
    ...(lid && { lid: lid.kind === 'lid' ? { sealed: pseudonyms.seal(lid.lid) } : lid.kind }),
  };
}

function toVerdict({ outcome }: EventOf<'verdict'>, pseudonyms: Pseudonyms): Untimed<'verdict'> {
  const { change, result } = outcome;
  return {
    type: 'verdict',
    group: pseudonyms.group(change.group),
    subject: pseudonyms.subject(toUnsettledKey(change)),
    action: change.action,
    ...(isPersonChange(change) && { person: pseudonyms.person(change.person.key) }),
    result,
    ...(isLinkRenewal(change) && { isRenewal: true as const }),
  };
}
