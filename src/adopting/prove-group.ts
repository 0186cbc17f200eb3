import type { NotAdopted, ProofFault } from '../domain/adoption.ts';
import type { DesiredGroup, DesiredPerson } from '../domain/group.ts';
import type { PersonKey } from '../domain/people/person.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Asked, Difference } from './find-kept.ts';
import { findDifferences, findKept, isAsked } from './find-kept.ts';
import type { Wishes } from './find-wishes.ts';

/** A group's plan as it was, and as the edited file leads to. */
interface Plans {
  readonly before: GroupPlan;
  readonly after: GroupPlan;
}

/**
 * What is wrong with an edited file, told by the plan that it leads to: something of what was asked for still differs, and
 * was not said to; or the file says something else of what nobody asked about. Undefined: it is proved to be right.
 */
export function findFault(
  { before, after }: Plans,
  wishes: Wishes,
  left: readonly NotAdopted[],
  asked: Asked,
): ProofFault | undefined {
  if (hasLeftOver(after, left, asked)) return 'still-differs';
  return isRestSame(before.desired, after.desired, wishes) ? undefined : 'something-else';
}

/** True where the plan has something of what was asked for that was not said to stay. */
function hasLeftOver(after: GroupPlan, left: readonly NotAdopted[], asked: Asked): boolean {
  const { reading, desired } = after;
  if (reading.kind === 'unreadable') return false;
  const said = new Set(left.map((each) => JSON.stringify(each)));
  const people = new Set(left.flatMap(({ person }) => person?.key ?? []));
  const settings = new Set(left.flatMap(({ setting }) => setting ?? []));
  const isSaid = (difference: Difference) => {
    const { change } = difference;
    if (isPersonChange(change) ? people.has(change.person.key) : settings.has(change.setting)) return true;
    return said.has(JSON.stringify(findKept(difference, { desired, live: reading.group })));
  };
  const differs = findDifferences(after).filter(({ change }) => isAsked(change, desired, asked));
  return !differs.every(isSaid) || hasUnnamed(after, left, asked);
}

/** Members who hide their number, and stand in the file by no LID. */
function hasUnnamed({ desired, leftAlone }: GroupPlan, left: readonly NotAdopted[], asked: Asked): boolean {
  if (!(asked.has('members') && desired.lists.members)) return false;
  const isSaid = left.some(({ reason }) => reason === 'untellable');
  return leftAlone.some(
    ({ change, reason, lid }) =>
      !change && (reason === 'unidentified' || reason === 'ambiguous') && (lid !== undefined || !isSaid),
  );
}

/** True where all but the wishes is as it was: other settings, other people with their days, the modes, what is allowed. */
function isRestSame(before: DesiredGroup, after: DesiredGroup, wishes: Wishes): boolean {
  const wished = new Set([...wishes.people, ...wishes.known].map(({ person }) => person.key));
  const lids = new Set([...wishes.hidden, ...wishes.known, ...wishes.people].map(({ lid }) => lid));
  const toRest = (group: DesiredGroup) => ({
    id: group.id,
    account: group.account,
    manage: group.manage,
    lists: group.lists,
    settings: Object.entries(group.settings).filter(([name]) => !Object.hasOwn(wishes.settings, name)),
    photo: wishes.photo === undefined && group.photo && { ...group.photo, picture: undefined },
    people: toPeople(group.people, wished),
    lids: [...group.knownLids].filter((lid) => !lids.has(lid)).toSorted(),
    allow: group.allow && { ...group.allow, span: undefined },
  });
  return JSON.stringify(toRest(before)) === JSON.stringify(toRest(after));
}

/** Without their places, which move with the lines above them. */
function toPeople(people: ReadonlyMap<PersonKey, DesiredPerson>, but: ReadonlySet<PersonKey>) {
  return [...people.values()]
    .filter(({ key }) => !but.has(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, phone, role, via, byInvite, readd, ...days }) => [
      [key, phone, role, via, byInvite, readd],
      [days.memberFrom, days.memberUntil, days.adminFrom, days.adminUntil],
    ]);
}
