import { comparePeople } from '../domain/people/compare-people.ts';
import type { Change, PersonChange, PhotoChange, SettingChange } from '../domain/plan/change.ts';
import type { Day, DesiredPerson, LiveGroup, LivePerson } from '../domain/group.ts';
import { findRoster } from '../domain/lazy/made-map.ts';
import { isSameRoster } from '../domain/people/roster.ts';
import type { Settings, SettingName } from '../domain/settings.ts';
import { settingNames } from '../domain/settings.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import { isSamePhoto, measureDistance } from '../domain/picture.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import { wantedEver, wantedRole } from './desired-role.ts';
import { whyAdmin, whyListed, whyUnlisted } from './why.ts';

/** One group on both sides, and who the people are. */
export interface DiffInput {
  readonly desired: KnownGroup;
  /** With everybody identified who can be. */
  readonly live: LiveGroup;
  /** The account and the policy's other accounts: always kept as they are. */
  readonly accounts: ReadonlySet<PersonKey>;
  /** Everybody whom the files know, so that a live member bears the name that the reviewer knows. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  readonly today: Day;
}

/**
 * Every difference between a file and its group, whether or not it may be acted on; sorted by subject, so that the
 * order of the input does not matter. What is unmanaged, always kept, or known only by LID makes no difference.
 */
export function diffGroup(input: DiffInput): Change[] {
  const inGroup = [...diffSettings(input), ...diffPhoto(input)];
  return isSamePeople(input) ? inGroup : [...inGroup, ...diffListed(input), ...diffUnlisted(input)];
}

/** True where the same people are there in the same roles, as in nearly every group of a run. False says nothing. */
function isSamePeople({ desired, live, accounts }: DiffInput): boolean {
  const [wanted, there] = [findRoster(desired.people), findRoster(live.people)];
  return wanted !== undefined && there !== undefined && isSameRoster(wanted, there, accounts);
}

function diffSettings({ desired, live }: DiffInput): SettingChange[] {
  return settingNames.flatMap((setting) => {
    const after = desired.settings[setting];
    if (after === undefined || after === live.settings[setting]) return [];
    return [toSettingChange(desired, setting, live.settings[setting], after)];
  });
}

function toSettingChange<Name extends SettingName>(
  desired: KnownGroup,
  setting: Name,
  before: Settings[Name],
  after: Settings[Name],
): SettingChange {
  const span = desired.settingSpans[setting] ?? desired.span;
  // The compiler cannot see that `setting`, `before` and `after` belong together; the signature says it.
  return {
    group: desired.id,
    action: 'set',
    setting,
    before,
    after,
    why: { kind: 'differs' },
    span,
  } as SettingChange;
}

/** No difference where the photo was not read, or its file not: then photos are no matter of this run. */
function diffPhoto({ desired, live }: DiffInput): PhotoChange[] {
  const [after, before] = [desired.photo, live.photo];
  if (!after || !before || (after.kind === 'file' && !after.picture)) return [];
  if (isSamePhoto(after, before)) return [];
  const [one, other] = [
    after.kind === 'file' ? after.picture : undefined,
    before.kind === 'picture' ? before.picture : undefined,
  ];
  const change = {
    group: desired.id,
    action: 'set',
    setting: 'photo',
    before,
    after,
    why: { kind: 'differs' },
    span: desired.settingSpans.photo ?? desired.span,
  } as const;
  return [one && other ? { ...change, distance: measureDistance(one, other) } : change];
}

/** People whom the file wants: those who are missing join, and admins among them are promoted. */
function diffListed({ desired, live, people, today }: DiffInput): PersonChange[] {
  const changes = [...desired.people.values()].flatMap((person) => {
    const wanted = wantedRole(person, today);
    const member = live.people.get(person.key);
    const isPromoted = wanted === 'admin' && member?.role !== 'admin';
    // Of nearly everybody there is nothing to say: in a large account they are most of the work.
    if (wanted === 'none' || (member && !isPromoted) || isKnownByLid(desired, member)) return [];
    const about = {
      group: desired.id,
      person: toNamed(member ?? person, people),
      why: whyListed(person, person.memberFrom),
      span: person.span,
    };
    const join: PersonChange[] = member ? [] : [{ ...about, action: 'add' }];
    return isPromoted ? [...join, toPromotion({ ...about, ...whyAdmin(person) }, member)] : join;
  });
  return sortByPerson(changes);
}

function toPromotion(about: Omit<PersonChange, 'action'>, member: LivePerson | undefined): PersonChange {
  if (member) return { ...about, action: 'promote', before: member.role };
  return { ...about, action: 'promote', needs: [{ action: 'add', person: about.person.key }] };
}

/** People whom the group has and the file does not want, or not in that role. */
function diffUnlisted({ desired, live, accounts, people, today }: DiffInput): PersonChange[] {
  const changes = [...live.people.values()].flatMap((member): PersonChange[] => {
    if (accounts.has(member.key) || isKnownByLid(desired, member)) return [];
    const person = desired.people.get(member.key);
    const action = person
      ? findListedAction(desired, member, person, today)
      : findUnlistedAction(desired, member);
    if (!action) return [];
    const why = whyUnlisted(person, action, today);
    const span = person && { span: person.span };
    return [
      { group: desired.id, action, person: toNamed(member, people), before: member.role, why, ...span },
    ];
  });
  return sortByPerson(changes);
}

/**
 * Only a file with an `admins` list has a say in roles; whoever it will never want as an admin is none, from whatever day it
 * wants them.
 */
function findListedAction(desired: KnownGroup, member: LivePerson, person: DesiredPerson, today: Day) {
  const [wanted, ever] = [wantedRole(person, today), wantedEver(person, today)];
  const isAdminTooMany = member.role === 'admin' && desired.lists.admins && wanted !== 'admin';
  if (isAdminTooMany && (wanted === 'member' || ever === 'member')) return 'demote';
  return wanted === 'none' ? findUnlistedAction(desired, member) : undefined;
}

/**
 * Somebody unlisted leaves where there is a `members` list. An admin leaves only where both lists go equally far;
 * where the members' list does less, the admins' list alone has its say.
 */
function findUnlistedAction(
  { lists, manage }: KnownGroup,
  member: LivePerson,
): 'remove' | 'demote' | undefined {
  const bothRemove = manage.members === manage.admins && manage.members !== 'additive';
  const staysAsMember = member.role === 'admin' && lists.admins && !(lists.members && bothRemove);
  if (staysAsMember) return 'demote';
  return lists.members ? 'remove' : undefined;
}

/** `lid:…` in either list: whoever has that LID, number known or not, is never touched. */
function isKnownByLid(desired: KnownGroup, member: LivePerson | undefined): boolean {
  return member?.lid !== undefined && desired.knownLids.has(member.lid);
}

/** Who they are, in the spelling at hand, under the name that the files give them. */
function toNamed({ key, phone }: Person, people: ReadonlyMap<PersonKey, Person>): Person {
  return { ...people.get(key), key, phone };
}

/** By person; what concerns one person stays in its order. */
function sortByPerson(changes: readonly PersonChange[]): PersonChange[] {
  return changes.toSorted((a, b) => comparePeople(a.person, b.person));
}
