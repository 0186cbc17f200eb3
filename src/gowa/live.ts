import type { LiveGroup, LivePerson, Unidentified } from '../domain/group.ts';
import type { Lid, PersonKey, PhoneNumber, Role } from '../domain/person.ts';
import { toPersonKey } from '../domain/person.ts';
import { normaliseText } from '../domain/text.ts';
import { toLid, toPhone } from './jid.ts';
import type { WireGroup, WireParticipant } from './wire.ts';

/** Numbers of LIDs that a group itself does not show. */
export type LidNumbers = ReadonlyMap<Lid, PhoneNumber>;

/** A participant with both of their names made out. */
interface Member {
  readonly lid?: Lid;
  readonly phone?: PhoneNumber;
  readonly role: Role;
  readonly isOwner: boolean;
}

/** True for a group of which WhatsApp sent an empty shell: its name and settings mean nothing (contract T7). */
export function isStub(info: WireGroup): boolean {
  return info.GroupCreated.startsWith('0001-01-01');
}

/**
 * True where the people are all there: a list that is as long as WhatsApp says, and names nobody twice. An empty one
 * proves nothing: the account, at least, would be in it (design 5, contract T7).
 */
export function provesItsPeople(info: WireGroup): boolean {
  const people = info.Participants ?? [];
  if (isStub(info) || people.length === 0) return false;
  if (info.ParticipantCount && info.ParticipantCount !== people.length) return false;
  return new Set(people.map((person) => person.JID)).size === people.length;
}

/** The group as the rest of Rollcall knows it. `numbers`: of LIDs that the group itself does not show a number for. */
export function toLiveGroup(
  info: WireGroup,
  context: { readonly account: PhoneNumber; readonly numbers: LidNumbers },
): LiveGroup {
  const members = (info.Participants ?? []).map((person) => toMember(info, person, context.numbers));
  const people = toPeople(members);
  return {
    id: info.JID as LiveGroup['id'],
    settings: {
      name: normaliseText(info.Name),
      topic: normaliseText(info.Topic),
      announce: info.IsAnnounce,
      locked: info.IsLocked,
      disappearing: info.IsEphemeral ? info.DisappearingTimer : 0,
    },
    ...people,
    self: people.people.get(toPersonKey(context.account))?.role ?? 'unknown',
    kind: toKind(info),
    suspended: info.Suspended ?? false,
    // Somebody's client once wrote the word itself; every edit is refused since (contract T10).
    topicFrozen: info.TopicID === 'undefined',
    peopleComplete: provesItsPeople(info),
  };
}

function toKind(info: WireGroup): LiveGroup['kind'] {
  if (info.IsParent) return 'community';
  return info.IsDefaultSubGroup ? 'announcements' : 'group';
}

function toMember(info: WireGroup, person: WireParticipant, numbers: LidNumbers): Member {
  const lid = toLid(person.LID) ?? toLid(person.JID);
  const shown = toPhone(person.PhoneNumber) ?? toPhone(person.JID);
  // GOWA sometimes puts the LID's digits where the number belongs (contract T6).
  const phone = isLidInDisguise(shown, lid) ? undefined : shown;
  const known = phone ?? (lid && numbers.get(lid));
  return {
    ...(lid && { lid }),
    ...(known && { phone: known }),
    role: person.IsAdmin || person.IsSuperAdmin ? 'admin' : 'member',
    isOwner: person.IsSuperAdmin || isNamedOwner(info, lid, known),
  };
}

/** True where a number is only the LID's digits. */
export function isLidInDisguise(phone: string | undefined, lid: Lid | undefined): boolean {
  return phone !== undefined && phone === (lid as string | undefined);
}

/** The creator, who may have left or may not be the super admin any more, is the owner while in the group (contract T17). */
function isNamedOwner({ OwnerJID, OwnerPN }: WireGroup, lid?: Lid, phone?: PhoneNumber): boolean {
  const owner = toPhone(OwnerPN ?? '') ?? toPhone(OwnerJID);
  const byNumber = phone !== undefined && owner !== undefined && toPersonKey(owner) === toPersonKey(phone);
  return byNumber || (lid !== undefined && toLid(OwnerJID) === lid);
}

/** Members by person; two who share a key cannot be told apart, so neither is identified (design 5). */
function toPeople(members: readonly Member[]): Pick<LiveGroup, 'people' | 'unidentified'> {
  const people = new Map<PersonKey, LivePerson>();
  const unidentified: Unidentified[] = [];
  const shared = findSharedKeys(members);
  for (const { phone, ...member } of members) {
    const key = phone && toPersonKey(phone);
    if (phone === undefined || key === undefined) unidentified.push(member);
    else if (shared.has(key)) unidentified.push({ ...member, key });
    else people.set(key, { ...member, key, phone });
  }
  return { people, unidentified };
}

function findSharedKeys(members: readonly Member[]): ReadonlySet<PersonKey> {
  const seen = new Set<PersonKey>();
  const shared = new Set<PersonKey>();
  for (const { phone } of members) {
    const key = phone && toPersonKey(phone);
    if (key && seen.has(key)) shared.add(key);
    if (key) seen.add(key);
  }
  return shared;
}
