import type { GroupFile, WorldFile } from '../../../src/sandbox/world-file.ts';
import type { RawGroup } from '../raw-files.ts';
import { difference, none } from '../sets.ts';
import type { People, Question, Remembered, Seen, Wanted } from './question.ts';
import { toName } from './wanted.ts';

/** A memory of its first moment. */
export const nothingYet: Remembered = { pairs: new Map(), inside: new Map(), readded: new Set() };

export function toLid(pn: string, { people }: Pick<WorldFile, 'people'>): string | undefined {
  return people.find((person) => person.pn === pn)?.lid;
}

/** The LIDs that somebody was ever seen with. */
function toLids(name: string, { pairs }: Remembered): string[] {
  return [...pairs].filter(([, names]) => names.has(name)).map(([lid]) => lid);
}

/** True where number and LID were seen together, and neither with anything else. */
function isSure(name: string, lid: string, memory: Remembered): boolean {
  return memory.pairs.get(lid)?.size === 1 && toLids(name, memory).join(' ') === lid;
}

/** Whom a hidden member was seen to be, where that is beyond dispute and the files know them. */
export function findRemembered(pn: string, { world, memory, files }: Question): string | undefined {
  const lid = toLid(pn, world);
  const [name] = memory?.pairs.get(lid ?? '') ?? [];
  const isKnown = Object.values(files.people.people).some((number) => toName(number) === name);
  return memory && lid && name && isKnown && isSure(name, lid, memory) ? name : undefined;
}

/** A listed person who seems missing while the LID remembered for them stands there with another number (docs/architecture.md#reading). */
export function findStanding(group: GroupFile, { world, memory = nothingYet }: Question): People {
  const names = group.members.flatMap(({ pn, hidden }) => {
    const former = memory.pairs.get(toLid(pn, world) ?? '') ?? none;
    return [...former].filter((name) => hidden || name !== toName(pn));
  });
  return new Set(names);
}

/** Those whom the memory knows by one LID, which is not in the group: they are missing, and nobody has to ask. */
export function findSurelyMissing(
  names: People,
  group: GroupFile,
  { world, memory = nothingYet }: Question,
): People {
  const present = new Set(group.members.map(({ pn }) => toLid(pn, world)));
  const isAway = (name: string) => {
    const [lid] = toLids(name, memory);
    return lid !== undefined && isSure(name, lid, memory) && !present.has(lid);
  };
  return new Set([...names].filter(isAway));
}

/** Members by another number than the one that is to be kept: "nobody is removed, added or demoted for it". */
export function findFormer(group: GroupFile, kept: People, { world, memory = nothingYet }: Question): People {
  const changed = group.members.filter(({ pn }) => {
    const names = memory.pairs.get(toLid(pn, world) ?? '') ?? none;
    return [...names].some((name) => name !== toName(pn) && kept.has(name));
  });
  return new Set(changed.map(({ pn }) => toName(pn)));
}

/** "Was in the group when last verified and has left since"; whoever is put back is not among them. */
export function findLeft(
  group: GroupFile,
  wanted: Wanted,
  { memory = nothingYet, today }: Question,
): { readonly left: People; readonly back: ReadonlyMap<string, string> } {
  const gone = memory.inside.get(group.id) ?? none;
  const back = [...wanted.readd].filter(
    ([name, day]) => gone.has(name) && day >= today && !memory.readded.has(`${group.id} ${name} ${day}`),
  );
  return { left: difference(gone, new Set(back.map(([name]) => name))), back: new Map(back) };
}

/** True where a number was seen with another LID than this one before: it may be somebody else's by now. */
export function hasOtherLid(
  name: string,
  lid: string | undefined,
  { memory = nothingYet }: Question,
): boolean {
  return lid !== undefined && [...memory.pairs].some(([other, names]) => other !== lid && names.has(name));
}

export function findOwn({ files, account }: Question): RawGroup[] {
  return Object.keys(files.groups)
    .toSorted()
    .map((name) => files.groups[name] as RawGroup)
    .filter((file) => file.id !== undefined && (file.account ?? 'main') === account);
}

/** By name, the LID that a group shows beside the number; the sandbox does so in groups by numbers as well. */
export function toShownLids(group: GroupFile, people: People, { world }: Question): Seen['lids'] {
  const shown = group.members.flatMap(({ pn, hidden }) => {
    const lid = toLid(pn, world);
    return lid && !hidden && people.has(toName(pn)) ? [[toName(pn), lid] as const] : [];
  });
  return new Map(shown);
}
