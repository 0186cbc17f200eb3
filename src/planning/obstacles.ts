import type { Change, PersonChange } from '../domain/change.ts';
import { isLoss, isPersonChange, isPhotoChange } from '../domain/change.ts';
import { toDay } from '../domain/day.ts';
import type { Day, LiveGroup } from '../domain/group.ts';
import { costOfLid } from '../domain/facts.ts';
import type { Pace } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { toHandleKey, toTriedKey } from '../domain/past.ts';
import type { Rest } from '../domain/patience.ts';
import { keptFor } from '../domain/patience.ts';
import type { Person, PersonKey, PhoneNumber } from '../domain/person.ts';
import type { AskedState, KnownGroup, LeftAlone, LeftAloneReason } from '../domain/plan.ts';
import { findBudget } from './budget.ts';
import type { KnownLids, Member, Recognised } from './identity.ts';
import { hasLid, isProvablyMissing, recognise } from './identity.ts';
import type { LookAlikes } from './look-alike.ts';
import { createLookAlikes } from './look-alike.ts';
import { settingChecks } from './setting-obstacles.ts';
import { wantedRole } from './desired-role.ts';

/** The facts that may stand in a change's way. */
export interface Facts {
  readonly desired: KnownGroup;
  readonly live: LiveGroup;
  readonly protected: ReadonlySet<string>;
  readonly protectedLids: ReadonlySet<string>;
  /** The handles of those whom the policy protects. */
  readonly protectedHandles: readonly string[];
  readonly lids: KnownLids;
  /** Everybody whom the files know, the accounts among them. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  readonly accounts: ReadonlySet<PersonKey>;
  readonly past: Past;
  readonly pace?: Pace;
  /** Numbers that this run has found not to be on WhatsApp. */
  readonly refused?: ReadonlySet<PhoneNumber> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timezone?: string;
}

/** The facts, with the two indexes over them that several checks ask. */
interface Case extends Facts {
  /** Who the members were before, by their LIDs. */
  readonly recognised: Recognised;
  /** Who may in truth be somebody else of this plan, by their numbers. */
  readonly alikes: LookAlikes;
}

interface Settled {
  readonly changes: readonly Change[];
  readonly leftAlone: readonly LeftAlone[];
}

type Check = (change: Change, facts: Case) => boolean | Pick<LeftAlone, 'since' | 'other' | 'asked'>;

/**
 * What may stand in a change's way, the first that holds is told: first what makes it doubtful that there is any
 * difference, then what the files themselves ask for, then what makes the whole group untouchable, then what concerns
 * this change alone.
 */
const checks: readonly (readonly [reason: LeftAloneReason, holds: Check])[] = [
  ['vanished', (change, { live }) => isPersonChange(change) && live.vanished === true],
  ['incomplete', (change, { live }) => isPersonChange(change) && !live.peopleComplete],
  ['undated', (change, { live }) => isAdd(change) && live.undated === true],
  [
    'ambiguous',
    (change, { live }) => isAdd(change) && live.unidentified.some(({ key }) => key === change.person.key),
  ],
  ['number-changed', (change, facts) => isPersonChange(change) && findOtherNumber(change, facts)],
  [
    'perhaps-hidden',
    (change, facts) =>
      isAdd(change) &&
      !isProvablyMissing(facts.live, change.person.key, { ...facts, pairs: facts.past.pairs }) && {
        asked: findAsked(change.person.key, facts),
      },
  ],
  ['photo-untold', (change, { live }) => isHiddenPhoto(change) && live.kind === 'community'],
  ['photo-hidden', isHiddenPhoto],
  ['photo-unread', (change) => isPhotoChange(change) && change.before.kind === 'unread'],
  ['observe', (change, { desired }) => findModes(change, desired).includes('observe')],
  ['additive', (change, { desired }) => isLoss(change) && findModes(change, desired).includes('additive')],
  ['suspended', (_, { live }) => live.suspended],
  ['not-admin', (_, { live }) => live.self !== 'admin'],
  ['community', (change, { live }) => isPersonChange(change) && live.kind !== 'group'],
  ...settingChecks,
  ['perhaps-listed', (change, facts) => isLoss(change) && mayBeListed(change, facts)],
  ['perhaps-same', (change, facts) => isPersonChange(change) && toOther(facts.alikes.findSame(change))],
  ['perhaps-typo', (change, facts) => isLoss(change) && toOther(facts.alikes.findMeant(change))],
  ['owner', (change, { live }) => isLoss(change) && live.people.get(change.person.key)?.isOwner === true],
  ['protected', (change, facts) => isLoss(change) && isProtected(change, facts)],
  ['protected-number', (change, facts) => isLoss(change) && wasProtected(change, facts)],
  [
    'admin',
    (change, { desired }) => change.action === 'remove' && change.before === 'admin' && !desired.lists.admins,
  ],
  [
    'by-invite',
    (change, { desired }) => isAdd(change) && desired.people.get(change.person.key)?.byInvite === true,
  ],
  [
    'not-on-whatsapp',
    (change, facts) =>
      isPersonChange(change) && isResting(facts.past.unregistered.get(change.person.phone), facts),
  ],
  [
    'declined',
    (change, facts) =>
      isAdd(change) && recently(facts.past.declined.get(change.group)?.get(change.person.key), facts),
  ],
  ['refused', (change, facts) => isPersonChange(change) && findRest(change, facts, true)],
  ['tried', (change, facts) => isAdd(change) && findRest(change, facts, false)],
  ['left', (change, facts) => isAdd(change) && findLeaving(change, facts)],
  ['no-memory', (change, { past }) => isPersonChange(change) && past.memory === 'unusable'],
  ['other-account', (change, facts) => change.action === 'promote' && hasOtherAccount(change, facts)],
  ['unconfirmed', (change, facts) => isPersonChange(change) && isRemembered(change, facts)],
];

