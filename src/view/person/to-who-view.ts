import type {
  DesiredGroup,
  DesiredPerson,
  GroupId,
  LiveGroup,
  Mode,
  Reading,
  Way,
} from '../../domain/group.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { findRequests } from '../../domain/people/join-request.ts';
import type { SeenPairs } from '../../domain/people/seen-pairs.ts';
import type { Lid, Person, PersonKey, Role } from '../../domain/people/person.ts';
import type { SafeText } from '../../safe/escape.ts';
import { makeSafety } from '../../safe/labels.ts';
import type { Safety } from '../../safe/labels.ts';

/** One way by which the files name somebody. */
export interface WayView {
  readonly list: 'members' | 'admins';
  readonly text: SafeText;
  /** The file, where it is another one than the group's. */
  readonly file?: SafeText;
  readonly line: number;
}

/** What a group's file says of somebody. */
export interface DesiredView {
  /** `lid`: the file knows them by their LID alone, and they are never touched. */
  readonly role: Role | 'lid';
  readonly manage: Mode;
  readonly ways: readonly WayView[];
  readonly from?: string;
  readonly until?: string;
  readonly adminFrom?: string;
  readonly adminUntil?: string;
  readonly byInvite?: true;
  readonly readd?: string;
}

/**
 * What a group as it is says of somebody; `asks`: to be let in; `incomplete`: they are not seen, in a list that does not prove itself whole;
 * `unsure`: they are not seen, and somebody there hides the number and may be they.
 */
type LiveView =
  | { readonly kind: 'there'; readonly role: Role; readonly isOwner?: true; readonly isHidden?: true }
  | { readonly kind: 'asks' | 'absent' | 'incomplete' | 'unsure' | 'unread' | 'not-read' };

/** Somebody and one group. */
export interface WhoGroupView {
  readonly file: SafeText;
  readonly name: SafeText;
  readonly desired?: DesiredView;
  /** Absent where nobody looked. */
  readonly live?: LiveView;
}

/** Where somebody is. */
export interface WhoView {
  readonly person: {
    readonly label: SafeText;
    readonly handle?: SafeText;
    readonly number?: SafeText;
    readonly lid?: string;
  };
  readonly isProtected: boolean;
  readonly isAccount: boolean;
  /** False: only the files were looked at. */
  readonly isLive: boolean;
  readonly isSandbox: boolean;
  readonly groups: readonly WhoGroupView[];
  /** Groups of which nobody knows whether they are there, their names. */
  readonly unread: readonly SafeText[];
  /** Groups of other accounts, which were not read. */
  readonly elsewhere: number;
}

/** Who is looked for, and where. */
export interface WhoInput {
  readonly person?: Person;
  readonly lid?: Lid;
  readonly organisation: Organisation;
  readonly pairs: SeenPairs;
  /** Absent: only the files. */
  readonly live?: { readonly readings: ReadonlyMap<GroupId, Reading>; readonly isSandbox: boolean };
}

/** Every group that names somebody or has them, in the order of the files. */
export function toWhoView(input: WhoInput): WhoView {
  const { person, lid, organisation, live } = input;
  const { policy, people, hidden, groups } = organisation;
  const safety = makeSafety(false, { people: [...people.values()], hidden });
  const all = groups.map((group) => toGroup(group, input, safety));
  const reading = (group: DesiredGroup) => (group.id ? live?.readings.get(group.id) : undefined);
  const known = groups.filter(({ id }) => id !== undefined);
  return {
    person: toPerson(input, safety),
    isProtected:
      (person !== undefined && policy.protected.has(person.key)) ||
      (lid !== undefined && policy.protectedLids.has(lid)),
    isAccount: person !== undefined && isAccount(person.key, organisation),
    isLive: live !== undefined,
    isSandbox: live?.isSandbox ?? false,
    groups: all.filter(
      ({ desired, live: found }) =>
        desired !== undefined || found?.kind === 'there' || found?.kind === 'asks',
    ),
    unread: all.flatMap(({ name, file, live: found }) =>
      found?.kind === 'unread' || found?.kind === 'incomplete' ? (name === '' ? file : name) : [],
    ),
    elsewhere: live ? known.filter((group) => !reading(group)).length : 0,
  };
}

