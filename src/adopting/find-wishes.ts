import { comparePeople } from '../domain/people/compare-people.ts';
import type { NotAdopted } from '../domain/adoption.ts';
import type { Day, LivePerson } from '../domain/group.ts';
import type { Lid, Person, PersonKey, Role } from '../domain/people/person.ts';
import type { Change, PersonAction } from '../domain/plan/change.ts';
import { isPersonChange, isPhotoChange, isSettingChange } from '../domain/plan/change.ts';
import type { GroupPlan, KnownGroup } from '../domain/plan/plan.ts';
import type { SettingName, Settings } from '../domain/settings.ts';
import { wantedRole } from '../planning/desired-role.ts';
import type { Asked, Difference, Sides } from './find-kept.ts';
import { findDifferences, findKept, findOthers, isAsked, toNotAdopted } from './find-kept.ts';

/** What somebody is to be in the file; `none`: no way of today's is to name them. */
export interface PersonWish {
  readonly person: Person;
  readonly role: Role | 'none';
  /** They are written by their LID, since only the memory of another day knows their number. */
  readonly lid?: Lid;
}

/** Somebody who hides their number, to be listed by it. */
interface HiddenWish {
  readonly lid: Lid;
  readonly role: Role;
}

/** What a group's file is to say so that nothing of what was asked for differs any more. */
export interface Wishes {
  readonly settings: Partial<Settings>;
  /** The group has none, or one that is to be fetched; absent: nothing is to be done about it. */
  readonly photo?: 'none' | 'picture';
  /** By key, sorted. */
  readonly people: readonly PersonWish[];
  readonly hidden: readonly HiddenWish[];
  /** Whose number is known by now: they stand in the file by LID. */
  readonly known: readonly (HiddenWish & { readonly person: Person })[];
  /** What differs, was asked for, and stays as it is in the file. */
  readonly left: readonly NotAdopted[];
}

/**
 * What of a group's drift its file is to take over. Whoever is seen in the group by their number is there, whatever keeps
 * Rollcall from acting on them; who seems to be missing is taken out only where nothing makes that doubtful.
 * `isUnderWay`: what somebody approved the other way round, the group following its file, which is not to be undone here.
 */
export function findWishes(plan: GroupPlan, asked: Asked, today: Day, isUnderWay = nothingIs): Wishes {
  const { desired, reading } = plan;
  const nothing = { settings: {}, people: [], hidden: [], known: [], left: [] };
  if (reading.kind === 'unreadable') return nothing;
  const differences = findDifferences(plan);
  const left: NotAdopted[] = [];
  const others = findOthers(differences);
  const isClear = (difference: Difference): boolean => {
    const { change } = difference;
    const isOther = isPersonChange(change) && others.has(change.person.key);
    const kept = isUnderWay(change)
      ? toNotAdopted(change, 'approved')
      : isOther
        ? toNotAdopted(change, 'other-number')
        : findKept(difference, { desired, live: reading.group });
    if (kept) left.push(kept);
    return !kept;
  };
  const wanted = differences.filter(({ change }) => isAsked(change, desired, asked)).filter(isClear);
  const photo = wanted.map(({ change }) => change).find(isPhotoChange);
  const scope = { desired, live: reading.group, asked, today };
  return {
    settings: toSettings(wanted),
    ...(photo && { photo: photo.before.kind === 'none' ? ('none' as const) : ('picture' as const) }),
    people: findPeople(wanted, scope),
    hidden: findHidden(plan, scope, left),
    known: findKnown(plan, scope),
    left: once([...left, ...findIncomplete(plan, asked)]),
  };
}

const nothingIs = (_change: Change): boolean => false;

/** The same, and what of it is asked for. */
interface Scope extends Sides {
  readonly asked: Asked;
  readonly today: Day;
}

/** Half a list shows half the drift, even where it shows none. */
function findIncomplete({ leftAlone }: GroupPlan, asked: Asked): NotAdopted[] {
  if (!asked.has('members') && !asked.has('admins')) return [];
  return leftAlone.some(({ reason }) => reason === 'incomplete' || reason === 'vanished')
    ? [{ reason: 'incomplete' }]
    : [];
}

