import type { Change, PersonChange } from '../domain/change.ts';
import { isPersonChange } from '../domain/change.ts';
import type { LiveGroup, Unidentified } from '../domain/group.ts';

/** `unknown`: the readings cannot prove it either way. */
export type Done = 'yes' | 'no' | 'unknown';

/**
 * Whether a change has happened, by its postcondition alone: what GOWA said of the request plays no part (contract T4).
 * `before` is a reading from before the request, `now` one from after it.
 */
export function isDone(change: Change, before: LiveGroup, now: LiveGroup): Done {
  if (!isPersonChange(change)) return now.settings[change.setting] === change.after ? 'yes' : 'no';
  if (!now.peopleComplete) return 'unknown';
  switch (change.action) {
    case 'add':
      return isAdded(change, before, now);
    case 'promote':
      return now.people.get(change.person.key)?.role === 'admin' ? 'yes' : orHidden(change, before, now);
    case 'demote':
    case 'remove':
      return isTaken(change, before, now);
  }
}

function isAdded(change: PersonChange, before: LiveGroup, now: LiveGroup): Done {
  return now.people.has(change.person.key) ? 'yes' : orHidden(change, before, now);
}

/** Who is listed as a member is not an admin; who is not listed may still hide among newcomers without a number. */
function orHidden({ person }: PersonChange, before: LiveGroup, now: LiveGroup): Done {
  return !now.people.has(person.key) && findNewcomers(before, now).length > 0 ? 'unknown' : 'no';
}

/**
 * A demotion is proved by the plain role, or, like a removal, by nobody being there: neither the number nor the former
 * LID, nor, where no LID was known, anybody unidentified who was not there before.
 */
function isTaken({ action, person }: PersonChange, before: LiveGroup, now: LiveGroup): Done {
  const member = now.people.get(person.key);
  if (member) return action === 'demote' && member.role === 'member' ? 'yes' : 'no';
  const lid = before.people.get(person.key)?.lid;
  if (lid === undefined) return findNewcomers(before, now).length > 0 ? 'unknown' : 'yes';
  const hidden = now.unidentified.find((other) => other.lid === lid);
  if (!hidden) return 'yes';
  return action === 'demote' && hidden.role === 'member' ? 'yes' : 'no';
}

/** Members without a known number whom the earlier reading did not have, under any name. */
function findNewcomers(before: LiveGroup, now: LiveGroup): Unidentified[] {
  const known = new Set([...before.unidentified, ...before.people.values()].map(({ lid }) => lid));
  return now.unidentified.filter(({ lid }) => lid === undefined || !known.has(lid));
}
