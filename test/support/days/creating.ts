import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { GroupFile, WorldFile } from '../../../src/sandbox/world-file.ts';
import { findIntruders } from '../compare-worlds.ts';
import type { Due, Question } from '../oracle/question.ts';
import { isOnWhatsApp } from '../oracle/seen.ts';
import { toAccounts, toName, toWanted } from '../oracle/wanted.ts';
import type { RawFiles, RawGroup } from '../raw-files.ts';
import type { Approvals } from './approvals.ts';

/** By file, the id (without `@g.us`) of the group that was made for it. */
export type Made = ReadonlyMap<string, string>;

/** What stands for a group that is not there yet. */
export function toUnmade(file: string): string {
  return `new ${file}`;
}

/** The files with the ids of what was made for them, whether or not anybody wrote them in. */
export function withMade(files: RawFiles, made: Made): RawFiles {
  const groups = Object.entries(files.groups).map(([name, { id, ...group }]): [string, RawGroup] => {
    const known = id ?? (made.has(name) ? `${made.get(name)}@g.us` : undefined);
    return [name, { ...(known !== undefined && { id: known }), ...group }];
  });
  return { ...files, groups: Object.fromEntries(groups) };
}

/** The question with a blank group for each file without an id: what a plan says of the groups that are to be made. */
export function withUnmade(question: Question): Question {
  const { files, world, account } = question;
  const unmade = Object.entries(files.groups).filter(
    ([, { id, account: own }]) => id === undefined && (own ?? 'main') === account,
  );
  const pn = toAccounts(files).get(account)?.replace(/\D/g, '') ?? '';
  const blank = unmade.map(([name, { name: subject = '' }]): GroupFile => {
    return { id: toUnmade(name), subject, owner: pn, members: [{ pn, role: 'superadmin' }] };
  });
  const ids = new Map(unmade.map(([name]) => [name, toUnmade(name)]));
  return {
    ...question,
    files: withMade(files, ids),
    world: { ...world, groups: [...world.groups, ...blank] },
  };
}

/** A run of `create`: the question's world and `made` are those before it. */
export interface Created {
  readonly question: Question;
  readonly approvals: Approvals;
  /** The files whose creation somebody approved. */
  readonly approved: ReadonlySet<string>;
  readonly made: Made;
  readonly sandbox: Sandbox;
  /** True where an answer to the request may be lost, or WhatsApp refuses. */
  readonly isTroubled: boolean;
}

/** What came of it, and what is wrong with that: a group that nobody approved, two for one file, or none. */
export function judgeCreated(created: Created): {
  readonly complaints: readonly string[];
  readonly made: Made;
} {
  const { question, approved, approvals, sandbox, isTroubled } = created;
  const made = new Map(created.made);
  const complaints: string[] = [];
  for (const group of findNew(question.world, sandbox.world())) {
    const file = [...approved].find(
      (name) => !made.has(name) && toText(question.files.groups[name]?.name) === toText(group.subject),
    );
    if (file === undefined) complaints.push(`nobody approved the group "${group.subject}" (${group.id})`);
    else {
      made.set(file, group.id);
      complaints.push(...findUnwanted(group, file, question));
    }
  }
  const missing = [...approved].filter((file) => !made.has(file) && canBeMade(file, question, approvals));
  if (!isTroubled) complaints.push(...missing.map((file) => `no group was made for ${file}`));
  return { complaints: [...complaints, ...findForeignWrites(created, made)], made };
}

function toText(name = ''): string {
  return name.normalize('NFC');
}

function findNew(before: WorldFile, after: WorldFile): GroupFile[] {
  const there = new Set(before.groups.map(({ id }) => id));
  return after.groups.filter(({ id }) => !there.has(id));
}

/** Whoever came with the request, and whom the file does not want today. */
function findUnwanted({ members, owner }: GroupFile, file: string, question: Question): string[] {
  const raw = question.files.groups[file];
  const wanted = raw ? toWanted(raw, question).members : new Set<string>();
  const strangers = members.filter(({ pn }) => pn !== owner && !wanted.has(toName(pn)));
  return strangers.map(({ pn }) => `${pn} came with the group of ${file}, and is not wanted there`);
}

/** True where somebody is on WhatsApp whose add is due today as it was approved, and the name is nobody else's. */
function canBeMade(file: string, question: Question, approvals: Approvals): boolean {
  const raw = question.files.groups[file] ?? {};
  const isTaken = question.world.groups.some(({ subject }) => toText(subject) === toText(raw.name));
  const { spelling, members, begun } = toWanted(raw, question);
  // Whose first day is another one by now was approved for something else.
  const isDue = ({ what, from }: Due) => members.has(what) && begun.members.get(what) === from;
  const adds = [...approvals.values()].filter(
    ({ due, byLink }) => due.group === toUnmade(file) && due.action === 'add' && !byLink && isDue(due),
  );
  return !isTaken && adds.some(({ due }) => isOnWhatsApp(spelling.get(due.what) ?? due.what, question));
}

/** Requests besides those that make groups: only settings of what was made, as somebody approved them. */
function findForeignWrites({ approvals, sandbox }: Created, made: Made): string[] {
  const others = sandbox.requests().filter(({ path }) => path !== '/group');
  const subjects = [...toMadeApprovals(approvals, made).values()].map(({ due }) => due.subject);
  return findIntruders(new Set(subjects), { ...sandbox, requests: () => others });
}

/** What was approved for the file's group, now that it has an id: it is the same approval. */
export function toMadeApprovals(approvals: Approvals, made: Made): Approvals {
  const ids = new Map([...made].map(([file, id]) => [toUnmade(file), id]));
  return new Map(
    [...approvals].map(([key, approved]) => {
      const { due } = approved;
      const group = ids.get(due.group);
      if (group === undefined) return [key, approved];
      const subject = `${group} ${due.action} ${due.what}`;
      return [key, { ...approved, due: { ...due, group, former: due.group, subject } }];
    }),
  );
}
