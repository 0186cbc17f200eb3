import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import { askOracle } from '../oracle.ts';
import { remember } from '../oracle/remember.ts';
import { lookUp, mostAsked } from '../oracle/look-up.ts';
import type { Due, Expectation, Question, Remembered } from '../oracle/question.ts';
import { isReadable } from '../oracle/seen.ts';
import { compareWorlds, findIntruders } from '../compare-worlds.ts';
import { toId } from '../due-id.ts';
import type { Approvals } from './approvals.ts';
import { isDone, keep } from './approvals.ts';

/** What one apply came to. */
export interface Judgement {
  readonly complaints: readonly string[];
  /** What is approved from then on, and what the memory holds. */
  readonly approvals: Approvals;
  readonly memory: Remembered;
  /** Groups whose end was compared to the letter: all whose approvals are beyond doubt. */
  readonly compared: number;
}

/** An apply and what it found: the question's world is the one before it. */
export interface Applied {
  readonly code: number;
  readonly question: Question;
  readonly approvals: Approvals;
  readonly sandbox: Sandbox;
}

/** What became of an apply, by the oracle and by what was approved. */
export function judge({ code, question, approvals, sandbox }: Applied): Judgement {
  const { due, asked } = askOracle(question);
  const ids = new Map(due.map((one) => [one.subject, toId(one)]));
  const kept = keep(approvals, new Set(ids.values()), question);
  const isApproved = (subject: string) => kept.has(ids.get(subject) ?? '');
  const expectation = askOracle({ ...question, approved: isApproved });
  const after = sandbox.world();
  const mine = due.filter(({ subject }) => isApproved(subject));
  const sure = asked > mostAsked ? [] : findSure(expectation, kept);
  return {
    complaints: [
      ...findIntruders(expectation, sandbox),
      ...compareWorlds({ ...expectation, groups: sure }, sandbox),
      ...(code === 0 ? findEmptyPromises({ due, mine, kept, question, after }) : []),
    ],
    approvals: without(
      kept,
      mine.filter((one) => isDone(one, after)),
    ),
    memory: remember({ ...question, world: after }, question.world, lookUp(question), findBack(mine)),
    compared: sure.length,
  };
}

/** Groups of which everybody can say what is approved. */
function findSure({ groups }: Expectation, kept: Approvals): Expectation['groups'] {
  const doubtful = [...kept.values()].filter(({ isSure }) => !isSure).map(({ due }) => due.group);
  return groups.filter(({ id }) => !doubtful.includes(id));
}

function findBack(due: readonly Due[]): string[] {
  return due.flatMap(({ group, what, readd }) => (readd ? [`${group} ${what} ${readd}`] : []));
}

function without(approvals: Approvals, done: readonly Due[]): Approvals {
  const over = new Set(done.map(toId));
  return new Map([...approvals].filter(([id]) => !over.has(id)));
}

interface Ending {
  readonly due: readonly Due[];
  /** Those that are approved. */
  readonly mine: readonly Due[];
  readonly kept: Approvals;
  readonly question: Question;
  readonly after: WorldFile;
}

/** Design section 2: code 0 says that everything approved is done, and that nothing waits for a word. */
function findEmptyPromises({ due, mine, kept, question, after }: Ending): string[] {
  const open = mine.filter((one) => !isDone(one, after));
  const unapproved = due.filter((one) => !mine.includes(one) && !isDone(one, after));
  const unread = [...kept.values()].filter(({ due: one, isSure }) => isSure && isUnread(one, question));
  return [
    ...open.map(({ subject }) => `exit 0, but "${subject}" was approved and is not done`),
    ...unapproved.map(({ subject }) => `exit 0, but "${subject}" waits for an approval`),
    ...unread.map(({ due: one }) => `exit 0, but the group of "${one.subject}" could not be read`),
  ];
}

/** True for what is due by its day, in a group of the files that nobody could read. */
function isUnread({ group: id, until }: Due, question: Question): boolean {
  const { files, world, today } = question;
  if (until !== undefined && until >= today) return false;
  const isListed = Object.values(files.groups).some((file) => file.id === `${id}@g.us`);
  const group = world.groups.find((one) => one.id === id);
  return isListed && !(group && isReadable(group, question));
}
