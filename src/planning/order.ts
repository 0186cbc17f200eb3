import { comparePeople } from '../domain/people/compare-people.ts';
import type { Change, LinkRenewal, Need, PersonChange } from '../domain/plan/change.ts';
import { isLinkRenewal, isLoss, isPersonChange, meetsNeed, toSubject } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import type { LiveGroup } from '../domain/group.ts';
import { countAdmins } from '../domain/group.ts';
import { settingNames } from '../domain/settings.ts';
import { groupCapacity } from '../domain/whatsapp-facts.ts';
import type { PersonKey } from '../domain/people/person.ts';
import { isSlipOf } from './obstacles/slip-of-pen.ts';

/** The parts of one group's apply, each followed by a reading. */
export interface Phases {
  /** Removals that make room for adds. */
  readonly room: readonly PersonChange[];
  /** Adds, promotions and settings: nobody loses anything. */
  readonly additive: readonly Change[];
  readonly destructive: readonly PersonChange[];
  /** The link, once somebody has been removed. */
  readonly closing: readonly LinkRenewal[];
}

/** Whoever asked to come is let in before anybody is added; nobody who is to leave sees the new link. */
const ranks = ['knock', 'add', 'link', 'promote', 'set', 'demote', 'remove', 'renew'] as const;

function toRank(change: Change): number {
  if (isLinkRenewal(change)) return ranks.indexOf('renew');
  return ranks.indexOf(isPersonChange(change) ? (findLane(change) ?? change.action) : change.action);
}

/** What the order of a group's changes depends on. */
export interface OrderContext {
  /** The fewest admins that may be left, the accounts not counted. */
  readonly minAdmins: number;
  readonly accounts: ReadonlySet<PersonKey>;
  /** Numbers are secret: what happens depends on none of their digits. */
  readonly isSecret?: true;
}

/**
 * Changes in the order in which they are carried out, with what each of them needs: no prefix leaves the group without
 * an admin, or over its capacity. Removals stand before the adds only where there would be no room otherwise.
 */
export function toPhases(changes: readonly Change[], live: LiveGroup, context: OrderContext): Phases {
  const sorted = withNeeds(changes, live, context).toSorted(compareChanges);
  const additive = sorted.filter((change) => !isLoss(change) && !isLinkRenewal(change));
  const taking = sorted.filter(isLoss);
  const room = findRoomMaking(taking, additive, { live, ...context });
  return {
    room,
    additive,
    destructive: taking.filter((change) => !room.includes(change)),
    closing: sorted.filter(isLinkRenewal),
  };
}

function compareChanges(a: Change, b: Change): number {
  return toRank(a) - toRank(b) || compareSubjects(a, b);
}

const settingOrder = [...settingNames, 'photo', 'link'] as const;

function compareSubjects(a: Change, b: Change): number {
  if (a.action === 'set' && b.action === 'set')
    return settingOrder.indexOf(a.setting) - settingOrder.indexOf(b.setting);
  if (isPersonChange(a) && isPersonChange(b)) return comparePeople(a.person, b.person);
  return toSubject(a) < toSubject(b) ? -1 : 1;
}

/**
 * As many removals as the adds lack places, of those that wait for nothing. Who may be the one that an add means does not
 * make room for it: whether its number is on WhatsApp shows only when it is sent. Where numbers are secret that may be
 * anybody without a handle, and the adds come with a later plan.
 */
function findRoomMaking(
  taking: readonly PersonChange[],
  additive: readonly Change[],
  { live, isSecret }: Pick<OrderContext, 'isSecret'> & { readonly live: LiveGroup },
): PersonChange[] {
  const adds = additive.filter(isPersonChange).filter(({ action }) => action === 'add');
  const lacking = Math.min(adds.length, adds.length - countFree(live));
  if (lacking <= 0) return [];
  const isMeant = ({ person, why }: PersonChange) =>
    why.kind === 'unlisted' &&
    (isSecret ? person.handle === undefined : adds.some((add) => isSlipOf(add.person.phone, person.phone)));
  return taking
    .filter((change) => change.action === 'remove' && !change.needs && !isMeant(change))
    .slice(0, lacking);
}

/** How many more people a group takes; below zero where it holds more than it is meant to. */
export function countFree(live: LiveGroup): number {
  return groupCapacity - live.people.size - live.unidentified.length;
}

/**
 * Where too few admins would be left without the promotions, taking one away needs all of them; an old number needs the
 * new one's add (obstacles.ts).
 */
function withNeeds(changes: readonly Change[], live: LiveGroup, context: OrderContext): readonly Change[] {
  if (!changes.some(isLoss)) return changes;
  const promotions = changes.filter(isPersonChange).filter(({ action }) => action === 'promote');
  const leaving = changes.filter((change) => isLoss(change) && change.before === 'admin').length;
  const isNeeded = countAdmins(live, context.accounts) - leaving < context.minAdmins;
  const needs = promotions.map(({ person }): Need => ({ action: 'promote', person: person.key }));
  return changes.map((change) => {
    if (!isLoss(change)) return change;
    const newNumber = change.needs?.filter(({ action }) => action === 'add') ?? [];
    return withNeed(change, [...newNumber, ...(isNeeded && change.before === 'admin' ? needs : [])]);
  });
}

/** What promotions it needed before some of the changes were left out no longer counts. */
function withNeed(change: PersonChange, needs: readonly Need[]): PersonChange {
  if (needs.length > 0) return { ...change, needs };
  if (!change.needs) return change;
  const { needs: _, ...rest } = change;
  return rest;
}

/** True where every change that this one needs is among those that have been verified. */
export function hasItsNeeds(change: Change, verified: readonly Change[]): boolean {
  if (isLinkRenewal(change)) return change.isOwed || verified.some(({ action }) => action === 'remove');
  if (!isPersonChange(change) || !change.needs) return true;
  return change.needs.every((need) => verified.some((other) => meetsNeed(other, need)));
}
