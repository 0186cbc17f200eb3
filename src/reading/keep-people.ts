import type { LiveGroup, LivePerson } from '../domain/group.ts';
import { Shelf } from '../domain/lazy/made-map.ts';
import type { Lid, Person, PersonKey } from '../domain/people/person.ts';
import type { Roster } from '../domain/people/roster.ts';

/** The least that a group's people can be told from, at one place for each of them, in their order. */
interface Kept {
  /** Those whom the files name too are theirs: nobody is there twice, in however many groups. */
  readonly people: readonly Pick<Person, 'key' | 'phone'>[];
  /** In one text, a space between each two; nothing for none. */
  readonly lids: string;
  readonly roles: Uint8Array;
}

/** Bits of `roles`. */
const [admin, owner] = [1, 2];

/** Of so many people all is there that there is to tell; of all others it is made when somebody looks. */
const shelf = new Shelf(20_000);

/**
 * The same group, its people kept small: two million members take 40 MB so, and 500 MB as they are. `known`: whom the
 * files name.
 */
export function keepPeople(live: LiveGroup, known: Pick<ReadonlyMap<PersonKey, Person>, 'get'>): LiveGroup {
  const members = [...live.people.values()];
  if (!members.every(isPlain)) return live;
  const kept = toKept(members, known);
  return { ...live, people: shelf.toMap(toRoster(members, kept), () => toPeople(kept)) };
}

function toRoster(members: readonly LivePerson[], { people }: Kept): Roster {
  return {
    keys: people.map(({ key }) => key),
    admins: members.filter(({ role }) => role === 'admin').map(({ key }) => key),
    isDated: false,
    hasLids: members.every(({ lid }) => lid !== undefined),
  };
}

/** True for somebody of whom WhatsApp alone tells. */
function isPlain({ handle, name, isSealed, isRemembered }: LivePerson): boolean {
  return (handle ?? name ?? isSealed ?? isRemembered) === undefined;
}

function toKept(members: readonly LivePerson[], known: Pick<ReadonlyMap<PersonKey, Person>, 'get'>): Kept {
  return {
    people: members.map(({ key, phone }) => {
      const person = known.get(key);
      return person?.phone === phone ? person : { key, phone };
    }),
    lids: members.map(({ lid = '' }) => lid).join(' '),
    roles: Uint8Array.from(
      members,
      ({ role, isOwner }) => (role === 'admin' ? admin : 0) | (isOwner ? owner : 0),
    ),
  };
}

function toPeople({ people, lids: text, roles }: Kept): ReadonlyMap<PersonKey, LivePerson> {
  const lids = text.split(' ') as Lid[];
  const found = new Map<PersonKey, LivePerson>();
  people.forEach(({ key, phone }, place) => {
    const [bits, lid] = [roles[place] ?? 0, lids[place]];
    const role = (bits & admin) === 0 ? 'member' : 'admin';
    const isOwner = (bits & owner) !== 0;
    found.set(key, lid ? { key, phone, role, isOwner, lid } : { key, phone, role, isOwner });
  });
  return found;
}
