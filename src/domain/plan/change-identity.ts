import type { Change, PersonChange } from './change.ts';
import { isLinkRenewal, isPersonChange, isPhotoChange, toSubject } from './change.ts';
import type { MakingGroup } from './creation.ts';
import type { DesiredPhoto, LivePhoto } from '../picture.ts';

/**
 * What a change is, as a text: equal for two changes exactly when one approval holds for both, whatever objects they are
 * and whatever they wait for. It holds numbers of people: never printed, never stored; a change's id is made from it.
 */
export function toIdentity(change: Change | MakingGroup): string {
  // The file stands in what stands for the group; the account comes in with the key.
  if (change.action === 'create') {
    const { group, name, invited } = change;
    return JSON.stringify([group, 'create', name, ...(invited === undefined ? [] : ['with', invited])]);
  }
  if (isPhotoChange(change))
    return toText(change, toSubject(change), toFileIdentity(change.after), toLiveIdentity(change.before));
  // A link is a secret, and is nothing before it is made: to renew it is the same thing every time.
  if (isLinkRenewal(change)) return toText(change, toSubject(change));
  if (!isPersonChange(change)) return toText(change, toSubject(change), change.after, change.before);
  return change.action === 'add'
    ? toBelonging(change)
    : toText(change, toSubject(change), ...toParts(change));
}

function toText({ group }: Change, ...parts: readonly unknown[]): string {
  return JSON.stringify([group, ...parts]);
}

/**
 * Whoever is missing belongs here, however they come to be there: added, let in, or by a link. Putting back somebody who
 * left is more than that, and another thing for each `readd`; and so is what a date brings, for each of its days.
 */
function toBelonging(change: PersonChange): string {
  const { person, why } = change;
  const again = why.kind === 'readd' ? ['readd', why.readd] : [];
  return toText(change, `belongs ${person.key}`, ...toBeginning(change), ...again);
}

/**
 * Of a removal also what it starts from: the role goes with it. What a date brings is another thing than what the file
 * just does not list, and another day is another thing.
 */
function toParts(change: PersonChange): unknown[] {
  const { action, before, why } = change;
  if (action === 'promote') return toBeginning(change);
  const start = action === 'remove' ? [before] : [];
  return why.kind === 'ended' ? [...start, 'until', why.until] : start;
}

/** The first day of what a date brings; nothing of what the file wants at any time. */
function toBeginning({ why }: PersonChange): string[] {
  return (why.kind === 'begun' || why.kind === 'readd') && why.from !== undefined ? ['from', why.from] : [];
}

/** The file's very bytes, not how far they are from what is there. */
function toFileIdentity(photo: DesiredPhoto): string {
  return photo.kind === 'none' ? 'none' : `sha256 ${photo.picture?.sha256}`;
}

function toLiveIdentity(photo: LivePhoto): string {
  return photo.kind === 'picture' ? `id ${photo.id}` : photo.kind;
}
