import type { Change, PersonChange } from '../../domain/plan/change.ts';
import { isPhotoChange } from '../../domain/plan/change.ts';
import { toDay } from '../../domain/day.ts';
import type { Day, LiveGroup } from '../../domain/group.ts';
import { once } from '../../domain/lazy/once.ts';
import { costOfLid } from '../../domain/whatsapp-facts.ts';
import type { Pace } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import { toHandleKey, toTriedKey } from '../../domain/past.ts';
import type { Rest } from '../../domain/patience.ts';
import { keptFor } from '../../domain/patience.ts';
import { isKnock } from '../lanes.ts';
import { findRequest } from '../../domain/people/join-request.ts';
import type { Person, PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import type { SettingName } from '../../domain/settings.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import type { AskedState, LeftAlone } from '../../domain/plan/left-alone.ts';
import { findBudget } from '../pace/pace-budget.ts';
import type { Knowledge } from '../identity/knowledge.ts';
import type { Member, Recognised } from '../identity/recognise.ts';
import { hasLid, recognise } from '../identity/recognise.ts';
import type { LookAlikes } from './look-alike.ts';
import { createLookAlikes } from './look-alike.ts';
import { wantedEver } from '../desired-role.ts';

/** The facts that may stand in a change's way. */
export interface Facts {
  readonly desired: KnownGroup;
  readonly live: LiveGroup;
  readonly protected: ReadonlySet<string>;
  readonly protectedLids: ReadonlySet<string>;
  /** The handles of those whom the policy protects. */
  readonly protectedHandles: readonly string[];
  /** Who is who, and everybody whom the files know. */
  readonly knowledge: Knowledge;
  readonly accounts: ReadonlySet<PersonKey>;
  /** Where numbers are secret, everybody whom the files name; absent: numbers may be compared. */
  readonly secretOf?: ReadonlyMap<PersonKey, Person>;
  /** What the server can set beyond what GOWA can; absent: nothing. */
  readonly settable?: ReadonlySet<SettingName> | undefined;
  readonly past: Past;
  readonly pace?: Pace;
  /** Numbers that this run has found not to be on WhatsApp. */
  readonly refused?: ReadonlySet<PhoneNumber> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timezone?: string | undefined;
}

/** The facts, with what is found of them once and asked for each change. */
export interface Case extends Facts {
  /** Who the members were before, by their LIDs. */
  readonly recognised: Recognised;
  /** Who may in truth be somebody else of this plan, by their numbers. */
  readonly alikes: LookAlikes;
  /** True where the file lists somebody by a `lid:` that nobody in the group is seen to have. */
  readonly hasUnseen: () => boolean;
}

/** The facts with their indexes. */
export function toCase(facts: Facts): Case {
  const recognised = recognise(facts.live, facts.knowledge);
  const today = toDay(facts.now, facts.timezone);
  const hasUnseen = once(() => [...facts.desired.knownLids].some((lid) => !hasLid(facts.live, lid)));
  return { ...facts, recognised, alikes: createLookAlikes({ ...facts, today }), hasUnseen };
}

/** The modes that have a say in a change: both, where taking away an admin takes membership and role. */
export function findModes(change: Change, { lists, manage }: KnownGroup) {
  switch (change.action) {
    case 'set':
      return [manage.settings];
    case 'add':
      return [lists.members ? manage.members : manage.admins];
    case 'promote':
    case 'demote':
      return [manage.admins];
    case 'remove':
      return change.before === 'admin' && lists.admins ? [manage.members, manage.admins] : [manage.members];
  }
}

/** The policy protects them, by number or by LID. */
export function isProtected({ person }: PersonChange, { live, ...policy }: Facts): boolean {
  const lid = live.people.get(person.key)?.lid;
  return policy.protected.has(person.key) || (lid !== undefined && policy.protectedLids.has(lid));
}

/** Whoever writes another number behind a protected handle does not take the one out that it had. */
export function wasProtected({ person }: PersonChange, { protectedHandles, past }: Facts): boolean {
  return protectedHandles.some((handle) => past.handles.has(toHandleKey(handle, person.key)));
}

/** WhatsApp does not show the group's photo to the account. */
export function isHiddenPhoto(change: Change): boolean {
  return isPhotoChange(change) && change.before.kind === 'hidden';
}

/** Somebody is to join. */
export function isAdd(change: Change): change is PersonChange {
  return change.action === 'add';
}

/** The day of a wish of theirs that is still heeded; false where there is none, or it is too long ago. */
export function recently(time: number | undefined, { now, timezone }: Facts): false | { since: Day } {
  if (time === undefined || now - time > keptFor.declined) return false;
  return { since: toDay(time, timezone) };
}

/**
 * Whoever has changed their number is still the same account. Who is missing under the number of the files stands here
 * under another one; who is to lose something was seen under one of those numbers that are kept here. Nobody hides behind
 * the pair alone: who is hidden has changed their number only where a look-up does not find them under it any more.
 */
export function findOtherNumber(change: PersonChange, facts: Case): boolean | Pick<LeftAlone, 'other'> {
  const {
    live,
    recognised,
    knowledge: { people, lids },
  } = facts;
  if (change.action === 'add') {
    const standing = recognised.findStanding(change.person.key);
    if (!standing) return false;
    if ('phone' in standing) return { other: { ...people.get(standing.key), ...toPerson(standing) } };
    const answer = lids.get(change.person.key)?.kind;
    return (answer === 'lid' || answer === 'none') && !isClaimed(standing, change.person.key, facts);
  }
  const member = change.action === 'promote' ? undefined : live.people.get(change.person.key);
  const former = member && recognised.findFormer(member).find((key) => isKept(key, facts));
  const other = former === undefined ? undefined : people.get(former);
  return former !== undefined && (other ? { other } : true);
}

/** Why nobody can say yet whether they are the one who hides. */
export function findAsked(person: PersonKey, facts: Facts): AskedState {
  const answer = facts.knowledge.lids.get(person)?.kind;
  if (answer === undefined) return whyNotAsked(facts);
  return answer === 'none' ? 'not-found' : 'unclear';
}

/** Why nobody was asked in this run. */
export function whyNotAsked({ past, pace, now }: Facts): AskedState {
  return pace && findBudget(past, pace, now).lookups < costOfLid ? 'spent' : 'not-yet';
}

/** Who the person may be in truth, for the reason's text. */
export function toOther(other: Person | undefined): false | Pick<LeftAlone, 'other'> {
  return other !== undefined && { other };
}

function toPerson({ key, phone }: Person): Person {
  return { key, phone };
}

/** True where a look-up says that the LID is theirs: then another one says so too, or they would have been identified. */
function isClaimed({ lid }: Member, person: PersonKey, { knowledge }: Facts): boolean {
  const answer = knowledge.lids.get(person);
  return answer?.kind === 'lid' && answer.lid === lid;
}

/** True for whomever this group keeps: who is wanted here, the accounts, and the protected. */
function isKept(key: PersonKey, { desired, accounts, now, timezone, ...policy }: Facts): boolean {
  const listed = desired.people.get(key);
  const isWanted = listed !== undefined && wantedEver(listed, toDay(now, timezone)) !== 'none';
  return isWanted || accounts.has(key) || policy.protected.has(key);
}

/**
 * True where a member who is to lose something may be whoever the file lists by a `lid:` that nobody in the group is seen
 * to have, while this member shows none (a group by numbers, docs/gowa.md#t6).
 */
export function mayBeListed({ person }: PersonChange, { live, hasUnseen }: Case): boolean {
  return live.people.get(person.key)?.lid === undefined && hasUnseen();
}

/** True where the number that is to be an admin's was another account's when it was seen before. */
export function hasOtherAccount({ person }: PersonChange, { live, past }: Facts): boolean {
  const lid = live.people.get(person.key)?.lid;
  return lid !== undefined && past.pairs.hasOther(person.key, lid);
}

/** A role or a membership rests on no memory of another day: whoever hides is asked about first. */
export function isRemembered({ person }: PersonChange, { live }: Facts): boolean {
  return live.people.get(person.key)?.isRemembered === true;
}

/** Who was added in vain, or refused alone, is let alone for a while, longer each time. */
export function findRest(change: PersonChange, facts: Facts, isRefused: boolean): false | { since: Day } {
  const tried = isKnock(change) ? undefined : facts.past.tried.get(change.group)?.get(toTriedKey(change));
  return tried?.isRefused === isRefused && isResting(tried, facts);
}

/** Who could not be let in is let alone as well, and not added the next moment: until they ask anew. */
export function findKnockRest(change: PersonChange, facts: Facts): false | { since: Day } {
  const tried = facts.past.tried.get(change.group)?.get(toTriedKey({ ...change, lane: 'knock' }));
  const asked = isKnock(change) ? findRequest(facts.live, change.person.key)?.at : undefined;
  // A request of a time to come is as good as one of no time: else it would be a new one in every run.
  const isNew = asked !== undefined && tried !== undefined && asked > tried.at && asked <= facts.now;
  if (tried === undefined || isNew) return false;
  return isResting(tried, facts);
}

/** Since when it is not tried; false where it may be tried. */
export function isResting(rest: Rest | undefined, { now, timezone }: Facts): false | { since: Day } {
  return rest !== undefined && now < rest.until && { since: toDay(rest.at, timezone) };
}

/** Who was in the group when it was last verified and is gone now has left: only `readd` puts them back. */
export function findLeaving(change: PersonChange, { past, timezone }: Facts): false | { since: Day } {
  const seen = past.verified.get(change.group)?.get(change.person.key);
  if (seen === undefined || change.why.kind === 'readd') return false;
  return { since: toDay(seen, timezone) };
}
