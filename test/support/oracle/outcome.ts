import type { GroupFile, MemberFile } from '../../../src/sandbox/world-file.ts';
import { difference, intersection, union } from '../sets.ts';
import { countAdmins, countLeaving, isEmptied, toFewest } from './limits.ts';
import type { Case, People, Question } from './question.ts';
import { isOnWhatsApp } from './seen.ts';
import { none } from './todo.ts';
import { toName } from './wanted.ts';

/** Section 7, and what WhatsApp lets happen. */
export function carryOut(one: Case, question: Question): GroupFile {
  const { todo, seen, wanted } = one;
  const joined = new Set(
    [...todo.add].filter((name) => mayJoin(wanted.spelling.get(name) ?? name, one, question)),
  );
  const reachable = new Set([...seen.people].filter((name) => isOnWhatsApp(toNumber(name, one), question)));
  const promoted = intersection(todo.promote, union(reachable, joined));
  const takers = whoMayBeTaken(one, promoted, question);
  const taken: Case = { ...one, todo: { ...todo, remove: intersection(todo.remove, takers) } };
  const isEmpty = isEmptied(taken, joined, question);
  const removed = isEmpty ? none : intersection(todo.remove, takers, reachable);
  const demoted = isEmpty ? none : intersection(todo.demote, takers, reachable);
  return toGroup(one, { joined, promoted, removed, demoted });
}

/** While some promotion did not come about, an admin is taken only where enough are left without it. */
function whoMayBeTaken(one: Case, promoted: People, question: Question): People {
  const { todo, seen } = one;
  const all = union(todo.demote, todo.remove);
  const left = countAdmins(one, question) + promoted.size - countLeaving(one);
  const isSafe = promoted.size === todo.promote.size || left >= toFewest(question);
  return isSafe ? all : difference(all, seen.admins);
}

function toNumber(name: string, { group }: Case): string {
  return group.members.find(({ pn }) => toName(pn) === name)?.pn ?? name;
}

function mayJoin(number: string, { group }: Case, question: Question): boolean {
  const person = question.world.people.find(({ pn }) => pn === number);
  const isWilling = !person?.privacy && !person?.recently_left?.includes(group.id);
  return isOnWhatsApp(number, question) && isWilling && group.members.length < (group.capacity ?? 1025);
}

interface Happened {
  readonly joined: People;
  readonly promoted: People;
  readonly removed: People;
  readonly demoted: People;
}

function toGroup({ group, todo, wanted }: Case, { joined, promoted, removed, demoted }: Happened): GroupFile {
  const before = group.members.map((member) => ({ ...member, name: toName(member.pn) }));
  const after = [...joined].map((name) => ({ pn: wanted.spelling.get(name) ?? name, name, role: undefined }));
  const members = [...before, ...after]
    .filter(({ name }) => !removed.has(name))
    .map(({ name, ...member }): MemberFile => {
      if (demoted.has(name)) return { ...member, role: undefined };
      return promoted.has(name) ? { ...member, role: member.role ?? 'admin' } : member;
    });
  return { ...group, ...todo.settings, members };
}