/** Each thing once. */
function once(left: readonly NotAdopted[]): NotAdopted[] {
  return [...new Map(left.map((each) => [JSON.stringify(each), each])).values()];
}

function toSettings(differences: readonly Difference[]): Partial<Settings> {
  const changes = differences.map(({ change }) => change).filter(isSettingChange);
  return Object.fromEntries(changes.map(({ setting, before }): [SettingName, unknown] => [setting, before]));
}

/** One wish a person whose place in the file is to be another one. */
function findPeople(differences: readonly Difference[], scope: Scope): PersonWish[] {
  const changes = differences.map(({ change }) => change).filter(isPersonChange);
  const actions = new Map<PersonKey, Set<PersonAction>>();
  for (const { person, action } of changes)
    actions.set(person.key, (actions.get(person.key) ?? new Set()).add(action));
  const people = new Map(changes.map(({ person }) => [person.key, person]));
  return [...people.values()]
    .toSorted(comparePeople)
    .flatMap((person) => toWish(person, actions.get(person.key) ?? new Set(), scope));
}

function toWish(person: Person, actions: ReadonlySet<PersonAction>, scope: Scope): PersonWish[] {
  const { desired, live, today } = scope;
  const listed = desired.people.get(person.key);
  const before = listed ? wantedRole(listed, today) : 'none';
  const member = live.people.get(person.key);
  const role = fitLists(toTarget(before, member, actions, scope), desired);
  if (role === before) return [];
  const lid = member?.isRemembered && !listed ? member.lid : undefined;
  return [{ person, role, ...(lid !== undefined && { lid }) }];
}

/** What they are to be, of membership and role each only what was asked for. */
function toTarget(
  before: Role | 'none',
  member: LivePerson | undefined,
  actions: ReadonlySet<PersonAction>,
  { asked, desired: { lists } }: Scope,
): Role | 'none' {
  const isRole = actions.has('promote') || actions.has('demote');
  const takesRole = asked.has('admins') && (isRole || (actions.has('remove') && lists.admins));
  if (takesRole && member) return member.role === 'admin' || before !== 'none' ? member.role : 'member';
  const takesMembership = asked.has('members') && (actions.has('add') || actions.has('remove'));
  if (takesMembership) return member ? (before === 'none' ? 'member' : before) : 'none';
  return takesRole && before === 'admin' ? 'member' : before;
}

/** A list that the file does not have stays so: nobody's role is managed there, or nobody's membership. */
function fitLists(role: Role | 'none', { lists }: KnownGroup): Role | 'none' {
  if (role === 'none' || (role === 'admin' && lists.admins)) return role;
  return lists.members ? 'member' : 'none';
}

/** Members whom nobody can tell apart but by their LIDs; who has none stays, and is named. */
function findHidden({ leftAlone }: GroupPlan, scope: Scope, left: NotAdopted[]): HiddenWish[] {
  const { desired, live, asked } = scope;
  return leftAlone.flatMap(({ change, reason, lid }): HiddenWish[] => {
    if (change || (reason !== 'unidentified' && reason !== 'ambiguous')) return [];
    const member = live.unidentified.find((each) => each.lid === lid);
    const isAdmin = member?.role === 'admin' && desired.lists.admins && asked.has('admins');
    if (!isAdmin && !(desired.lists.members && asked.has('members'))) return [];
    if (lid === undefined) {
      left.push({ reason: 'untellable' });
      return [];
    }
    return [{ lid, role: isAdmin ? 'admin' : 'member' }];
  });
}

/** Those whose number is known by now; only where nothing but their name in the file changes by it. */
function findKnown({ notices }: GroupPlan, scope: Scope): Wishes['known'] {
  const { desired, live, asked } = scope;
  const { members, admins } = desired.lists;
  if ((members && !asked.has('members')) || (admins && !asked.has('admins'))) return [];
  return notices.flatMap((notice) => {
    // Whom a handle stands for by LID gets a number in the file of people.
    if (notice.kind !== 'lid-known' || notice.handle !== undefined) return [];
    const { lid, person } = notice;
    const member = live.people.get(person.key);
    if (!member || member.isRemembered || desired.people.has(person.key)) return [];
    const role = fitLists(member.role, desired);
    return role === 'none' ? [] : [{ lid, person, role }];
  });
}
