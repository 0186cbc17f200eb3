import type { GroupFile } from '../../../src/sandbox/world-file.ts';
import { findRemembered, toShownLids } from './memory.ts';
import type { Lookups, Question, Seen } from './question.ts';
import { toName, toOwn } from './wanted.ts';

/** The account's own entry in a group; undefined where it is not in it. */
export function findSelf(
  { members }: GroupFile,
  question: Question,
): GroupFile['members'][number] | undefined {
  const own = toOwn(question);
  return members.find(({ pn }) => toName(pn) === own);
}

export function isReadable(group: GroupFile, question: Question): boolean {
  return findSelf(group, question) !== undefined;
}

export function isOnWhatsApp(number: string, { world }: Question): boolean {
  const person = world.people.find(({ pn }) => pn === number);
  const isMember = world.groups.some((group) => group.members.some(({ pn }) => pn === number));
  return person ? person.registered !== false : isMember;
}

/** Who is there: by number, by a look-up, by the memory of another day, or not to be told. */
export function look(group: GroupFile, known: Lookups, question: Question): Seen {
  const visible = group.members.filter(({ hidden }) => !hidden).map(({ pn }) => toName(pn));
  const shared = new Set(visible.filter((name, at) => visible.indexOf(name) !== at));
  const named = group.members.map((member) => ({
    member,
    name: member.hidden ? recognise(member.pn, known, question) : toName(member.pn),
  }));
  const isClear = ({ name }: { readonly name: string | undefined }) =>
    name !== undefined && !shared.has(name);
  const clear = named.filter(isClear).map(({ member, name = '' }) => ({ ...member, name }));
  const unknown = named.filter((one) => !isClear(one)).map(({ member }) => member);
  const people = new Set(clear.map(({ name }) => name));
  return {
    people,
    shared,
    admins: new Set(clear.filter(({ role }) => role && role !== 'member').map(({ name }) => name)),
    remembered: new Set(
      clear.filter(({ hidden, name }) => hidden && !known.told.has(name)).map(({ name }) => name),
    ),
    unknown,
    hides: unknown.some(({ hidden }) => hidden),
    lids: toShownLids(group, people, question),
  };
}

/** Whoever was looked up is the one whose very number was asked about; the memory's word holds until then. */
function recognise(pn: string, { told, denied }: Lookups, question: Question): string | undefined {
  if (told.get(toName(pn)) === pn) return toName(pn);
  const name = findRemembered(pn, question);
  return name !== undefined && !told.has(name) && !denied.has(name) ? name : undefined;
}
