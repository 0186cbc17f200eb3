import { createHash, createHmac } from 'node:crypto';
import type { Change } from '../domain/plan/change.ts';
import type { MakingGroup } from '../domain/plan/creation.ts';
import type { Lane } from '../domain/plan/lane.ts';
import { isAddition } from './lanes.ts';
import type { Pending } from '../domain/past.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import { dailyParts, pauseParts } from '../domain/organisation.ts';
import type { Day, GroupId } from '../domain/group.ts';
import type { Pace } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { Plan, SealedApproval } from '../domain/plan/plan.ts';
import { letterCounts, toLetters } from '../safe/letters.ts';

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
  | {
      readonly kind: 'ids';
      readonly ids: ReadonlySet<ChangeId>;
      /** Those of them that hold only for whoever comes by themselves: to be added is more than to be let in. */
      readonly byLink: ReadonlySet<ChangeId>;
    };

/** The id of a change: equal in two runs exactly when what would happen is the same. */
export function toChangeId(change: Change | MakingGroup, key: ApprovalKey): ChangeId {
  return toIdOf(toIdentity(change), key);
}

function toIdOf(identity: string, { secret, account }: ApprovalKey): ChangeId {
  return toShortLetters(
    createHmac('sha256', secret)
      .update(`${toPersonKey(account)} ${identity}`)
      .digest(),
  );
}

/** Finds ids: each is made once, and found again by what the change is, never by the object. */
export type ToId = (change: Change | MakingGroup) => ChangeId;

/**
 * The ids of one key. `toFormer`: what stood for a group before `create` made it; what was approved for its file then is
 * approved for it now, so the ids stay what they were. Absent: no group was made.
 */
export function createIds(
  key: ApprovalKey,
  toFormer: (group: GroupId) => GroupId | undefined = () => undefined,
): ToId {
  const ids = new Map<string, ChangeId>();
  return (change) => {
    const former = toFormer(change.group);
    const identity = toIdentity(former === undefined ? change : { ...change, group: former });
    const id = ids.get(identity) ?? toIdOf(identity, key);
    ids.set(identity, id);
    return id;
  };
}

/** The ids of all changes that are due, the refused ones among them. */
export function findDueIds(plan: Plan, toId: ToId): ChangeId[] {
  const made = plan.toCreate.filter(({ obstacle }) => obstacle === undefined);
  return [
    ...plan.groups.flatMap(({ changes }) => changes.map(toId)),
    ...made.flatMap(({ making, group }) => [toId(making), ...group.changes.map(toId)]),
  ];
}

/** One word for a whole plan: equal exactly when the same changes are due. */
export function toFingerprint(ids: Iterable<ChangeId>): string {
  return toShortLetters(
    createHash('sha256')
      .update([...ids].toSorted().join('\n'))
      .digest(),
  );
}

/** How a plan file is called, by all that it approves: the memory says by it which plan approved what. 12 letters. */
export function toPlanName(ids: Iterable<ChangeId>): string {
  return toFingerprint(ids).slice(0, 12);
}

/** What a plan file approves, as far as its seal is about it. */
interface Sealable {
  readonly id: ChangeId;
  readonly on?: Day;
  readonly lane?: Lane;
}

/** How an id stands in what is sealed: with its day, and with a word for whoever comes by themselves and is not added. */
export function toSealedId({ id, on, lane = 'add' }: Sealable): string {
  return [id, ...(on === undefined ? [] : [on]), ...(lane === 'add' ? [] : ['link'])].join(' ');
}

/** By what a plan was judged, and on which day, in UTC. */
interface Judged {
  readonly pace: Pace | undefined;
  readonly madeOn: Day | undefined;
}

/** Seals what a plan approves, the pace by which it was judged, and its day. */
export function sealApproval(
  ids: Iterable<string>,
  { pace, madeOn }: Judged,
  key: ApprovalKey,
): SealedApproval {
  const sorted = [...ids].toSorted();
  const text = JSON.stringify([
    'rollcall approves',
    toPersonKey(key.account),
    pace && toValues(pace),
    sorted,
    ...(madeOn === undefined ? [] : [madeOn]),
  ]);
  const digest = createHmac('sha256', key.secret).update(text).digest();
  return { ids: sorted, ...(madeOn !== undefined && { madeOn }), seal: toShortLetters(digest) };
}

function toValues(pace: Pace): number[] {
  const pauses = pauseParts.flatMap((part) => [pace[part].min, pace[part].max]);
  return [...dailyParts.map((part) => pace[part]), ...pauses];
}

/** Tells two keys apart without telling anything of either. 16 letters. */
export function toKeyId(secret: Uint8Array): string {
  return toLetters(createHmac('sha256', secret).update('rollcall key id').digest()).slice(
    0,
    letterCounts.keyId,
  );
}

/** True where somebody said so: all of what is due, or this very change. No date says so by itself. */
export function isApproved(change: Change | MakingGroup, approval: Approval, toId: ToId): boolean {
  if (approval.kind === 'all') return true;
  const id = toId(change);
  return approval.ids.has(id) && !(approval.byLink.has(id) && isAddition(change));
}

/** What these ids approve, each with what is known of it. */
export function toApproval(ids: Iterable<readonly [ChangeId, Pick<Pending, 'lane'>]>): Approval {
  const all = [...ids];
  const byLink = all.filter(([, { lane }]) => lane === 'link').map(([id]) => id);
  return { kind: 'ids', ids: new Set(all.map(([id]) => id)), byLink: new Set(byLink) };
}

/** The first 128 bits. */
function toShortLetters(digest: Uint8Array): string {
  return toLetters(digest).slice(0, letterCounts.id);
}
