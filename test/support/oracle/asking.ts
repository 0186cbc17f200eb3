import type { GroupFile } from '../../../src/sandbox/world-file.ts';
import type { RawGroup } from '../raw-files.ts';
import { none } from '../sets.ts';
import { findOwn, findRemembered, nothingYet, toLid } from './memory.ts';
import type { Asking, Lookups, People, Question } from './question.ts';
import { findSelf, isReadable } from './seen.ts';
import { toName } from './wanted.ts';

const nobody: Asking = { people: new Map(), remembered: none, shared: none, renumbered: none, hides: false };

interface Asker {
  readonly pn: string;
  /** Absent in a group by numbers. */
  readonly lid: string | undefined;
  readonly name: string | undefined;
  readonly isRemembered: boolean;
}

/**
 * Who asks to be let in, as far as anybody can tell (docs/files.md#join-requests): only where the group asks for a yes, the
 * account may give it, and the file has a list of members. `present`: who is seen in the group, who asks for nothing.
 */
export function lookAtAsking(
  group: GroupFile,
  file: RawGroup,
  known: Lookups,
  present: People,
  question: Question,
): Asking {
  if (!mayLetIn(group, file, question)) return nobody;
  const inside = new Set(group.members.map(({ pn }) => toLid(pn, question.world)));
  const numbers = [...new Set((group.requests ?? []).map(({ pn }) => pn))];
  const askers = numbers
    .map((pn) => toAsker(pn, group, known, question))
    .filter(({ lid }) => lid === undefined || !inside.has(lid))
    .filter(({ name }) => name === undefined || !present.has(name));
  const named = askers.filter(({ name }) => name !== undefined) as (Asker & { name: string })[];
  const names = named.map(({ name }) => name);
  return {
    people: new Map(named.map(({ name, pn }) => [name, pn])),
    remembered: new Set(named.filter(({ isRemembered }) => isRemembered).map(({ name }) => name)),
    shared: new Set(names.filter((name, at) => names.indexOf(name) !== at)),
    renumbered: findRenumbered(named, question),
    hides: named.length < askers.length,
  };
}

function mayLetIn(group: GroupFile, file: RawGroup, question: Question): boolean {
  const self = findSelf(group, question);
  const isAdmin = self?.role !== undefined && self.role !== 'member';
  return (
    group.approval === true && isAdmin && file.members !== undefined && !group.parent && !group.default_sub
  );
}

function toAsker(pn: string, { id, addressing }: GroupFile, known: Lookups, question: Question): Asker {
  const lid = addressing === 'pn' ? undefined : toLid(pn, question.world);
  const isTold = known.told.get(toName(pn)) === pn;
  if (lid === undefined || isTold || isShown(pn, question) || hasAskedBefore(pn, id, question))
    return { pn, lid, name: toName(pn), isRemembered: false };
  const name = findRemembered(pn, question);
  const isSaid = name !== undefined && !known.told.has(name) && !known.denied.has(name);
  return { pn, lid, name: isSaid ? name : undefined, isRemembered: isSaid };
}

/** GOWA knows a number behind a LID once it has read it beside it: in its list of groups, or in one that is read alone. */
function isShown(pn: string, question: Question): boolean {
  const managed = new Set(findOwn(question).map(({ id }) => id));
  return question.world.groups
    .filter((group) => isReadable(group, question))
    .filter(({ id, stub }) => !stub || managed.has(`${id}@g.us`))
    .some(({ members }) => members.some((one) => one.pn === pn && !one.hidden));
}

/**
 * Or once it has read a request by number, and looked up the LID for it: in a group whose requests are read before those of
 * this one, in the order of the files.
 */
function hasAskedBefore(pn: string, id: string, question: Question): boolean {
  const own = findOwn(question);
  const before = own.slice(
    0,
    own.findIndex((file) => file.id === `${id}@g.us`),
  );
  return before.some((file) => {
    const group = question.world.groups.find((one) => `${one.id}@g.us` === file.id);
    const isRead = group?.addressing === 'pn' && mayLetIn(group, file, question);
    return isRead && (group.requests ?? []).some((request) => request.pn === pn);
  });
}

/**
 * Whoever asks by a number that is not the one seen with their LID: the one whose it was is not added beside them; nor let in
 * where theirs was seen with another LID.
 */
function findRenumbered(
  askers: readonly { readonly name: string; readonly lid: string | undefined }[],
  { memory = nothingYet }: Question,
): People {
  const found = askers.flatMap(({ name, lid }) => {
    if (lid === undefined) return [];
    const former = [...(memory.pairs.get(lid) ?? none)].filter((other) => other !== name);
    const hasOther = [...memory.pairs].some(([other, names]) => other !== lid && names.has(name));
    return [...former, ...(hasOther ? [name] : [])];
  });
  return new Set(found);
}
