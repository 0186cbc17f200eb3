import { difference, intersection, none, union } from '../sets.ts';
import { findOwn, findStanding, findSurelyMissing } from './memory.ts';
import type { Case, Lookups, Question } from './question.ts';
import { lookAtAsking } from './asking.ts';
import { isOnWhatsApp, isReadable, look } from './seen.ts';
import { toTodo } from './todo.ts';
import { toName, toWanted } from './wanted.ts';

/**
 * Whoever is missing while somebody is unidentified is looked up (docs/architecture.md#reading); and so is whoever is to lose or gain something on the word of another day's memory. WhatsApp knows exactly one spelling,
 * the one that the world has.
 */
export function lookUp(question: Question): Lookups {
  if (question.mayAsk === 0) return nobodyAsked;
  const missing = findCases(question, nobodyAsked).flatMap(findUnclear(question));
  const first = ask(missing, question);
  const unconfirmed = findCases(question, first).flatMap((one) => {
    const { add, remove, demote, promote } = toTodo(one, first, question);
    const inside = intersection(one.seen.remembered, union(remove, demote, promote));
    return [...union(inside, intersection(one.asking.remembered, add))].toSorted();
  });
  const second = ask([...missing, ...unconfirmed], question);
  // Whom the memory knew no more may be anybody: some are asked about in this run, some in the next.
  const more = difference(
    new Set(findCases(question, second).flatMap(findUnclear(question))),
    new Set(missing),
  );
  if (more.size === 0) return second;
  const all = ask([...missing, ...unconfirmed, ...more], question);
  return { ...all, asked: Number.POSITIVE_INFINITY };
}

/** "At most 20 people a run." */
export const mostAsked = 20;

const nobodyAsked: Lookups = { told: new Map(), denied: none, asked: 0 };

function ask(names: readonly string[], question: Question): Lookups {
  const all = [...new Set(names)];
  const first = all
    .slice(0, question.mayAsk ?? mostAsked)
    .map((name) => [name, spell(name, question)] as const);
  const told = new Map(first.filter(([, number]) => isOnWhatsApp(number, question)));
  return { told, denied: difference(new Set(all), new Set(told.keys())), asked: all.length };
}

/** What can be seen of each group that can be read. */
export function findCases(question: Question, known: Lookups): Omit<Case, 'todo'>[] {
  return findOwn(question).flatMap((file) => {
    const group = question.world.groups.find(({ id }) => `${id}@g.us` === file.id);
    if (!group || !isReadable(group, question)) return [];
    const seen = look(group, known, question);
    const asking = lookAtAsking(group, file, known, seen.people, question);
    return [{ file, group, wanted: toWanted(file, question), seen, asking }];
  });
}

/** Whoever may hide in a group, or among those who ask to be let in. */
function findUnclear(question: Question) {
  return ({ group, wanted, seen, asking }: Omit<Case, 'todo'>): string[] => {
    if (!seen.hides && !asking.hides) return [];
    const asked = new Set(asking.people.keys());
    const away = asking.hides ? asked : union(asked, wanted.invitedOnly);
    const missing = difference(wanted.members, union(seen.people, seen.shared, away));
    const sure = findSurelyMissing(missing, group, question);
    const visible = findStanding({ ...group, members: group.members.filter((one) => !one.hidden) }, question);
    return [...difference(missing, sure, visible)].toSorted();
  };
}

/** As the files write it. */
export function spell(name: string, { files }: Question): string {
  const written = Object.values(files.people.people).find((number) => toName(number) === name);
  return written?.slice(1) ?? name;
}