function isAccount(key: PersonKey, { policy }: Organisation): boolean {
  return [...policy.accounts.values()].some((phone) => toPersonKey(phone) === key);
}

function toPerson({ person, lid }: WhoInput, safety: Safety): WhoView['person'] {
  const own = lid === undefined ? {} : { lid };
  if (!person) return { label: lid === undefined ? safety.line('') : safety.hidden(lid), ...own };
  const { handle, phone } = person;
  return {
    label: safety.label(person),
    ...(handle !== undefined && { handle: safety.line(handle) }),
    number: safety.phone(phone),
    ...own,
  };
}

function toGroup(group: DesiredGroup, input: WhoInput, safety: Safety): WhoGroupView {
  const reading = group.id ? input.live?.readings.get(group.id) : undefined;
  const live = input.live && toLive(reading, input);
  const desired = toDesired(group, input, safety);
  const name = reading?.kind === 'read' ? reading.group.settings.name : group.settings.name;
  return {
    file: safety.line(group.file),
    name: safety.line(name ?? ''),
    ...(desired && { desired }),
    ...(live && { live }),
  };
}

function toDesired(group: DesiredGroup, { person, lid }: WhoInput, safety: Safety): DesiredView | undefined {
  const found = person && group.people.get(person.key);
  if (found) return { ...toRole(found, group, safety), manage: group.manage.members };
  const isKnown = lid !== undefined && group.knownLids.has(lid);
  return isKnown ? { role: 'lid', manage: group.manage.members, ways: [] } : undefined;
}

function toRole(person: DesiredPerson, group: DesiredGroup, safety: Safety): Omit<DesiredView, 'manage'> {
  const { role, memberFrom, memberUntil, adminFrom, adminUntil, byInvite, readd } = person;
  return {
    role,
    ways: person.ways.map((way) => toWay(way, group, safety)),
    ...(memberFrom !== undefined && { from: memberFrom }),
    ...(memberUntil !== undefined && { until: memberUntil }),
    ...(adminFrom !== undefined && adminFrom !== memberFrom && { adminFrom }),
    ...(adminUntil !== undefined && adminUntil !== memberUntil && { adminUntil }),
    ...(byInvite && { byInvite }),
    ...(readd !== undefined && { readd }),
  };
}

function toWay({ list, text, span, defaults }: Way, { span: own }: DesiredGroup, safety: Safety): WayView {
  return {
    list,
    text: safety.line(text),
    ...(span.file !== own.file && { file: safety.line(defaults ?? span.file) }),
    line: span.line,
  };
}

function toLive(reading: Reading | undefined, input: WhoInput): LiveView {
  if (!reading) return { kind: 'not-read' };
  if (reading.kind !== 'read') return { kind: 'unread' };
  const { group } = reading;
  const found = findMember(group, input);
  if (found) return found;
  if (asks(group, input)) return { kind: 'asks' };
  if (!group.peopleComplete) return { kind: 'incomplete' };
  return { kind: group.unidentified.length > 0 ? 'unsure' : 'absent' };
}

/** By number, by LID, or by a LID that the memory is sure of. */
function asks(group: LiveGroup, input: WhoInput): boolean {
  const { person } = input;
  return findRequests(group).some(
    (request) => (person && request.person?.key === person.key) || isTheirs(request.lid, input),
  );
}

function isTheirs(own: Lid | undefined, { person, lid, pairs }: WhoInput): boolean {
  return own !== undefined && (own === lid || (person !== undefined && pairs.isSure(person.key, own)));
}

/** The same. */
function findMember({ people, unidentified }: LiveGroup, input: WhoInput): LiveView | undefined {
  const { person } = input;
  const known =
    (person && people.get(person.key)) ?? [...people.values()].find((each) => isTheirs(each.lid, input));
  const found = known ?? unidentified.find((each) => isTheirs(each.lid, input));
  return (
    found && {
      kind: 'there',
      role: found.role,
      ...(found.isOwner && { isOwner: true }),
      ...(!known && { isHidden: true }),
    }
  );
}