/** Parts the differences into those that are due and those that are left alone, each with its reason. */
export function settle(differences: readonly Change[], input: Facts): Settled {
  const facts = toCase(input);
  const changes: Change[] = [];
  const leftAlone: LeftAlone[] = [];
  for (const difference of differences) {
    const change = withNewNumber(withReadd(difference, facts), differences, facts);
    const objection = findObjection(change, facts) ?? findLostNeed(change, leftAlone);
    if (objection) leftAlone.push({ ...objection, change });
    else changes.push(change);
  }
  const isSaid = leftAlone.some(({ reason }) => reason === 'incomplete' || reason === 'vanished');
  return {
    changes,
    leftAlone: [...leftAlone, ...findUnidentified(facts), ...(isSaid ? [] : findIncomplete(facts))],
  };
}

function toCase(facts: Facts): Case {
  const recognised = recognise(facts.live, { lids: facts.lids, pairs: facts.past.pairs });
  const today = toDay(facts.now, facts.timezone);
  return { ...facts, recognised, alikes: createLookAlikes({ ...facts, today }) };
}

function findObjection(change: Change, facts: Case): Omit<LeftAlone, 'change'> | undefined {
  for (const [reason, holds] of checks) {
    const answer = holds(change, facts);
    if (answer) return typeof answer === 'object' ? { reason, ...answer } : { reason };
  }
  return undefined;
}

/** Whoever has another number now, behind the same handle, keeps the old one in the group until the new one is there. */
function withNewNumber(change: Change, differences: readonly Change[], { past }: Facts): Change {
  if (!isLoss(change)) return change;
  const add = differences.filter(isAdd).find(({ person: { handle } }) => {
    return handle !== undefined && past.handles.has(toHandleKey(handle, change.person.key));
  });
  if (!add) return change;
  return { ...change, needs: [...(change.needs ?? []), { action: 'add', person: add.person.key }] };
}

/** Who is not added cannot be promoted either, nor lose their old number, for the same reason. Adds come before promotions in a diff. */
function findLostNeed(
  change: Change,
  leftAlone: readonly LeftAlone[],
): Omit<LeftAlone, 'change'> | undefined {
  if (!isPersonChange(change) || !change.needs) return undefined;
  const added = change.needs.filter(({ action }) => action === 'add').map(({ person }) => person);
  const lost = leftAlone.find(
    ({ change: other }) => other?.action === 'add' && added.includes(other.person.key),
  );
  if (!lost) return undefined;
  const { change: _, ...why } = lost;
  return why;
}

/** Members whom nobody can tell apart, where the file wants the list to be exact and does not know their LID. */
function findUnidentified({ desired, live }: Facts): LeftAlone[] {
  const membersExact = desired.lists.members && desired.manage.members === 'exact';
  const adminsExact = desired.lists.admins && desired.manage.admins === 'exact';
  return live.unidentified
    .filter(({ role }) => membersExact || (adminsExact && role === 'admin'))
    .filter(({ lid }) => lid === undefined || !desired.knownLids.has(lid))
    .map(({ lid, key }): LeftAlone => ({
      reason: key === undefined ? 'unidentified' : 'ambiguous',
      ...(lid !== undefined && { lid }),
    }))
    .toSorted((a, b) => ((a.lid ?? '') < (b.lid ?? '') ? -1 : 1));
}

/** Half a list shows half the drift: that is said even where it shows none. */
function findIncomplete({ desired: { lists }, live }: Facts): LeftAlone[] {
  if (live.peopleComplete || !(lists.members || lists.admins)) return [];
  return [{ reason: live.vanished ? 'vanished' : 'incomplete' }];
}

