import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import type { Due, Question } from '../oracle/question.ts';
import { findOwn } from '../oracle/memory.ts';
import { toName, toWanted } from '../oracle/wanted.ts';
import { isReadable } from '../oracle/seen.ts';
import { union } from '../sets.ts';
import type { RawFiles } from '../raw-files.ts';
import { askOracle } from '../oracle.ts';
import { toId } from '../due-id.ts';
import { findComing } from './coming.ts';
import { withUnmade } from './creating.ts';
import type { PlanDocument } from './plan-document.ts';

/** What is approved, by id. */
export type Approvals = ReadonlyMap<string, Approved>;

interface Approved {
  readonly due: Due;
  /** Holds only while they come by themselves: to be added is more than to be let in. */
  readonly byLink?: boolean;
  /** Why nobody can say whether the approval is still good: it was not due for a while, or somebody may have declined. */
  readonly doubt?: 'over' | 'declined';
}

/** What a plan file approves: its ids that nothing objected to, whatever they are. */
export function toApprovals(document: PlanDocument, question: Question): Approvals {
  const whole = withUnmade(question);
  const { due: dueNow, invited } = askOracle(whole);
  const known = [...invited, ...dueNow, ...findComing(whole)];
  const byId = new Map(known.map((due) => [toId(due), due]));
  const listed = document.groups.flatMap(({ changes, scheduled, toInvite }) => [
    ...changes,
    ...scheduled,
    ...toInvite,
  ]);
  return new Map(
    listed.flatMap(({ id, refused, lane = 'add' }) => {
      const due = byId.get(id);
      return due && !refused ? [[id, { due, byLink: lane !== 'add' }] as const] : [];
    }),
  );
}

/** What is still approved once a run has seen these files and this world: nothing that they speak against. */
export function keep(approvals: Approvals, dueNow: ReadonlySet<string>, question: Question): Approvals {
  const files = new Map(findOwn(question).map((file) => [(file.id ?? '').replace('@g.us', ''), file]));
  const coming = new Set(findComing(question).map(toId));
  const kept = [...approvals].flatMap(([id, approved]): [string, Approved][] => {
    const file = files.get(approved.due.group);
    if (dueNow.has(id) || coming.has(id) || !file) return [[id, approved]];
    if (isUndone(approved.due, file, question) || isProvenOver(approved.due, question)) return [];
    return [[id, { ...approved, doubt: 'over' }]];
  });
  return new Map(kept);
}

/** The same once these changes ("120363… add 4477…") were asked for: whoever of them declines comes by the link, or does not. */
export function withDeclined(
  approvals: Approvals,
  asked: ReadonlySet<string>,
  { people }: WorldFile,
): Approvals {
  const declining = new Set(people.filter(({ privacy }) => privacy === 'invite').map(({ pn }) => toName(pn)));
  const isDeclined = ({ action, subject, what }: Due) =>
    action === 'add' && asked.has(subject) && declining.has(what);
  return new Map(
    [...approvals].map(([id, one]) => [id, isDeclined(one.due) ? { ...one, doubt: 'declined' } : one]),
  );
}

/** True where the file wants something else by now. */
function isUndone(
  { action, what, from, until }: Due,
  file: RawFiles['groups'][string],
  question: Question,
): boolean {
  const { members, admins, early, begun, ended } = toWanted(file, question);
  if (action === 'add') return begun.members.get(what) !== from || !union(members, early.members).has(what);
  if (action === 'promote') return begun.admins.get(what) !== from || !union(admins, early.admins).has(what);
  if (action === 'set') return false;
  const ends = action === 'remove' ? ended.members : ended.admins;
  if (until !== undefined) return ends.get(what) !== until;
  return action === 'remove'
    ? union(members, early.members).has(what)
    : union(admins, early.admins).has(what);
}

/** True where somebody who was to leave is not there, and nobody hides. */
function isProvenOver({ action, what, group: id }: Due, question: Question): boolean {
  const group = question.world.groups.find((one) => one.id === id);
  if (!group || !isReadable(group, question) || (action !== 'remove' && action !== 'demote')) return false;
  return group.members.every(({ pn, hidden }) => !hidden && toName(pn) !== what);
}

/** Those of them that the world shows to be done. */
export function isDone({ action, what, group: id, after }: Due, { groups }: WorldFile): boolean {
  const group = groups.find((one) => one.id === id);
  const member = group?.members.find(({ pn }) => toName(pn) === what);
  const isAdmin = member?.role !== undefined && member.role !== 'member';
  switch (action) {
    case 'add':
      return member !== undefined;
    case 'remove':
      return member === undefined;
    case 'promote':
      return isAdmin;
    case 'demote':
      return !isAdmin;
    default:
      return group !== undefined && isSet(group, what, after);
  }
}

type SettingKey = 'subject' | 'desc' | 'ephemeral' | 'announce' | 'locked' | 'member_add_mode' | 'approval';

const keys: Readonly<Record<string, SettingKey>> = {
  name: 'subject',
  topic: 'desc',
  disappearing: 'ephemeral',
  announce: 'announce',
  locked: 'locked',
  'may-add': 'member_add_mode',
  'join-approval': 'approval',
};

function isSet(group: WorldFile['groups'][number], what: string, after: unknown): boolean {
  const key = keys[what];
  if (key === 'member_add_mode') return (group[key] === 'admin_add') === (after === 'admins');
  const value = key && group[key];
  return value === after || (!value && !after);
}
