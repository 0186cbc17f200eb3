import type { AdoptedPart, NotAdopted, NotAdoptedReason } from '../domain/adoption.ts';
import type { LiveGroup } from '../domain/group.ts';
import { provesAbsence } from '../domain/group.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { Change, FileChange, PersonChange } from '../domain/plan/change.ts';
import { isFileChange, isPersonChange, isPhotoChange } from '../domain/plan/change.ts';
import type { LeftAlone, LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { GroupPlan, KnownGroup } from '../domain/plan/plan.ts';
import { findModes } from '../planning/obstacles/obstacle-facts.ts';

/** Which parts of groups are asked for. */
export type Asked = ReadonlySet<AdoptedPart>;

/** A group as its file wants it, and as it is. */
export interface Sides {
  readonly desired: KnownGroup;
  readonly live: LiveGroup;
}

/** One difference, and what stands in the way of acting on it in the group. */
export type Difference = Pick<LeftAlone, 'other'> & {
  readonly change: FileChange;
  readonly reason?: LeftAloneReason;
};

/** What keeps a file from following its group, whatever differs. */
const doubts: Partial<Readonly<Record<LeftAloneReason, NotAdoptedReason>>> = {
  incomplete: 'incomplete',
  vanished: 'incomplete',
  'photo-hidden': 'photo-hidden',
  'photo-untold': 'photo-hidden',
  'photo-unread': 'photo-unread',
  'not-said': 'not-said',
};

/** What makes it doubtful that somebody who seems to be missing is. */
const doubtsOfMissing: Partial<Readonly<Record<LeftAloneReason, NotAdoptedReason>>> = {
  undated: 'perhaps-unseen',
  ambiguous: 'perhaps-there',
  'perhaps-hidden': 'perhaps-there',
};

/** All that differs between a file and its group, due or left alone. */
export function findDifferences({ changes, leftAlone }: GroupPlan): Difference[] {
  const kept = leftAlone.flatMap(({ change, reason, other }): Difference[] =>
    change && isFileChange(change) ? [{ change, reason, ...(other && { other }) }] : [],
  );
  return [...changes.filter(isFileChange).map((change) => ({ change })), ...kept];
}

/** True where a change is part of what was asked for; an admin who goes or comes takes both. */
export function isAsked(change: Change, { lists }: KnownGroup, asked: Asked): boolean {
  if (isPhotoChange(change)) return asked.has('photo');
  if (!isPersonChange(change)) return asked.has('settings');
  if (change.action === 'promote' || change.action === 'demote') return asked.has('admins');
  const isAdmin = change.action === 'remove' && change.before === 'admin' && lists.admins;
  return asked.has('members') || (isAdmin && asked.has('admins'));
}

/** True for a change of somebody who is not seen in the group. */
function isMissing(change: Change): change is PersonChange {
  return change.action === 'add' || (change.action === 'promote' && change.needs !== undefined);
}

function findDoubt(difference: Difference, live: LiveGroup): NotAdoptedReason | undefined {
  const { change, reason, other } = difference;
  const isAway = isMissing(change);
  if (isAway && reason === 'number-changed' && !other) return 'perhaps-there';
  if (hasOtherNumber(difference)) return 'other-number';
  if (reason === 'unconfirmed' && isPersonChange(change)) {
    // Whoever is new to the file is listed by LID; whoever stands in it may be somebody else.
    const isNew = change.why.kind === 'unlisted' && live.people.get(change.person.key)?.lid !== undefined;
    return isNew && change.action !== 'promote' ? undefined : 'perhaps-there';
  }
  const doubt = reason && (doubts[reason] ?? (isAway ? doubtsOfMissing[reason] : undefined));
  // Of a list without a number nobody knows whether it is all; nor what WhatsApp shows of a group that it has suspended.
  return doubt ?? (isAway && (!provesAbsence(live) || live.suspended) ? 'perhaps-unseen' : undefined);
}

/**
 * True for somebody with a handle who is missing under its number, and is there under another one, or seems to be: the
 * place to write that is behind the handle, where it holds for all groups, and for those whom the policy protects.
 */
function hasOtherNumber({ change, reason }: Pick<Difference, 'change' | 'reason'>): boolean {
  const isOther = reason === 'number-changed' || reason === 'perhaps-same';
  return isMissing(change) && isOther && change.person.handle !== undefined;
}

/** The members under whose numbers those stand whose handle is to be corrected: they are no strangers to be written down. */
export function findOthers(differences: readonly Difference[]): ReadonlySet<PersonKey> {
  return new Set(differences.filter(hasOtherNumber).flatMap(({ other }) => other?.key ?? []));
}

/** What keeps a file from following its group in one difference; undefined: nothing does. */
export function findKept(difference: Difference, sides: Sides): NotAdopted | undefined {
  const { change } = difference;
  const reason = findModes(change, sides.desired).includes('observe')
    ? 'observe'
    : findDoubt(difference, sides.live);
  if (reason === undefined) return undefined;
  if (reason === 'observe' || reason === 'incomplete') return { reason };
  return toNotAdopted(change, reason);
}

/** Something that differs, as what stays. */
export function toNotAdopted(change: FileChange, reason: NotAdoptedReason): NotAdopted {
  return { reason, ...(isPersonChange(change) ? { person: change.person } : { setting: change.setting }) };
}