/** The modes that have a say in a change: both, where taking away an admin takes membership and role. */
function findModes(change: Change, { lists, manage }: KnownGroup) {
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

function isProtected({ person }: PersonChange, { live, ...policy }: Facts): boolean {
  const lid = live.people.get(person.key)?.lid;
  return policy.protected.has(person.key) || (lid !== undefined && policy.protectedLids.has(lid));
}

/** Whoever writes another number behind a protected handle does not take the one out that it had. */
function wasProtected({ person }: PersonChange, { protectedHandles, past }: Facts): boolean {
  return protectedHandles.some((handle) => past.handles.has(toHandleKey(handle, person.key)));
}

function isHiddenPhoto(change: Change): boolean {
  return isPhotoChange(change) && change.before.kind === 'hidden';
}

function isAdd(change: Change): change is PersonChange {
  return change.action === 'add';
}

function recently(time: number | undefined, { now, timezone }: Facts): false | { since: Day } {
  if (time === undefined || now - time > keptFor.declined) return false;
  return { since: toDay(time, timezone) };
}

/**
 * Whoever has changed their number is still the same account. Who is missing under the number of the files stands here
 * under another one; who is to lose something was seen under one of those numbers that are kept here. Nobody hides behind
 * the pair alone: who is hidden has changed their number only where a look-up does not find them under it any more.
 */
function findOtherNumber(change: PersonChange, facts: Case): boolean | Pick<LeftAlone, 'other'> {
  const { live, recognised, people, lids } = facts;
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
function findAsked(person: PersonKey, { lids, past, pace, now }: Facts): AskedState {
  const answer = lids.get(person)?.kind;
  if (answer !== undefined) return answer === 'none' ? 'not-found' : 'unclear';
  return pace && findBudget(past, pace, now).lookups < costOfLid ? 'spent' : 'not-yet';
}

function toOther(other: Person | undefined): false | Pick<LeftAlone, 'other'> {
  return other !== undefined && { other };
}

function toPerson({ key, phone }: Person): Person {
  return { key, phone };
}

/** True where a look-up says that the LID is theirs: then another one says so too, or they would have been identified. */
function isClaimed({ lid }: Member, person: PersonKey, { lids }: Facts): boolean {
  const answer = lids.get(person);
  return answer?.kind === 'lid' && answer.lid === lid;
}

/** True for whomever this group keeps: who is wanted here, the accounts, and the protected. */
function isKept(key: PersonKey, { desired, accounts, now, timezone, ...policy }: Facts): boolean {
  const listed = desired.people.get(key);
  const isWanted = listed !== undefined && wantedRole(listed, toDay(now, timezone)) !== 'none';
  return isWanted || accounts.has(key) || policy.protected.has(key);
}

/**
 * True where a member who is to lose something may be whoever the file lists by a `lid:` that nobody in the group is seen
 * to have, while this member shows none (a group by numbers, docs/gowa.md#t6).
 */
function mayBeListed({ person }: PersonChange, { desired, live }: Facts): boolean {
  const lid = live.people.get(person.key)?.lid;
  return lid === undefined && [...desired.knownLids].some((known) => !hasLid(live, known));
}

/** True where the number that is to be an admin's was another account's when it was seen before. */
function hasOtherAccount({ person }: PersonChange, { live, past }: Facts): boolean {
  const lid = live.people.get(person.key)?.lid;
  return lid !== undefined && past.pairs.hasOther(person.key, lid);
}

/** A role or a membership rests on no memory of another day: whoever hides is asked about first. */
function isRemembered({ person }: PersonChange, { live }: Facts): boolean {
  return live.people.get(person.key)?.isRemembered === true;
}

/** Who was added in vain, or refused alone, is let alone for a while, longer each time. */
function findRest(change: PersonChange, facts: Facts, isRefused: boolean): false | { since: Day } {
  const tried = facts.past.tried.get(change.group)?.get(toTriedKey(change));
  return tried?.isRefused === isRefused && isResting(tried, facts);
}

function isResting(rest: Rest | undefined, { now, timezone }: Facts): false | { since: Day } {
  return rest !== undefined && now < rest.until && { since: toDay(rest.at, timezone) };
}

/** Who was in the group when it was last verified and is gone now has left: only `readd` puts them back. */
function findLeaving(change: PersonChange, { past, timezone }: Facts): false | { since: Day } {
  const seen = past.verified.get(change.group)?.get(change.person.key);
  if (seen === undefined || change.why.kind === 'readd') return false;
  return { since: toDay(seen, timezone) };
}

/** An add of somebody who left, whom the file asks to put back, says so: once for each person, group and day. */
function withReadd(change: Change, { desired, past, now, timezone }: Facts): Change {
  if (!isAdd(change) || !past.verified.get(change.group)?.has(change.person.key)) return change;
  const person = desired.people.get(change.person.key);
  const readd = person?.readd;
  if (!readd || readd < toDay(now, timezone) || past.readded.has(toReaddKey(change, readd))) return change;
  return { ...change, why: { kind: 'readd', readd, via: person.via } };
}

/** The identity of one putting back, for the memory. */
export function toReaddKey({ group, person }: PersonChange, readd: Day): string {
  return `${group} ${person.key} ${readd}`;
}
