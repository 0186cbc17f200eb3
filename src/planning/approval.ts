import { createHash, createHmac } from 'node:crypto';
import type { Change } from '../domain/change.ts';
import { isPersonChange, isPhotoChange, toSubject } from '../domain/change.ts';
import { toDay } from '../domain/day.ts';
import type { PhoneNumber } from '../domain/person.ts';
import { toPersonKey } from '../domain/person.ts';
import type { DesiredPhoto, LivePhoto } from '../domain/picture.ts';
import type { Plan } from '../domain/plan.ts';
import { toLetters } from '../safe/letters.ts';
import type { PlanInput } from './plan.ts';

/** The identity of a change: 32 letters from a to p, which no masking of digits can touch. */
export type ChangeId = string;

/** What ids are made with: a secret, since an id over a phone number alone could be guessed back to the number. */
export interface ApprovalKey {
  readonly secret: Uint8Array;
  /** The account that acts: an approval for one is none for another. */
  readonly account: PhoneNumber;
}

/** What somebody approved: everything that is due, or the changes with these ids. */
export type Approval =
  | { readonly kind: 'all' }
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<ChangeId> };

/** The id of a change: equal in two runs exactly when what would happen is the same. */
export function toChangeId(change: Change, { secret, account }: ApprovalKey): ChangeId {
  return toShortLetters(
    createHmac('sha256', secret)
      .update(`${toPersonKey(account)} ${toIdentity(change)}`)
      .digest(),
  );
}

/** What an id stands for, in the open: never printed, never stored. */
export function toIdentity(change: Change): string {
  return JSON.stringify([change.group, toSubject(change), ...toEffect(change)]);
}

/** What it ends in; for what cannot be undone by doing it again, also what it starts from. */
function toEffect(change: Change): unknown[] {
  if (isPhotoChange(change)) return [toFileIdentity(change.after), toLiveIdentity(change.before)];
  if (!isPersonChange(change)) return [change.after, change.before];
  return change.action === 'remove' ? [change.before] : [];
}

/** The file's very bytes, not how far they are from what is there. */
function toFileIdentity(photo: DesiredPhoto): string {
  return photo.kind === 'none' ? 'none' : `sha256 ${photo.picture?.sha256}`;
}

function toLiveIdentity(photo: LivePhoto): string {
  return photo.kind === 'picture' ? `id ${photo.id}` : photo.kind;
}

/** The ids of all changes of a plan, the refused ones among them. */
export function toChangeIds(plan: Plan, key: ApprovalKey): ReadonlyMap<Change, ChangeId> {
  return new Map(
    plan.groups.flatMap(({ changes }) => changes.map((change) => [change, toChangeId(change, key)])),
  );
}

/** One word for a whole plan: equal exactly when the same changes are due. */
export function toFingerprint(ids: Iterable<ChangeId>): string {
  return toShortLetters(
    createHash('sha256')
      .update([...ids].toSorted().join('\n'))
      .digest(),
  );
}

/** Tells two keys apart without telling anything of either. 16 letters. */
export function toKeyId(secret: Uint8Array): string {
  return toLetters(createHmac('sha256', secret).update('rollcall key id').digest()).slice(0, 16);
}

/** What tells whether a change needs somebody's word. */
export interface ApprovalContext {
  readonly key: ApprovalKey;
  readonly input: Pick<PlanInput, 'organisation' | 'past'>;
}

/** True where the change needs no further word: approved by id or with all, or asked for by a reviewed date alone. */
export function isApproved(change: Change, approval: Approval, { key, input }: ApprovalContext): boolean {
  if (approval.kind === 'all' || isDateAlone(change, input)) return true;
  return approval.ids.has(toChangeId(change, key));
}

/**
 * A removal or demotion whose only cause is a passed `until`: the date was reviewed with the entry. That takes a memory
 * of the person as listed and present on or before that day: a date that had passed when it was written is no date that
 * was waited for, and whoever comes back after the removal is not taken out a second time (it is spent).
 */
export function isDateAlone(change: Change, { organisation, past }: ApprovalContext['input']): boolean {
  if (!isPersonChange(change) || change.why.kind !== 'ended') return false;
  const seen = past.verified.get(change.group)?.get(change.person.key);
  return seen !== undefined && toDay(seen, organisation.policy.timezone) <= change.why.until;
}

/** The first 128 bits. */
function toShortLetters(digest: Uint8Array): string {
  return toLetters(digest.subarray(0, 16));
}
