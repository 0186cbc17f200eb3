import type { LivePerson, Unidentified } from '../group.ts';
import { findRoster, Shelf } from '../lazy/made-map.ts';
import { toNumberKey, toPersonKey } from './person-key.ts';
import type { Lid, PersonKey, PhoneNumber, Role } from './person.ts';
import type { Roster } from './roster.ts';
import { toKeys, withMore } from './roster.ts';

/** Bits of `PackedPeople.roles`. */
export const roleBits = { admin: 1, owner: 2 } as const;

/** All spellings of one number end in these digits alike (person-key.ts). */
const commonEnd = 1e8;

/** The largest number of 15 digits, which a double holds exactly, as it does all smaller ones. */
const largest = 999_999_999_999_999;

/** Of so many people all is there that there is to tell; of all others it is made when somebody looks. */
const shelf = new Shelf(20_000);

/**
 * A group's people in 17 bytes each instead of 250, at one place for each of them, in their order: two million take 34 MB.
 * Numbers and LIDs are numbers here. No two share a key or a LID, and nobody has neither.
 */
export class PackedPeople {
  /** As WhatsApp spells them; 0 for whoever hides theirs. */
  readonly phones: Float64Array;
  /** 0 for none. */
  readonly lids: Float64Array;
  readonly roles: Uint8Array;

  constructor(phones: Float64Array, lids: Float64Array, roles: Uint8Array) {
    this.phones = phones;
    this.lids = lids;
    this.roles = roles;
  }

  get length(): number {
    return this.roles.length;
  }

  /** The place of a person, in whatever spelling their number is; -1 for whoever is not there. */
  findPlace(key: PersonKey): number {
    const same = this.phones.indexOf(Number(key));
    if (same >= 0) return same;
    const end = Number(key) % commonEnd;
    return this.phones.findIndex((phone) => phone % commonEnd === end && toNumberKey(phone) === key);
  }

  /** The place of a LID; -1 where nobody has it. */
  findPlaceOfLid(lid: Lid): number {
    return isPackable(lid) ? this.lids.indexOf(Number(lid)) : -1;
  }

  /** The LID of whoever is at a place; undefined where they have none, or nobody is there. */
  lidAt(place: number): Lid | undefined {
    return this.lids[place] ? (String(this.lids[place]) as Lid) : undefined;
  }

  /** The number of whoever is at a place; undefined where it is hidden, or nobody is there. */
  phoneAt(place: number): PhoneNumber | undefined {
    return this.phones[place] ? (String(this.phones[place]) as PhoneNumber) : undefined;
  }

  /** What whoever is at a place is in the group; undefined where nobody is there. */
  roleAt(place: number): Role | undefined {
    const bits = this.roles[place];
    return bits === undefined ? undefined : (bits & roleBits.admin) === 0 ? 'member' : 'admin';
  }

  /** Whoever is at this place owns the group. */
  markOwner(place: number): void {
    if (place >= 0) this.roles[place] = (this.roles[place] ?? 0) | roleBits.owner;
  }

  /** True for whoever owns the group, as far as anybody has said so. */
  isOwnerAt(place: number): boolean {
    return ((this.roles[place] ?? 0) & roleBits.owner) !== 0;
  }

  /** Those who show their number, in their order. */
  findShown(): PackedPeople {
    if (!this.phones.includes(0)) return this;
    const isShown = (_: number, place: number) => this.phones[place] !== 0;
    return new PackedPeople(
      this.phones.filter(isShown),
      this.lids.filter(isShown),
      this.roles.filter(isShown),
    );
  }

  /** Those who hide it, in their order; each of them has a LID. */
  findHidden(): Unidentified[] {
    const hidden: Unidentified[] = [];
    for (let place = this.phones.indexOf(0); place >= 0; place = this.phones.indexOf(0, place + 1)) {
      const [lid, role] = [this.lidAt(place), this.roleAt(place) ?? 'member'];
      hidden.push({ ...(lid && { lid }), role, isOwner: this.isOwnerAt(place) });
    }
    return hidden;
  }

