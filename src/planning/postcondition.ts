import type { Change, PersonChange, PhotoChange } from '../domain/plan/change.ts';
import { isLinkRenewal, isPersonChange, isPhotoChange } from '../domain/plan/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import { provesAbsence } from '../domain/group.ts';
import type { Lid, Person } from '../domain/people/person.ts';
import { isSamePhoto } from '../domain/picture.ts';
import type { SeenPairs } from '../domain/people/seen-pairs.ts';
import { noPairs } from '../domain/people/seen-pairs.ts';

/** `unknown`: the readings cannot prove it either way. */
export type Done = 'yes' | 'no' | 'unknown';

/**
 * Whether a change has happened, by its postcondition alone: what GOWA said of the request plays no part
 * (docs/gowa.md#t4). `before` is a reading from before the request, `now` one from after it; `pairs` knows LIDs that
 * `before` does not show.
 */
export function isDone(change: Change, before: LiveGroup, now: LiveGroup, pairs = noPairs): Done {
  if (isPhotoChange(change)) return isPhotoDone(change, now);
  // No reading of a group shows its link (apply/renew-link.ts).
  if (isLinkRenewal(change)) return 'unknown';
  if (!isPersonChange(change)) return now.settings[change.setting] === change.after ? 'yes' : 'no';
  if (!now.peopleComplete) return 'unknown';
  switch (change.action) {
    case 'add':
      return isAdded(change, before, now);
    case 'promote':
      return now.people.get(change.person.key)?.role === 'admin' ? 'yes' : orHidden(change, before, now);
    case 'demote':
    case 'remove':
      return isTaken(change, before, now, pairs);
  }
}

/**
 * The same picture as in the file, under another id than the one before: WhatsApp gives a new one
 * (docs/gowa.md#15-group-photo).
 */
function isPhotoDone({ before, after }: PhotoChange, now: LiveGroup): Done {
  const isSame = now.photo && isSamePhoto(after, now.photo);
  if (isSame === undefined || !now.photo) return 'unknown';
  const isOld = before.kind === 'picture' && now.photo.kind === 'picture' && before.id === now.photo.id;
  return isSame && !isOld ? 'yes' : 'no';
}

function isAdded(change: PersonChange, before: LiveGroup, now: LiveGroup): Done {
  return now.people.has(change.person.key) ? 'yes' : orHidden(change, before, now);
}

/** Who is listed as a member is not an admin; who is not listed may still hide among newcomers without a number. */
function orHidden({ person }: PersonChange, before: LiveGroup, now: LiveGroup): Done {
  return !now.people.has(person.key) && mayHide(person, before, now) ? 'unknown' : 'no';
}

/**
 * A demotion is proved by the plain role, or, like a removal, by nobody being there: neither the number nor the former
 * LID, nor, where no LID was known, anybody unidentified who was not there before. A list that WhatsApp gave no number
 * for proves neither.
 */
function isTaken(
  { action, person }: PersonChange,
  before: LiveGroup,
  now: LiveGroup,
  pairs: SeenPairs,
): Done {
  const lid = before.people.get(person.key)?.lid;
  const former = lid === undefined ? findSeen(now, person, pairs) : findByLid(now, lid);
  const member = now.people.get(person.key) ?? former;
  if (member) return action === 'demote' && member.role === 'member' ? 'yes' : 'no';
  if (!provesAbsence(now)) return 'unknown';
  const isLidKnown = lid !== undefined || pairs.isUnique(person.key);
  if (isLidKnown && !sharesNumber(person, now)) return 'yes';
  return mayHide(person, before, now) ? 'unknown' : 'yes';
}

/** Whoever has a LID now that this number was once seen with. */
function findSeen({ people, unidentified }: LiveGroup, { key }: Person, { peopleOf }: SeenPairs) {
  return [...people.values(), ...unidentified].find(
    ({ lid }) => lid !== undefined && peopleOf(lid).includes(key),
  );
}

/** Whoever has this LID now, under another number or none. */
function findByLid({ people, unidentified }: LiveGroup, lid: Lid) {
  return [...people.values(), ...unidentified].find((other) => other.lid === lid);
}

/** True where they may be among those without an identity: newcomers who hide their number, or two with their number. */
function mayHide(person: Person, before: LiveGroup, now: LiveGroup): boolean {
  const known = new Set([...before.unidentified, ...before.people.values()].map(({ lid }) => lid));
  const isNew = now.unidentified.some(({ lid, key }) => key === undefined && !known.has(lid));
  return isNew || sharesNumber(person, now);
}

/** True where two members have the key of this person, so that neither is identified. */
function sharesNumber({ key }: Person, now: LiveGroup): boolean {
  return now.unidentified.some((other) => other.key === key);
}
