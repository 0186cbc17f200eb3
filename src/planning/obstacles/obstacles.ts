import type { Change, PersonChange } from '../../domain/plan/change.ts';
import { isLoss, isPersonChange, isPhotoChange, isSettingChange } from '../../domain/plan/change.ts';
import { toDay } from '../../domain/day.ts';
import type { Day } from '../../domain/group.ts';
import { toHandleKey } from '../../domain/past.ts';
import type { LeftAlone, LeftAloneReason } from '../../domain/plan/left-alone.ts';
import { isInviteReason } from '../../domain/plan/to-invite.ts';
import { findDueDay } from '../due-day.ts';
import { whyReadd } from '../why.ts';
import { isProvablyMissing } from '../identity/who-is-missing.ts';
import { isRequestShared } from '../../domain/people/join-request.ts';
import { isKnock, withLane } from '../lanes.ts';
import { asksByOtherAccount, asksByOwnLid, findAsking, findRenumbered, isKnockRemembered } from './asking.ts';
import type { Case, Facts } from './obstacle-facts.ts';
import {
  findAsked,
  findKnockRest,
  findLeaving,
  findModes,
  findOtherNumber,
  findRest,
  hasOtherAccount,
  isAdd,
  isHiddenPhoto,
  isProtected,
  isRemembered,
  isResting,
  mayBeListed,
  recently,
  toCase,
  toOther,
  wasProtected,
  whyNotAsked,
} from './obstacle-facts.ts';
import { settingChecks } from './setting-obstacles.ts';

/**
 * True for somebody who is to be added. Whoever asks to come does so by their own wish: that they declined, left or were
 * added in vain before stands in nobody's way, nor that they are to come by invitation alone.
 */
function isAdded(change: Change): change is PersonChange {
  return isAdd(change) && !isKnock(change);
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
    (change, { live }) =>
      isAdd(change) &&
      (live.unidentified.some(({ key }) => key === change.person.key) ||
        isRequestShared(live, change.person.key)),
  ],
  ['number-changed', (change, facts) => isPersonChange(change) && findOtherNumber(change, facts)],
  [
    'asks-renumbered',
    (change, facts) => isAdd(change) && toOther(findRenumbered(change.person.key, facts)?.person),
  ],
  [
    'perhaps-hidden',
    (change, facts) =>
      isAdd(change) &&
      !asksByOwnLid(change, facts) &&
      !isProvablyMissing(facts.live, change.person.key, facts) && {
        asked: findAsked(change.person.key, facts),
      },
  ],
  ['photo-untold', (change, { live }) => isHiddenPhoto(change) && live.kind === 'community'],
  ['photo-hidden', isHiddenPhoto],
  ['photo-unread', (change) => isPhotoChange(change) && change.before.kind === 'unread'],
  ['not-said', (change) => isSettingChange(change) && change.before === 'unknown'],
  ['observe', (change, { desired }) => findModes(change, desired).includes('observe')],
  ['additive', (change, { desired }) => isLoss(change) && findModes(change, desired).includes('additive')],
  ['early', ({ why }) => why.kind === 'early'],
  ['suspended', (_, { live }) => live.suspended],
  ['not-admin', (_, { live }) => live.self !== 'admin'],
  ['community', (change, { live }) => isPersonChange(change) && live.kind !== 'group'],
  ...settingChecks,
  ['perhaps-listed', (change, facts) => isLoss(change) && mayBeListed(change, facts)],
  ['perhaps-same', (change, facts) => isPersonChange(change) && toOther(facts.alikes.findSame(change))],
  ['perhaps-typo', (change, facts) => isLoss(change) && toOther(facts.alikes.findMeant(change))],
  ['perhaps-meant', (change, facts) => isLoss(change) && toOther(facts.alikes.findInVain(change))],
  ['owner', (change, { live }) => isLoss(change) && live.people.get(change.person.key)?.isOwner === true],
  ['protected', (change, facts) => isLoss(change) && isProtected(change, facts)],
  ['protected-number', (change, facts) => isLoss(change) && wasProtected(change, facts)],
  [
    'admin',
    (change, { desired }) => change.action === 'remove' && change.before === 'admin' && !desired.lists.admins,
  ],
  [
    'not-on-whatsapp',
    (change, facts) =>
      isPersonChange(change) &&
      !isKnock(change) &&
      isResting(facts.past.unregistered.get(change.person.phone), facts),
  ],
  ['left', (change, facts) => isAdded(change) && findLeaving(change, facts)],
  // Who is not added, and may come by the link (domain/plan/to-invite.ts); whoever asks to come is let in.
  [
    'by-invite',
    (change, { desired }) => isAdded(change) && desired.people.get(change.person.key)?.byInvite === true,
  ],
  [
    'declined',
    (change, facts) =>
      isAdded(change) && recently(facts.past.declined.get(change.group)?.get(change.person.key), facts),
  ],
  ['new-members', (change, { desired }) => isAdded(change) && desired.newMembers === 'invite'],
  ['refused', (change, facts) => isPersonChange(change) && findRest(change, facts, true)],
  ['tried', (change, facts) => isAdd(change) && findRest(change, facts, false)],
  ['not-let-in', (change, facts) => isAdd(change) && findKnockRest(change, facts)],
  ['no-memory', (change, { past }) => isPersonChange(change) && past.memory === 'unusable'],
  [
    'other-account',
    (change, facts) =>
      (change.action === 'promote' && hasOtherAccount(change, facts)) || asksByOtherAccount(change, facts),
  ],
  [
    'unconfirmed',
    (change, facts) =>
      isPersonChange(change) &&
      (isRemembered(change, facts) || isKnockRemembered(change, facts)) && { asked: whyNotAsked(facts) },
  ],
];

