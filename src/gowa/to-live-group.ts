import type { LiveGroup, LivePerson, Unidentified } from '../domain/group.ts';
import type { Lid, PersonKey, PhoneNumber, Role } from '../domain/people/person.ts';
import { PackedPeople } from '../domain/people/packed-people.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { toLid, toPhone } from './answers/jid.ts';
import type { Owner } from './answers/owner.ts';
import { toOwner } from './answers/owner.ts';
import { toSettings } from './setting-fields.ts';
import type { WireGroup, WireParticipant } from './answers/wire.ts';

/** Numbers of LIDs that a group itself does not show. */
export type LidNumbers = Pick<ReadonlyMap<Lid, PhoneNumber>, 'get'>;

/** A participant with their names made out. */
interface Member {
  readonly lid: Lid | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly key: PersonKey | undefined;
  readonly role: Role;
  readonly isOwner: boolean;
}

/**
 * How far a list of people proves that it has everybody (docs/architecture.md#reading, docs/gowa.md#t7): `counted` is
 * as long as WhatsApp says, of `uncounted` WhatsApp gives no number (GOWA then shows 0, or an older one no field),
 * `none` is half a list or none.
 */
export type Proof = 'counted' | 'uncounted' | 'none';

/** A group is judged several times on its way. */
const proofs = new WeakMap<WireGroup, Proof>();

/** How far the list of people in a group proves that it is whole; judged once for each group. */
export function findProof(info: WireGroup): Proof {
  const proof = proofs.get(info) ?? judge(info);
  proofs.set(info, proof);
  return proof;
}

/** An empty list proves nothing: the account, at least, would be in it. */
function judge(info: WireGroup): Proof {
  const people = info.Participants ?? [];
  if (people.length === 0 || !namesNobodyTwice(people)) return 'none';
  if (!info.ParticipantCount) return isUndated(info) ? 'none' : 'uncounted';
  return info.ParticipantCount === people.length ? 'counted' : 'none';
}

/** True for a group without a time of its creation: an empty shell often, a whole group sometimes (docs/gowa.md#t7). */
export function isUndated({ GroupCreated: created = '' }: WireGroup): boolean {
  // Go's zero time, and the zero of Unix. WhatsApp began in 2009.
  return !(Date.parse(created) > Date.UTC(2009, 0, 1));
}

/** True for a group of which WhatsApp sent an empty shell: its settings mean nothing (docs/gowa.md#t7). */
export function isShell(info: WireGroup): boolean {
  return isUndated(info) && (info.Name === '' || !info.Participants?.length);
}

/** True where the account is seen in the list, by a number or a LID of its own; a community's parent may leave it out. */
export function listsAccount(
  { IsParent: isParent, Participants: people }: WireGroup,
  { account, ownLids }: { readonly account: PhoneNumber; readonly ownLids: ReadonlySet<Lid> },
): boolean {
  if (isParent) return true;
  const key = toPersonKey(account);
  if (people instanceof PackedPeople)
    return people.findPlace(key) >= 0 || [...ownLids].some((lid) => people.findPlaceOfLid(lid) >= 0);
  // Both spellings of a number end alike, so that hardly anybody needs a closer look.
  const end = account.slice(-8);
  return (people ?? []).some(({ JID, LID, PhoneNumber }) => {
    const lid = ownLids.size > 0 ? (toLid(LID) ?? toLid(JID)) : undefined;
    if (lid !== undefined && ownLids.has(lid)) return true;
    if (!PhoneNumber.includes(end) && !JID.includes(end)) return false;
    const phone = toPhone(PhoneNumber) ?? toPhone(JID);
    return phone !== undefined && toPersonKey(phone) === key;
  });
}

/** True where no member is there twice, under any name, and none has two. Half a million rows pass here: no patterns. */
function namesNobodyTwice(people: readonly WireParticipant[] | PackedPeople): boolean {
  if (people instanceof PackedPeople) return true;
  const seen = new Set<string>();
  return people.every((person) => {
    const jid = withoutDevice(person.JID);
    if (seen.has(jid)) return false;
    seen.add(jid);
    return takesName(person.LID, jid, seen) && takesName(person.PhoneNumber, jid, seen);
  });
}

/** False for a name that somebody has already, or beside which `jid` is another of the same kind. */
function takesName(raw: string, jid: string, seen: Set<string>): boolean {
  const name = withoutDevice(raw);
  if (name === '' || name === jid || name.startsWith('@')) return true;
  if (seen.has(name) || jid.endsWith(name.slice(name.indexOf('@')))) return false;
  seen.add(name);
  return true;
}

