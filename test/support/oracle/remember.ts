import type { GroupFile, WorldFile } from '../../../src/sandbox/world-file.ts';
import { difference, intersection, none, union } from '../sets.ts';
import { findOwn, nothingYet, toLid } from './memory.ts';
import type { Lookups, Question, Remembered } from './question.ts';
import { isReadable, look } from './seen.ts';
import { toWanted } from './wanted.ts';

/** What the memory holds after a run: `before` is the world that it found, `question.world` the one that it left. */
export function remember(
  question: Question,
  before: WorldFile,
  known: Lookups,
  readded: Iterable<string>,
): Remembered {
  const { memory = nothingYet, world } = question;
  const pairs = new Map(memory.pairs);
  const inside = new Map(memory.inside);
  // What a look-up told is kept like what a group showed.
  for (const [name, number] of known.told) {
    const lid = toLid(number, world);
    if (lid) pairs.set(lid, union(pairs.get(lid) ?? none, new Set([name])));
  }
  for (const file of findOwn(question)) {
    const group = world.groups.find(({ id }) => `${id}@g.us` === file.id);
    if (!group || !isReadable(group, question)) continue;
    const was = before.groups.find(({ id }) => id === group.id) ?? group;
    for (const [name, lid] of [...look(was, known, question).lids, ...look(group, known, question).lids])
      pairs.set(lid, union(pairs.get(lid) ?? none, new Set([name])));
    const { present, gone } = compare(was, group, known, question);
    const wanted = toWanted(file, question).members;
    const stillThere = difference(inside.get(group.id) ?? none, gone);
    inside.set(group.id, union(stillThere, intersection(wanted, present)));
  }
  return { pairs, inside, readded: union(memory.readded, new Set(readded)) };
}

function compare(was: GroupFile, group: GroupFile, known: Lookups, question: Question) {
  const before = look(was, known, question);
  const after = look(group, known, question);
  return { present: after.people, gone: difference(before.people, after.people) };
}
