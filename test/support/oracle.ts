import { intersection, none, union } from './sets.ts';
import { isRefused, withinRun } from './oracle/limits.ts';
import { carryOut, findUnsure, isRenewed, mayWait } from './oracle/outcome.ts';
import type { Case, Expectation, People, Question } from './oracle/question.ts';
import { findCases, lookUp } from './oracle/look-up.ts';
import { toDue, toInvited, wordFor } from './oracle/settings-due.ts';
import { toTodo } from './oracle/todo.ts';

/** What must come of it. */
export function askOracle(question: Question): Expectation {
  const { world } = question;
  const known = lookUp(question);
  const cases = findCases(question, known).map((one): Case => ({
    ...one,
    todo: toTodo(one, known, question),
  }));
  const due = cases.flatMap((one) => toDue(one, question));
  const approved = cases.map((one) => approve(one, question)).filter((one) => !isRefused(one, question));
  const done = withinRun(approved, question);
  const changed = new Map(done.map((one) => [one.group.id, carryOut(one, question)]));
  return {
    due,
    invited: cases.flatMap((one) => toInvited(one, question)),
    allowed: new Set(done.flatMap((one) => toDue(one, question)).map(({ subject }) => subject)),
    open: new Set(done.filter((one) => mayWait(one, question)).map(({ group }) => group.id)),
    renewed: new Set(
      done
        .filter((one) => isRenewed(one, changed.get(one.group.id) ?? one.group))
        .map(({ group }) => group.id),
    ),
    unsure: new Map(done.map((one) => [one.group.id, findUnsure(one)])),
    asked: known.asked,
    groups: world.groups.map((group) => changed.get(group.id) ?? group),
  };
}

/** A removal is renewed after where both are approved; of what a date brings, the renewal is a part. */
function mayRenew(remove: People, isApproved: boolean, { wanted }: Case): boolean {
  const isDated = [...remove].some((name) => wanted.ended.members.has(name));
  return remove.size > 0 && (isApproved || isDated);
}

/** What somebody approved; without a memory no day approves by itself. A promotion goes with the add that it needs. */
function approve(one: Case, { approved = () => true }: Question): Case {
  const { group, todo, seen } = one;
  const isApproved = (action: string, name: string) => approved(`${group.id} ${action} ${name}`);
  const keep = (action: string, names: People) =>
    new Set([...names].filter((name) => isApproved(action, name)));
  const add = keep('add', todo.add);
  const remove = keep('remove', todo.remove);
  const settings = Object.entries(todo.settings).filter(([key]) => isApproved('set', wordFor[key] ?? key));
  return {
    ...one,
    todo: {
      add,
      promote: intersection(keep('promote', todo.promote), union(seen.people, add)),
      demote: keep('demote', todo.demote),
      remove,
      invite: none,
      renew: todo.renew && mayRenew(remove, isApproved('set', 'link'), one),
      settings: Object.fromEntries(settings),
    },
  };
}
