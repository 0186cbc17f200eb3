import type { LiveGroup, LivePerson, Unidentified } from '../domain/group.ts';
import type { Lid, PersonKey, PhoneNumber, Role } from '../domain/person.ts';
import { toPersonKey } from '../domain/person.ts';
import { normaliseText } from '../domain/text.ts';
import { toLid, toPhone } from './jid.ts';
import type { WireGroup, WireParticipant } from './wire.ts';

/** Numbers of LIDs that a group itself does not show. */
export type LidNumbers = ReadonlyMap<Lid, PhoneNumber>;

/** A participant with their names made out. */
interface Member {
  readonly lid: Lid | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly key: PersonKey | undefined;
  readonly role: Role;
  readonly isOwner: boolean;
}

/** Who owns a group, as far as it says. */
interface Owner {
  readonly lid: Lid | undefined;
  readonly key: PersonKey | undefined;
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
  const owner = toOwner(info);
  const members = (info.Participants ?? []).map((person) => toMember(person, owner, context.numbers));
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

/** The creator, who may have left or may not be the super admin any more, is the owner while in the group (contract T17). */
function toOwner({ OwnerJID, OwnerPN }: WireGroup): Owner {
  const phone = toPhone(OwnerPN ?? '') ?? toPhone(OwnerJID);
  return { lid: toLid(OwnerJID), key: phone && toPersonKey(phone) };
}

function toMember(person: WireParticipant, owner: Owner, numbers: LidNumbers): Member {
  const lid = toLid(person.LID) ?? toLid(person.JID);
  const shown = toPhone(person.PhoneNumber) ?? toPhone(person.JID);
  // GOWA sometimes puts the LID's digits where the number belongs (contract T6).
  const own = isLidInDisguise(shown, lid) ? undefined : shown;
  const phone = own ?? (lid && numbers.get(lid));
  const key = phone && toPersonKey(phone);
  const isNamed = (key !== undefined && key === owner.key) || (lid !== undefined && lid === owner.lid);
  return {
    lid,
    phone,
    key,
    role: person.IsAdmin || person.IsSuperAdmin ? 'admin' : 'member',
    isOwner: person.IsSuperAdmin || isNamed,
  };
}

/** True where a number is only the LID's digits. */
export function isLidInDisguise(phone: string | undefined, lid: Lid | undefined): boolean {
  return phone !== undefined && phone === (lid as string | undefined);
}

/** Members by person; two who share a key cannot be told apart, so neither is identified (design 5). */
function toPeople(members: readonly Member[]): Pick<LiveGroup, 'people' | 'unidentified'> {
  const people = new Map<PersonKey, LivePerson>();
  const unidentified: Unidentified[] = [];
  const shared = findSharedKeys(members);
  for (const member of members) {
    const { phone, key, lid, role, isOwner } = member;
    if (phone === undefined || key === undefined || shared.has(key))
      unidentified.push(toUnidentified(member));
    // Two literals instead of a spread: half a million of these are made for the largest accounts.
    else people.set(key, lid ? { key, phone, role, isOwner, lid } : { key, phone, role, isOwner });
  }
  return { people, unidentified };
}

function toUnidentified({ lid, key, role, isOwner }: Member): Unidentified {
  return { ...(lid && { lid }), ...(key && { key }), role, isOwner };
}

function findSharedKeys(members: readonly Member[]): ReadonlySet<PersonKey> {
  const seen = new Set<PersonKey>();
  const shared = new Set<PersonKey>();
  for (const { key } of members) {
    if (key === undefined) continue;
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}
