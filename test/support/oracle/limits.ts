import type { RawPolicy } from '../raw-files.ts';
import { difference, intersection, none, union } from '../sets.ts';
import type { Case, People, Question, Todo } from './question.ts';
import { isOwner } from './todo.ts';
import { toAccounts, toName } from './wanted.ts';

const kinds = ['removals', 'demotions', 'promotions', 'adds'] as const;

type Kind = (typeof kinds)[number];

function countKind({ todo, seen }: Case, kind: Kind): number {
  if (kind === 'adds') return todo.add.size;
  if (kind === 'promotions') return todo.promote.size;
  if (kind === 'removals') return todo.remove.size;
  return todo.demote.size + intersection(todo.remove, seen.admins).size;
}

function findAllowed({ file }: Case, kind: Kind, { today }: Question): number | undefined {
  return file.allow && file.allow.until >= today ? file.allow[kind] : undefined;
}

/** Limits are the stricter of base and head (docs/architecture.md#planning). */
function toStricter(question: Question, pick: (limits: NonNullable<RawPolicy['limits']>) => number): number {
  const { files, base } = question;
  const policies = base ? [files.policy, base.files.policy] : [files.policy];
  return Math.min(...policies.map(({ limits = {} }) => pick(limits)));
}

/** The limits of one group (docs/files.md#limits). */
export function isRefused(one: Case, question: Question): boolean {
  if (question.base?.edited.has(one.group.id)) return true;
  const others = one.group.members.length - 1;
  const most = (pick: Parameters<typeof toStricter>[1]) => toStricter(question, pick);
  const percent = most(({ removals }) => Number.parseInt(removals?.group ?? '10%', 10));
  const usual: Record<Kind, number> = {
    removals: Math.max(
      most(({ removals }) => removals?.floor ?? 3),
      Math.floor((percent * others) / 100),
    ),
    demotions: most(({ demotions }) => demotions?.group ?? 2),
    promotions: most(({ promotions }) => promotions?.group ?? 2),
    adds: most(({ adds }) => adds?.group ?? 100),
  };
  const isTooMuch = kinds.some(
    (kind) => countKind(one, kind) > (findAllowed(one, kind, question) ?? usual[kind]),
  );
  return isTooMuch || isEmptied(one, one.todo.add, question) || hasTooFewAdmins(one, question);
}

/** "An emptied list is refused unless `allow.removals` covers it": the file's, or the group's. */
export function isEmptied(one: Case, joining: People, question: Question): boolean {
  const { file, group, wanted, seen, todo } = one;
  if (todo.remove.size <= (findAllowed(one, 'removals', question) ?? 0)) return false;
  const isListEmpty = file.members !== undefined && wanted.members.size === 0 && wanted.lids.size === 0;
  const accounts = new Set([...toAccounts(question.files).values()].map(toName));
  const keptUnlisted = [...seen.people].filter((name) => {
    const member = group.members.find(({ pn }) => toName(pn) === name);
    return member && isOwner(member.pn, group) && !wanted.named.has(name);
  });
  const left = difference(union(seen.people, joining), todo.remove, accounts, new Set(keptUnlisted));
  return isListEmpty || (left.size === 0 && seen.unknown.length === 0);
}

/** Admins without the accounts, those among them who cannot be told. */
export function countAdmins({ seen }: Case, { files }: Question): number {
  const accounts = new Set([...toAccounts(files).values()].map(toName));
  return difference(seen.admins, accounts).size + seen.unknown.filter(({ role }) => role).length;
}

export function toFewest(question: Question): number {
  return -toStricter(question, ({ admins }) => -(admins?.min ?? 1));
}

export function countLeaving({ todo, seen }: Case): number {
  return todo.demote.size + intersection(todo.remove, seen.admins).size;
}

function hasTooFewAdmins(one: Case, question: Question): boolean {
  const before = countAdmins(one, question);
  const accounts = new Set([...toAccounts(question.files).values()].map(toName));
  const after = before + difference(one.todo.promote, accounts).size - countLeaving(one);
  return after < before && after < toFewest(question);
}

/** "A run's limit for removals and adds counts people, however many groups they leave or join". */
function countRun(cases: readonly Case[], kind: Kind): number {
  if (kind === 'removals') return union(...cases.map(({ todo }) => todo.remove)).size;
  if (kind === 'adds') return union(...cases.map(({ todo }) => todo.add)).size;
  return cases.reduce((sum, one) => sum + countKind(one, kind), 0);
}

/** "A run's limit refuses that kind of change in the whole run"; what is allowed in a group does not count toward it. */
export function withinRun(cases: readonly Case[], question: Question): Case[] {
  const most: Record<Kind, number> = {
    removals: toStricter(question, ({ removals }) => removals?.run ?? 20),
    demotions: toStricter(question, ({ demotions }) => demotions?.run ?? 5),
    promotions: toStricter(question, ({ promotions }) => promotions?.run ?? 10),
    adds: toStricter(question, ({ adds }) => adds?.run ?? 300),
  };
  const refused = new Set(
    kinds.filter((kind) => {
      const counted = cases.filter((one) => findAllowed(one, kind, question) === undefined);
      return countRun(counted, kind) > most[kind];
    }),
  );
  return cases.map((one) => ({ ...one, todo: without(one, refused) }));
}

function without({ todo, seen }: Case, refused: ReadonlySet<Kind>): Todo {
  const removable = refused.has('demotions') ? difference(todo.remove, seen.admins) : todo.remove;
  return {
    ...todo,
    add: refused.has('adds') ? none : todo.add,
    promote: refused.has('promotions') ? none : todo.promote,
    demote: refused.has('demotions') ? none : todo.demote,
    remove: refused.has('removals') ? none : removable,
  };
}