/** Parts the differences into those that are due and those that are left alone, each with its reason. */
export function heedObstacles(differences: readonly Change[], input: Facts): Settled {
  const facts = toCase(input);
  const changes: Change[] = [];
  const leftAlone: LeftAlone[] = [];
  const adds = differences.filter(isAdd);
  for (const difference of differences) {
    const change = withNewNumber(withReadd(withLane(difference, facts.live), facts), adds, facts);
    const objection = findObjection(change, facts) ?? findLostNeed(change, leftAlone);
    if (objection) leftAlone.push({ ...objection, change: toComing(change, objection.reason) });
    else changes.push(change);
  }
  const isSaid = leftAlone.some(({ reason }) => reason === 'incomplete' || reason === 'vanished');
  return {
    changes,
    leftAlone: [
      ...leftAlone,
      ...findUnidentified(facts),
      ...(isSaid ? [] : findIncomplete(facts)),
      ...findAsking(facts),
    ],
  };
}

/** Whoever may come by the link is still to join, in that way. */
function toComing(change: Change, reason: LeftAloneReason): Change {
  return isInviteReason(reason) && isAdded(change) ? { ...change, lane: 'link' } : change;
}

function findObjection(change: Change, facts: Case): Omit<LeftAlone, 'change'> | undefined {
  for (const [reason, holds] of checks) {
    const answer = holds(change, facts);
    if (answer) return typeof answer === 'object' ? { reason, ...answer } : { reason };
  }
  return undefined;
}

/** Whoever has another number now, behind the same handle, keeps the old one in the group until the new one is there. */
function withNewNumber(change: Change, adds: readonly PersonChange[], { past }: Facts): Change {
  if (!isLoss(change)) return change;
  const add = adds.find(({ person: { handle } }) => {
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

/**
 * An add of somebody who left, whom the file asks to put back by the day of the add, says so: once for each person, group
 * and day.
 */
function withReadd(change: Change, { desired, past, now, timezone }: Facts): Change {
  if (!isAdd(change) || !past.verified.get(change.group)?.has(change.person.key)) return change;
  const person = desired.people.get(change.person.key);
  const readd = person?.readd;
  const today = toDay(now, timezone);
  const from = findDueDay(change) ?? today;
  const isOver = readd !== undefined && readd < (from > today ? from : today);
  if (!readd || isOver || past.readded.has(toReaddKey(change, readd))) return change;
  return { ...change, why: whyReadd(person, readd) };
}

/** The identity of one putting back, for the memory. */
export function toReaddKey({ group, person }: PersonChange, readd: Day): string {
  return `${group} ${person.key} ${readd}`;
}
