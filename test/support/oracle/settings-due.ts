import type { GroupFile } from '../../../src/sandbox/world-file.ts';
import { findLeft } from './memory.ts';
import type { Case, Due, Question, Seen, Wanted } from './question.ts';
import { toMode } from './wanted.ts';

/** Text "compared with CRLF as LF, without trailing newlines, NFC; and sent as compared". */
function toText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/, '');
}

const seconds: Readonly<Record<string, number>> = {
  off: 0,
  '24h': 24 * 3600,
  '7d': 7 * 24 * 3600,
  '90d': 90 * 24 * 3600,
};

export function toSettings(one: Omit<Case, 'todo'>, question: Question): Partial<GroupFile> {
  const { file, group } = one;
  const { files } = question;
  if (toMode(file, 'settings', files) === 'observe') return {};
  const { name, topic, announce, locked, disappearing } = file;
  const isNew = name !== undefined && toText(name) !== toText(group.subject);
  const fits = name !== undefined && Buffer.byteLength(toText(name)) <= 25;
  const isOtherTopic = topic !== undefined && toText(topic) !== toText(group.desc ?? '');
  const isFrozen = group.desc_id === 'undefined';
  const mayAnnounce = !group.parent && !group.default_sub;
  const timer = seconds[disappearing ?? ''];
  return {
    ...(isNew && fits && { subject: toText(name) }),
    ...(isOtherTopic && !isFrozen && { desc: toText(topic) }),
    ...(announce !== undefined && mayAnnounce && announce !== (group.announce ?? false) && { announce }),
    ...(locked !== undefined && locked !== (group.locked ?? false) && { locked }),
    ...(timer !== undefined && timer !== (group.ephemeral ?? 0) && { ephemeral: timer }),
    ...(question.world.server.fork === true && mayAnnounce && toForkSettings(one)),
  };
}

/** What forks of GOWA alone can set, and not in communities. */
function toForkSettings({ file, group }: Omit<Case, 'todo'>): Partial<GroupFile> {
  const { 'may-add': mayAdd, 'join-approval': approval } = file;
  const mode = mayAdd === 'admins' ? 'admin_add' : 'all_member_add';
  const isOther = mayAdd !== undefined && mode !== (group.member_add_mode ?? 'all_member_add');
  return {
    ...(isOther && { member_add_mode: mode }),
    ...(approval !== undefined && approval !== (group.approval ?? false) && { approval }),
  };
}

export const wordFor: Readonly<Record<string, string>> = {
  subject: 'name',
  desc: 'topic',
  ephemeral: 'disappearing',
  member_add_mode: 'may-add',
  approval: 'join-approval',
};

export function toDue(one: Case, question: Question): Due[] {
  const { group, todo } = one;
  const { settings, renew, invite: _, ...people } = todo;
  const who = Object.entries(people).flatMap(([action, names]) =>
    [...names].map((what) => toPersonDue(action as Due['action'], what, one, question)),
  );
  const what = Object.entries(settings).map(([key, after]) => ({
    action: 'set' as const,
    what: wordFor[key] ?? key,
    before: toFileValue(toValue(group[key as keyof GroupFile], after)),
    after: toFileValue(after),
  }));
  const link = renew ? [{ action: 'set' as const, what: 'link' }] : [];
  return [...who, ...what, ...link].map((due) => ({
    ...due,
    ...toFormer(one, question),
    group: group.id,
    subject: `${group.id} ${due.action} ${due.what}`,
  }));
}

/** Those who are to come by the link, each as somebody who is missing. */
export function toInvited(one: Case, question: Question): Due[] {
  return [...one.todo.invite].map((what) => ({
    ...toPersonDue('add', what, one, question),
    ...toFormer(one, question),
    group: one.group.id,
    subject: `${one.group.id} add ${what}`,
  }));
}

function toFormer({ group }: Case, { former }: Question): Pick<Due, 'former'> {
  const name = former?.get(group.id);
  return name === undefined ? {} : { former: name };
}

function toPersonDue(
  action: Due['action'],
  what: string,
  { group, seen, wanted, asking }: Case,
  question: Question,
): Omit<Due, 'group' | 'subject'> {
  const { back } = findLeft(group, wanted, question);
  return {
    action,
    what,
    before: toRole(what, seen),
    ...toEnd(action, what, wanted),
    ...toBeginning(action, what, wanted),
    ...(action === 'add' && back.has(what) && { readd: back.get(what) ?? '' }),
    ...(action === 'add' && asking.people.has(what) && { isKnock: true as const }),
  };
}

/** What a day takes away is another thing than what nobody lists. */
function toEnd(action: string, what: string, { ended }: Wanted): { readonly until?: string } {
  const ends = action === 'remove' ? ended.members : action === 'demote' ? ended.admins : undefined;
  const until = ends?.get(what);
  return until === undefined ? {} : { until };
}

/** What a day brings is another thing than what is always listed. */
function toBeginning(action: string, what: string, { begun }: Wanted): { readonly from?: string } {
  const days = action === 'add' ? begun.members : action === 'promote' ? begun.admins : undefined;
  const from = days?.get(what);
  return from === undefined ? {} : { from };
}

function toRole(name: string, { admins }: Seen): 'admin' | 'member' {
  return admins.has(name) ? 'admin' : 'member';
}

/** As the files say it. */
function toFileValue(value: unknown): unknown {
  if (value === 'admin_add') return 'admins';
  return value === 'all_member_add' ? 'everyone' : value;
}

/** A setting as it is before; one that the world leaves out is off or empty. */
function toValue(value: unknown, after: unknown): unknown {
  if (after === 'admin_add' || after === 'all_member_add') return value ?? 'all_member_add';
  if (typeof after === 'string') return toText(typeof value === 'string' ? value : '');
  return value ?? (typeof after === 'number' ? 0 : false);
}
