import type { GroupFile, MemberFile } from '../../../src/sandbox/world-file.ts';
import { difference, intersection, none, union } from '../sets.ts';
import { countAdmins, countLeaving, isEmptied, toFewest } from './limits.ts';
import type { Case, People, Question } from './question.ts';
import { hasOtherLid, toLid } from './memory.ts';
import { isOnWhatsApp } from './seen.ts';
import { toName } from './wanted.ts';

/** What an apply does (docs/architecture.md#applying), and what WhatsApp lets happen. */
export function carryOut(planned: Case, question: Question): GroupFile {
  const one = withoutMeant(planned, question);
  const { todo, seen } = one;
  const joined = new Set([...todo.add].filter((name) => mayJoin(name, one, question)));
  const reachable = new Set([...seen.people].filter((name) => isOnWhatsApp(toNumber(name, one), question)));
  const sure = new Set([...joined].filter((name) => !hasOtherAccount(name, one, question)));
  const promoted = intersection(todo.promote, union(reachable, sure));
  const takers = whoMayBeTaken(one, promoted, question);
  const taken: Case = { ...one, todo: { ...todo, remove: intersection(todo.remove, takers) } };
  const isEmpty = isEmptied(taken, joined, question);
  const removed = isEmpty ? none : intersection(todo.remove, takers, reachable);
  const demoted = isEmpty ? none : intersection(todo.demote, takers, reachable);
  return toGroup(one, { joined, promoted, removed, demoted });
}

/** True where the group has another link afterwards: somebody was removed, and that was approved. */
export function isRenewed(planned: Case, after: GroupFile): boolean {
  const there = new Set(after.members.map(({ pn }) => toName(pn)));
  return planned.todo.renew && [...planned.todo.remove].some((name) => !there.has(name));
}

/** What waits is not among what needs the promotions. */
function withoutMeant(one: Case, question: Question): Case {
  const meant = whoMayBeMeant(one, question);
  const { todo } = one;
  const [demote, remove] = [difference(todo.demote, meant), difference(todo.remove, meant)];
  return { ...one, todo: { ...todo, demote, remove } };
}

/**
 * Perhaps one person in two spellings (docs/files.md#a-group): an add that comes back as not on WhatsApp keeps the unlisted numbers
 * that are a slip or two away from it.
 */
function whoMayBeMeant(one: Case, question: Question): People {
  return findMeant(one.todo.add, one, question);
}

/** True where somebody waits once another group's add has shown that a number listed here too is not on WhatsApp. */
export function mayWait(one: Case, question: Question): boolean {
  const { wanted, seen, todo } = one;
  const missing = difference(union(wanted.members, wanted.early.members), seen.people, todo.add);
  const meant = findMeant(missing, one, question);
  return intersection(meant, union(todo.remove, todo.demote)).size > 0;
}

/** Unlisted members whose numbers are a slip or two away from one of these that WhatsApp does not know. */
function findMeant(missing: People, { wanted, seen, ...one }: Case, question: Question): People {
  const inVain = [...missing].map((name) => wanted.spelling.get(name) ?? name);
  const bad = inVain.filter((number) => !isOnWhatsApp(number, question));
  const numbers = [...difference(seen.people, wanted.named)].filter((name) => {
    const there = one.group.members.find(({ pn }) => toName(pn) === name)?.pn ?? name;
    return bad.some((number) => isWithin(2, number, there));
  });
  return new Set(numbers);
}

/** True where so many changed, added, lost or swapped digits make one text of the other. */
function isWithin(slips: number, a: string, b: string): boolean {
  if (a === b) return true;
  if (slips === 0 || Math.abs(a.length - b.length) > slips) return false;
  if (a[0] === b[0] && a !== '' && b !== '') return isWithin(slips, a.slice(1), b.slice(1));
  const left = slips - 1;
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return (
    isWithin(left, a.slice(1), b) ||
    isWithin(left, a, b.slice(1)) ||
    isWithin(left, a.slice(1), b.slice(1)) ||
    (isSwapped && isWithin(left, a.slice(2), b.slice(2)))
  );
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

/** Whoever asks is let in, whatever keeps them from being added. */
function mayJoin(name: string, one: Case, question: Question): boolean {
  const { group, asking } = one;
  const number = toJoining(name, one);
  const person = question.world.people.find(({ pn }) => pn === number);
  const isWilling = !person?.privacy && !person?.recently_left?.includes(group.id);
  const isFree = group.members.length < (group.capacity ?? 1025);
  return isOnWhatsApp(number, question) && (isWilling || asking.people.has(name)) && isFree;
}

/** Whose number was seen with another LID before is let in, and is no admin before a human has looked. */
function hasOtherAccount(name: string, one: Case, question: Question): boolean {
  return hasOtherLid(name, toLid(toJoining(name, one), question.world), question);
}

/** The number by which somebody joins: that of their request, or the files'. */
function toJoining(name: string, { asking, wanted }: Case): string {
  return asking.people.get(name) ?? wanted.spelling.get(name) ?? name;
}

/**
 * Those who may take their request back before it is answered, or who were in time; and those who ask by a LID alone, and are
 * recognised only where GOWA learns in another group whose it is.
 */
export function findUnsure({ group, asking, todo }: Case): People {
  const requests = (group.requests ?? []).map((one) => ({ ...one, name: toName(one.pn) }));
  const fickle = requests.filter(({ name, withdrawn_after: count }) => count && asking.people.has(name));
  const hidden = requests.filter(({ name }) => todo.add.has(name) && !asking.people.has(name));
  return new Set([...fickle, ...hidden].map(({ name }) => name));
}

interface Happened {
  readonly joined: People;
  readonly promoted: People;
  readonly removed: People;
  readonly demoted: People;
}

function toGroup(one: Case, { joined, promoted, removed, demoted }: Happened): GroupFile {
  const { group, todo } = one;
  const before = group.members.map((member) => ({ ...member, name: toName(member.pn) }));
  const after = [...joined].map((name) => ({ pn: toJoining(name, one), name, role: undefined }));
  const members = [...before, ...after]
    .filter(({ name }) => !removed.has(name))
    .map(({ name, ...member }): MemberFile => {
      if (demoted.has(name)) return { ...member, role: undefined };
      return promoted.has(name) ? { ...member, role: member.role ?? 'admin' } : member;
    });
  return { ...group, ...todo.settings, members };
}