  /** Those who show their number by key, made when somebody looks. */
  toMap(): ReadonlyMap<PersonKey, LivePerson> {
    const shown = this.findShown();
    return shelf.toMap(shown.#toRoster(), () => shown.#unpack());
  }

  #toRoster(): Roster {
    const admins: PersonKey[] = [];
    this.phones.forEach((phone, place) => this.roleAt(place) === 'admin' && admins.push(toNumberKey(phone)));
    return {
      keys: toKeys(this.phones),
      phones: this.phones,
      lids: this.lids,
      admins,
      isDated: false,
      hasLids: !this.lids.includes(0),
    };
  }

  #unpack(): ReadonlyMap<PersonKey, LivePerson> {
    const people = new Map<PersonKey, LivePerson>();
    for (let place = 0; place < this.length; place += 1) {
      const phone = String(this.phones[place]) as PhoneNumber;
      const [key, lid] = [toPersonKey(phone), this.lidAt(place)];
      const role = this.roleAt(place) ?? 'member';
      const isOwner = this.isOwnerAt(place);
      people.set(key, lid === undefined ? { key, phone, role, isOwner } : { key, phone, role, isOwner, lid });
    }
    return people;
  }
}

/** The people of a group, packed; undefined where somebody has more to them than room is for. */
export function packPeople(members: readonly LivePerson[]): PackedPeople | undefined {
  if (!members.every(isPlain)) return undefined;
  return new PackedPeople(
    Float64Array.from(members, ({ phone }) => Number(phone)),
    Float64Array.from(members, ({ lid = 0 }) => Number(lid)),
    Uint8Array.from(
      members,
      ({ role, isOwner }) => (role === 'admin' ? roleBits.admin : 0) | (isOwner ? roleBits.owner : 0),
    ),
  );
}

/** True for somebody of whom WhatsApp alone tells, and whose LID is no longer than today's are. */
function isPlain({ handle, name, isSealed, isRemembered, lid, key, phone }: LivePerson): boolean {
  if ((handle ?? name ?? isSealed ?? isRemembered) !== undefined) return false;
  return toPersonKey(phone) === key && (lid === undefined || isPackable(lid));
}

function isPackable(digits: string): boolean {
  const number = Number(digits);
  return number > 0 && number <= largest && String(number) === digits;
}

/** True where two of these numbers may belong to one person, as two spellings or as one number twice. */
export function mayShareKeys(phones: Float64Array): boolean {
  // An end may be nothing but zeros.
  return hasTwice(phones.map((phone) => (phone === 0 ? 0 : (phone % commonEnd) + 1)));
}

/** True where a number other than 0 is there twice. */
export function hasTwice(numbers: Float64Array): boolean {
  return numbers.toSorted().some((each, place, sorted) => each !== 0 && each === sorted[place + 1]);
}

/** A group's people and a few more, whose keys none of them has: not made before somebody looks, where the group's were not. */
export function withMorePeople(
  people: ReadonlyMap<PersonKey, LivePerson>,
  more: readonly LivePerson[],
): ReadonlyMap<PersonKey, LivePerson> {
  const roster = findRoster(people);
  const join = () => new Map([...people, ...more.map((person) => [person.key, person] as const)]);
  return roster ? shelf.toMap(withMore(roster, more), join) : join();
}

/** A search for whoever has one of these LIDs in a group, in which nobody else is made. */
export function createLidSearch(lids: ReadonlySet<Lid>) {
  const numbers = new Set([...lids].map(Number));
  return (people: ReadonlyMap<PersonKey, LivePerson>): Pick<LivePerson, 'key' | 'phone' | 'lid'>[] => {
    const { phones, lids: all } = findRoster(people) ?? {};
    if (!phones || !all) return [...people.values()].filter(({ lid }) => lid !== undefined && lids.has(lid));
    const found: Pick<LivePerson, 'key' | 'phone' | 'lid'>[] = [];
    all.forEach((lid, place) => {
      if (!numbers.has(lid)) return;
      const phone = String(phones[place]) as PhoneNumber;
      found.push({ key: toPersonKey(phone), phone, lid: String(lid) as Lid });
    });
    return found;
  };
}
