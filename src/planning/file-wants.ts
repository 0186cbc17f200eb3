import type { PersonChange, Why } from '../domain/plan/change.ts';
import type { Day, DesiredPerson } from '../domain/group.ts';
import type { Pending } from '../domain/past.ts';
import type { Person } from '../domain/people/person.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { ChangeId, ToId } from './approval.ts';
import { wantedEver } from './desired-role.ts';
import { whyListed, whyReadd } from './why.ts';

/** What a group's file alone says of people's changes, by id; who is in the group plays no part. */
export interface FileWants {
  /** What the file may bring, today or on a day that it names. */
  readonly wanted: ReadonlyMap<ChangeId, PersonChange>;
  /** True for what the file's lists and modes take no part in. */
  leavesOut(what: Pending['what']): boolean;
  /** What would take away what the file gives, today or on a day to come. */
  readonly unwanted: ReadonlyMap<ChangeId, PersonChange>;
}

const roles = ['member', 'admin'] as const;

/** The ids that a group's file speaks for and against, on a day. */
export function findFileWants(desired: KnownGroup, today: Day, toId: ToId): FileWants {
  const people = [...desired.people.values()];
  const byId = (changes: readonly PersonChange[]) => new Map(changes.map((change) => [toId(change), change]));
  return {
    leavesOut: (what) => isLeftOut(desired, what),
    wanted: byId(
      people.flatMap((person) => [...toGains(desired, person, today), ...toEnds(desired, person)]),
    ),
    unwanted: byId(people.flatMap((person) => toLosses(desired, person, today))),
  };
}

function toGains({ id: group }: KnownGroup, person: DesiredPerson, today: Day): PersonChange[] {
  const { readd, memberFrom, adminFrom } = person;
  const role = wantedEver(person, today);
  if (role === 'none') return [];
  const about = { group, person } as const;
  const why = whyListed(person, memberFrom);
  const again = readd === undefined ? [] : [whyReadd(person, readd)];
  return [
    ...[why, ...again].map((each) => ({ ...about, action: 'add', why: each }) as const),
    ...(role === 'admin'
      ? [{ ...about, action: 'promote', why: whyListed(person, adminFrom) } as const]
      : []),
  ];
}

function toEnds({ id: group }: KnownGroup, person: DesiredPerson): PersonChange[] {
  const { memberUntil, adminUntil, via } = person;
  const why = (until: Day): Why => ({ kind: 'ended', until, via });
  return [
    ...(memberUntil === undefined ? [] : toRemovals(group, person, why(memberUntil))),
    ...(adminUntil === undefined ? [] : [{ group, person, action: 'demote', why: why(adminUntil) } as const]),
  ];
}

function toLosses({ id: group }: KnownGroup, person: DesiredPerson, today: Day): PersonChange[] {
  const role = wantedEver(person, today);
  if (role === 'none') return [];
  const why = { kind: 'unlisted' } as const;
  const demotion = { group, person, action: 'demote', why } as const;
  return [...toRemovals(group, person, why), ...(role === 'admin' ? [demotion] : [])];
}

/** Whoever it is may be a member or an admin by then. */
function toRemovals(group: KnownGroup['id'], person: Person, why: Why): PersonChange[] {
  return roles.map((before) => ({ group, person, action: 'remove', before, why }));
}

function isLeftOut({ lists, manage, settings, photo }: KnownGroup, what: Pending['what']): boolean {
  switch (what) {
    case undefined:
    case 'set':
    // The policy's own matter: where it wants none any more, no plan has one.
    case 'link':
      return false;
    case 'remove':
      return !lists.members || manage.members !== 'exact';
    case 'demote':
      return !lists.admins || manage.admins !== 'exact';
    case 'promote':
      return !lists.admins || manage.admins === 'observe';
    case 'add':
      return (lists.members ? manage.members : manage.admins) === 'observe';
    case 'create':
      return false;
    case 'photo':
      return photo === undefined || manage.settings === 'observe';
    default:
      return settings[what] === undefined || manage.settings === 'observe';
  }
}

/**
 * True where the files want something else by now than what was approved: the day is another one, somebody is listed
 * again or no longer. Whatever the group is like, nobody wants that any more, and it is not to come back with a later
 * change of the files.
 */
export function isUndone(
  id: ChangeId,
  { on, what }: Pending,
  { wanted, unwanted, leavesOut }: FileWants,
): boolean {
  if (leavesOut(what)) return true;
  if (wanted.has(id)) return false;
  return unwanted.has(id) || on !== undefined || what === 'add' || what === 'promote';
}

/** What would take away what people have whom the group's file does not list, by id. */
export function findStrangers(
  { id: group, people }: KnownGroup,
  everybody: Iterable<Person>,
  toId: ToId,
): ReadonlyMap<ChangeId, PersonChange> {
  const why = { kind: 'unlisted' } as const;
  const changes = [...everybody]
    .filter(({ key }) => !people.has(key))
    .flatMap((person): PersonChange[] => [
      ...toRemovals(group, person, why),
      { group, person, action: 'demote', why },
    ]);
  return new Map(changes.map((change) => [toId(change), change]));
}