/** The same account on any of its devices: "447700900001:12@s.whatsapp.net" → "447700900001@s.whatsapp.net". */
function withoutDevice(jid: string): string {
  return jid.includes(':') ? jid.replace(/(?:\.\d+)?:\d+@/, '@') : jid;
}

/** The group as the rest of Rollcall knows it. `numbers`: of LIDs that the group itself does not show a number for. */
export function toLiveGroup(
  info: WireGroup,
  context: { readonly account: PhoneNumber; readonly numbers: LidNumbers },
): LiveGroup {
  const account = toPersonKey(context.account);
  const people = toWhoIsThere(info, account, context.numbers);
  const proof = findProof(info);
  const { self } = people;
  return {
    id: info.JID as LiveGroup['id'],
    settings: toSettings(info),
    ...people,
    kind: toKind(info),
    suspended: info.Suspended ?? false,
    // Somebody's client once wrote the word itself; every edit is refused since (docs/gowa.md#t10).
    topicFrozen: info.TopicID === 'undefined',
    // Only a community's parent may leave out the account itself (docs/gowa.md#t6).
    peopleComplete: proof !== 'none' && (self !== 'unknown' || info.IsParent),
    ...(proof === 'uncounted' && { uncounted: true }),
    ...(isUndated(info) && { undated: true }),
  };
}

type WhoIsThere = Pick<LiveGroup, 'people' | 'unidentified' | 'self'>;

/** The members, and what the account is among them. */
function toWhoIsThere(info: WireGroup, account: PersonKey, numbers: LidNumbers): WhoIsThere {
  const { Participants: members } = info;
  if (members instanceof PackedPeople) {
    const unidentified = members.findHidden();
    const isTold = unidentified.some(({ lid }) => lid !== undefined && numbers.get(lid) !== undefined);
    if (!isTold) return { people: members.toMap(), unidentified, self: findSelf(members, account) };
  }
  const people = toPeople(toMembers(info, numbers));
  return { ...people, self: people.people.get(account)?.role ?? 'unknown' };
}

function findSelf(members: PackedPeople, account: PersonKey): LiveGroup['self'] {
  return members.roleAt(members.findPlace(account)) ?? 'unknown';
}

function toMembers(info: WireGroup, numbers: LidNumbers): Member[] {
  const { Participants: members } = info;
  const owner = toOwner(info);
  return members instanceof PackedPeople
    ? Array.from(members.roles, (_, place) => toMember(toPackedNamed(members, place), owner, numbers))
    : (members ?? []).map((person) => toMember(toNamed(person), owner, numbers));
}

function toKind(info: WireGroup): LiveGroup['kind'] {
  if (info.IsParent) return 'community';
  return info.IsDefaultSubGroup ? 'announcements' : 'group';
}

/** A participant under the names that the group itself shows. */
type Named = Omit<Member, 'key'>;

function toNamed(person: WireParticipant): Named {
  const lid = toLid(person.LID) ?? toLid(person.JID);
  const shown = toPhone(person.PhoneNumber) ?? toPhone(person.JID);
  return {
    lid,
    // GOWA sometimes puts the LID's digits where the number belongs (docs/gowa.md#t6).
    phone: isLidInDisguise(shown, lid) ? undefined : shown,
    role: person.IsAdmin || person.IsSuperAdmin ? 'admin' : 'member',
    isOwner: person.IsSuperAdmin,
  };
}

function toPackedNamed(people: PackedPeople, place: number): Named {
  return {
    lid: people.lidAt(place),
    phone: people.phoneAt(place),
    role: people.roleAt(place) ?? 'member',
    isOwner: people.isOwnerAt(place),
  };
}

function toMember(named: Named, owner: Owner, numbers: LidNumbers): Member {
  const { lid, role } = named;
  const phone = named.phone ?? (lid && numbers.get(lid));
  const key = phone && toPersonKey(phone);
  const isOwner = (key !== undefined && key === owner.key) || (lid !== undefined && lid === owner.lid);
  return { lid, phone, key, role, isOwner: named.isOwner || isOwner };
}

/** True where a number is only the LID's digits. */
export function isLidInDisguise(phone: string | undefined, lid: Lid | undefined): boolean {
  return phone !== undefined && phone === (lid as string | undefined);
}

/**
 * Members by person; two who share a key cannot be told apart, so neither is identified (docs/architecture.md#reading).
 */
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
