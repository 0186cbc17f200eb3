import type { Draw } from '../draw.ts';
import { askOracle } from '../oracle.ts';
import type { Due, Expectation, Question } from '../oracle/question.ts';
import { mostAsked } from '../oracle/look-up.ts';
import { toId } from '../due-id.ts';
import { findComing, toDay } from './coming.ts';

/** What this needs of a plan file. */
export interface PlanDocument {
  readonly groups: readonly {
    readonly file: string;
    readonly changes: readonly Listed[];
    readonly scheduled: readonly (Listed & { readonly on: string })[];
    readonly toInvite: readonly Listed[];
  }[];
  readonly toCreate: readonly (Listed & { readonly file: string; readonly obstacle?: string })[];
}

interface Listed {
  readonly id: string;
  readonly refused: boolean;
  /** How somebody joins; absent: they are added. */
  readonly lane?: string;
}

/** With half of what each group has, picked at random. */
export function pickHalf(document: PlanDocument, draw: Draw): PlanDocument {
  const half = <T>(list: readonly T[]) => list.filter(() => draw.chance(0.5));
  const groups = document.groups.map((group) => ({
    ...group,
    changes: half(group.changes),
    scheduled: half(group.scheduled),
    toInvite: half(group.toInvite),
  }));
  return { ...document, groups, toCreate: document.toCreate.filter(() => draw.chance(0.7)) };
}

/** Where a plan file is not what the oracle says: what is due, what is coming, and what a limit objects to. */
export function findRemarks(document: PlanDocument, expectation: Expectation, question: Question): string[] {
  const { due, invited, allowed, asked } = expectation;
  // Of those that are to be made, no group of the world is there yet.
  const unmade = new Set(document.toCreate.map(({ file }) => file));
  const groups = document.groups.filter(({ file }) => !unmade.has(file));
  const changes = groups.flatMap((group) => group.changes);
  const scheduled = groups.flatMap((group) => group.scheduled);
  const known = new Map(due.map((one) => [toId(one), one]));
  const strange = changes.filter(({ id }) => !known.has(id)).length;
  const planned = new Map(changes.map((one) => [one.id, one]));
  const missing = asked > mostAsked ? [] : due.filter((one) => !planned.has(toId(one)));
  const isLoose = ({ id, refused }: Listed) =>
    known.has(id) && refused === allowed.has(known.get(id)?.subject ?? '');
  const loose = asked > mostAsked ? [] : changes.filter(isLoose);
  const possible = new Set(findComing(question).map(toId));
  const invented = scheduled.filter(({ id }) => !possible.has(id)).length;
  const toInvite = groups.flatMap((group) => group.toInvite.map(({ id }) => id));
  return [
    ...(asked <= mostAsked ? findUninvited(new Set(toInvite), invited) : []),
    ...(strange > 0 && asked <= mostAsked
      ? [`${strange} planned changes that the oracle does not know`]
      : []),
    ...missing.map(({ subject }) => `"${subject}" is not in the plan`),
    ...loose.map(({ id, refused }) => `"${known.get(id)?.subject}" is ${refused ? '' : 'not '}refused`),
    ...(invented > 0 ? [`${invented} coming changes that no file asks for`] : []),
    ...findUntold(new Set(scheduled.map(({ id }) => id)), question),
  ];
}

/** Those who are to come by the link, and those whom a plan names as such. */
function findUninvited(told: ReadonlySet<string>, invited: readonly Due[]): string[] {
  const ids = new Map(invited.map((due) => [toId(due), due.subject]));
  const strange = [...told].filter((id) => !ids.has(id)).length;
  const missing = [...ids].filter(([id]) => !told.has(id));
  return [
    ...(strange > 0 ? [`${strange} to invite whom the oracle does not know`] : []),
    ...missing.map(([, subject]) => `"${subject}" is not to invite in the plan`),
  ];
}

/** Nobody knows yet whether it will be an admin or a member who leaves. */
function toForms(due: Due): Due[] {
  return [due, { ...due, before: 'member' }, { ...due, before: 'admin' }];
}

/** Ends of people who are there, and beginnings of those who are not, that the plan does not tell of. */
function findUntold(told: ReadonlySet<string>, question: Question): string[] {
  const days = new Set(findComing(question).flatMap((one) => toDay(one) ?? []));
  return [...days].flatMap((day) => {
    const then = askOracle({ ...question, today: day }).due.filter((one) => toDay(one) === day);
    return then
      .filter((one) => !toForms(one).some((each) => told.has(toId(each))))
      .map(({ subject }) => `the plan does not tell that "${subject}" comes on ${day}`);
  });
}
