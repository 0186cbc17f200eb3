import type { GroupFile } from '../../../src/sandbox/world-file.ts';
import type { RawGroup } from '../raw-files.ts';
import { difference, union } from '../sets.ts';
import type { Lookups, Question, Seen } from './question.ts';
import { toName, toOwn, toWanted } from './wanted.ts';

export function isReadable(group: GroupFile, question: Question): boolean {
  return group.members.some(({ pn }) => toName(pn) === toOwn(question));
}

/**
 * Section 5: "a desired person who is missing while somebody is unidentified is looked up", at most 20 people a run.
 * WhatsApp knows exactly one spelling, the one that the world has.
 */
export function lookUp(own: readonly RawGroup[], question: Question): Lookups {
  const asked = new Map<string, string>();
  for (const file of own) {
    const group = question.world.groups.find(({ id }) => `${id}@g.us` === file.id);
    if (!group || !isReadable(group, question)) continue;
    const wanted = toWanted(file, question);
    const { people, shared, hides } = look(group, new Map());
    if (!hides) continue;
    const missing = difference(wanted.members, union(people, shared, wanted.invitedOnly));
    for (const name of [...missing].toSorted()) asked.set(name, wanted.spelling.get(name) ?? name);
  }
  const first = [...asked].slice(0, 20);
  return new Map(first.filter(([, number]) => isOnWhatsApp(number, question)));
}

export function isOnWhatsApp(number: string, { world }: Question): boolean {
  const person = world.people.find(({ pn }) => pn === number);
  const isMember = world.groups.some((group) => group.members.some(({ pn }) => pn === number));
  return person ? person.registered !== false : isMember;
}

/** Who is there: by number, by a look-up, or not to be told. */
export function look(group: GroupFile, told: Lookups): Seen {
  const names = group.members.map(({ pn }) => toName(pn));
  const visible = group.members.filter(({ hidden }) => !hidden);
  const twice = visible.map(({ pn }) => toName(pn));
  const shared = new Set(twice.filter((name, at) => twice.indexOf(name) !== at));
  const seenDirectly = difference(new Set(twice), shared);
  const found = new Set(
    group.members.filter(({ hidden, pn }) => hidden && isTold(pn, told)).map(({ pn }) => toName(pn)),
  );
  const people = union(seenDirectly, found);
  const unknown = group.members.filter((_, at) => !people.has(names[at] ?? ''));
  return {
    people,
    shared,
    admins: new Set(
      group.members.filter(({ pn, role }) => role && people.has(toName(pn))).map(({ pn }) => toName(pn)),
    ),
    unknown,
    hides: unknown.some(({ hidden }) => hidden),
  };
}

/** Identified by a look-up for whichever group: the LID that was told is that of this very number. */
function isTold(pn: string, told: Lookups): boolean {
  return told.get(toName(pn)) === pn;
}
