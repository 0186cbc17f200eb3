import type { Random } from '../../../src/sandbox/random.ts';
import { createRandom } from '../../../src/sandbox/random.ts';
import type { GroupFile, MemberFile, WorldFile } from '../../../src/sandbox/world-file.ts';

/** How large a housing association is. */
export interface Size {
  readonly groups: number;
  /** People in the smallest and in the largest group, the account among them. */
  readonly smallest: number;
  readonly largest: number;
  /** In any group, the account not counted. */
  readonly people: number;
  /** So many of them hide their numbers. */
  readonly hidden: number;
  /** So many groups have a name that is too long for GOWA. */
  readonly longNames: number;
}

/** Forty groups on phones: who starts with Rollcall has some such thing. */
export const forty: Size = {
  groups: 40,
  smallest: 24,
  largest: 204,
  people: 1200,
  hidden: 60,
  longNames: 17,
};

/** The same in small. */
export const five: Size = { groups: 5, smallest: 4, largest: 16, people: 40, hidden: 4, longNames: 2 };

/** Somebody in a group. */
export interface Resident {
  readonly phone: string;
  readonly name: string;
  readonly isHidden: boolean;
}

/** The office's phone, which acts. */
const office = toPhone(0);

/** Mobile numbers reserved for fiction, then landlines that are. */
export function toPhone(n: number): string {
  return n < 1000 ? String(447_700_900_000 + n) : String(442_079_460_000 + n - 1000);
}

const firstNames =
  'Ana Ben Clara Dev Elena Femi Grace Hugo Ines Jonas Kemi Liam Mei Nora Omar Priya Quinn Rosa Sam Tara Uma Viktor Wanda Xenia Yusuf Zoë Aoife Björn Chloé Dmitri Émile Fatou Gül Hana Ioan Jürgen Kofi Łucja Małgorzata Niamh'.split(
    ' ',
  );
const lastNames =
  'Prescott Achebe Rossi Lindqvist Okafor Novák Silva Tanaka Murphy Haddad Kowalska Ferreira Schäfer Iyer Jensen Moreau Nakamura Olsen Petrov Quispe Ramos Sørensen Teixeira Ueda Vargas Wójcik Xu Yilmaz Zhang Ó’Brien'.split(
    ' ',
  );

/** All residents, each with a name of their own. */
export function makeResidents({ people, hidden }: Size): readonly Resident[] {
  return Array.from({ length: people }, (_, index) => ({
    phone: toPhone(index + 1),
    name: `${firstNames[index % firstNames.length]} ${lastNames[Math.floor(index / firstNames.length) % lastNames.length]}`,
    // All over the list.
    isHidden: Math.floor(((index + 1) * hidden) / people) > Math.floor((index * hidden) / people),
  }));
}

/** Their groups as phones have left them. */
export function makeWorld(size: Size, residents: readonly Resident[]): WorldFile {
  const random = createRandom(size.groups);
  // Everybody is somewhere: the list is dealt out before anybody is drawn twice.
  const undealt = [...residents];
  const dealt = Math.ceil((1.5 * residents.length) / size.groups);
  return {
    server: { devices: [{ pn: office }] },
    people: residents.map(({ phone, name }) => ({ pn: phone, name })),
    groups: Array.from({ length: size.groups }, (_, index) => {
      const count = toCount(size, index) - 1;
      const members = new Set(undealt.splice(0, Math.min(count, dealt)));
      while (members.size < count) members.add(draw(random, residents));
      return makeGroup(index, [...members], size);
    }),
  };
}

function toCount({ groups, smallest, largest }: Size, index: number): number {
  return Math.round(smallest + ((largest - smallest) * index) / Math.max(1, groups - 1));
}

function draw<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** The office owns every second one and is an admin of the others; two residents are admins everywhere. */
function makeGroup(index: number, residents: readonly Resident[], size: Size): GroupFile {
  const isOwn = index % 2 === 0;
  const members = residents.map(({ phone, isHidden }, at): MemberFile => ({
    pn: phone,
    ...(at === 0 && !isOwn ? { role: 'superadmin' as const } : at < 2 && { role: 'admin' as const }),
    ...(isHidden && { hidden: true }),
  }));
  return {
    id: `1203630000000${10_000 + index}`,
    subject: toName(index, size),
    owner: isOwn ? office : (members[0]?.pn ?? office),
    members: [{ pn: office, role: isOwn ? 'superadmin' : 'admin' }, ...members],
    ...(index % 3 === 0 && { desc: `Bins: Tuesday.\n\nLift broken? Call the office: "${index}" \\ #1\n` }),
    ...(index % 4 === 0 && { announce: true }),
    ...(index % 5 === 0 && { locked: true }),
    ...(index % 6 === 0 && { ephemeral: 604_800 }),
  };
}

/** Some too long for GOWA, and of the others some that make odd names of files. */
function toName(index: number, { longNames }: Size): string {
  if (index < longNames) return `Residents of Garden Court, staircase ${index + 1} – all floors`;
  const odd = ['_notices', '..', 'Café & crèche', '楼友会', '🌻', 'a/b: c', 'House 1'];
  return odd[index - longNames] ?? `House ${index - longNames - odd.length + 1}`;
}
