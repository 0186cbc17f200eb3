import { union } from '../sets.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import { askOracle } from '../oracle.ts';
import { remember } from '../oracle/remember.ts';
import { lookUp, mostAsked, spell } from '../oracle/look-up.ts';
import type { Due, Expectation, Question, Remembered } from '../oracle/question.ts';
import { isOnWhatsApp, isReadable } from '../oracle/seen.ts';
import { toName } from '../oracle/wanted.ts';
import { compareLinks, compareWorlds, findIdleRenewals, findIntruders } from '../compare-worlds.ts';
import { toId } from '../due-id.ts';
import type { Approvals } from './approvals.ts';
import { isDone, keep, withDeclined } from './approvals.ts';
import { toDay } from './coming.ts';

/** What one apply came to. */
export interface Judgement {
  readonly complaints: readonly string[];
  /** What is approved from then on, and what the memory holds. */
  readonly approvals: Approvals;
  readonly memory: Remembered;
  /** Groups whose end was compared to the letter: all whose approvals are beyond doubt. */
  readonly compared: number;
  /** True once more people had to be looked up than one run may: nobody can tell which of them were. */
  readonly isBlurred: boolean;
}

/** An apply and what it found: the question's world is the one before it. */
export interface Applied {
  readonly code: number;
  readonly question: Question;
  readonly approvals: Approvals;
  readonly sandbox: Sandbox;
  readonly isBlurred?: boolean;
  /** Groups from which an earlier run took somebody out. */
  readonly removedFrom?: ReadonlySet<string>;
  /** By a plan of this very day: whether a link is to be renewed depends on nothing earlier. */
  readonly isPlanned?: boolean;
}

/** What became of an apply, by the oracle and by what was approved. */
export function judge({ code, question: asked, approvals, sandbox, ...more }: Applied): Judgement {
  const isBlurred = (more.isBlurred ?? false) || askOracle(asked).asked > mostAsked;
  const question = isBlurred ? { ...asked, mayAsk: Number.POSITIVE_INFINITY } : asked;
  const { due, invited } = askOracle(question);
  const bySubject = new Map(due.map((one) => [one.subject, one]));
  const kept = keep(approvals, new Set([...due, ...invited].map(toId)), question);
  const isApproved = (subject: string) => {
    const one = bySubject.get(subject);
    const approved = one && kept.get(toId(one));
    return approved !== undefined && (!approved.byLink || one?.isKnock === true);
  };
  const mine = due.filter(({ subject }) => isApproved(subject));
  const expectation = askOracle({ ...question, approved: isApproved });
  const after = sandbox.world();
  const sure = isBlurred ? [] : findSure(expectation, kept);
  const certain = { due, mine, kept, question, after };
  return {
    complaints: [
      ...findIntruders(
        union(
          isBlurred ? new Set(mine.map(({ subject }) => subject)) : expectation.allowed,
          findVain(kept, question),
        ),
        sandbox,
      ),
      ...compareWorlds({ ...expectation, groups: sure }, sandbox),
      ...findIdleRenewals(question.files, sandbox, more.removedFrom),
      ...(more.isPlanned && !isBlurred ? compareLinks(expectation, question.world, sandbox) : []),
      ...(code === 0 && !isBlurred ? findEmptyPromises(certain) : []),
    ],
    approvals: endAll(kept, mine, question, after),
    memory: remember(
      { ...question, world: after },
      question.world,
      lookUp(question),
      findBack(mine, question),
    ),
    compared: sure.length,
    isBlurred,
  };
}

/**
 * Approved adds of those who are not on WhatsApp: nobody is added by trying. Whether they are due depends on which look-ups of
 * earlier days told that they do not hide in the group, and the oracle remembers fewer of them.
 */
function findVain(kept: Approvals, question: Question): ReadonlySet<string> {
  const adds = [...kept.values()].map(({ due }) => due).filter(({ action }) => action === 'add');
  return new Set(
    adds.filter(({ what }) => !isOnWhatsApp(spell(what, question), question)).map(({ subject }) => subject),
  );
}

/** Groups of which everybody can say what is approved. */
function findSure({ groups, open }: Expectation, kept: Approvals): Expectation['groups'] {
  const doubtful = [...kept.values()].filter(({ doubt }) => doubt === 'over').map(({ due }) => due.group);
  return groups.filter(({ id }) => !doubtful.includes(id) && !open.has(id));
}

/** Puttings back that are used up: who is not on WhatsApp was asked about, and nobody was put back. */
function findBack(due: readonly Due[], { world }: Question): string[] {
  const absent = new Set(
    world.people.filter(({ registered }) => registered === false).map(({ pn }) => toName(pn)),
  );
  const tried = due.filter(({ what }) => !absent.has(what));
  return tried.flatMap(({ group, what, readd }) => (readd ? [`${group} ${what} ${readd}`] : []));
}

/** Without what is done. Whoever declined is over too, but for those of whom nobody could tell that they did. */
function endAll(kept: Approvals, mine: readonly Due[], { world }: Question, after: WorldFile): Approvals {
  const done = new Set(mine.filter((one) => isDone(one, after)).map(toId));
  const left = [...kept].filter(([id]) => !done.has(id));
  return withDeclined(new Map(left), new Set(mine.map(({ subject }) => subject)), world);
}

interface Ending {
  readonly due: readonly Due[];
  /** Those that are approved. */
  readonly mine: readonly Due[];
  readonly kept: Approvals;
  readonly question: Question;
  readonly after: WorldFile;
}

/**
 * docs/commands.md: code 0 says that everything approved is done, and that nothing waits for a word. Nobody waits for whoever
 * declined, nor for their promotion while they are not there.
 */
function findEmptyPromises({ due, mine, kept, question, after }: Ending): string[] {
  const doubtful = new Set(
    [...kept.values()].filter(({ doubt }) => doubt).map(({ due: one }) => one.subject),
  );
  const declined = [...kept.values()].filter(({ doubt }) => doubt === 'declined');
  const isToRise = ({ action, group, what }: Due) =>
    action === 'promote' && declined.some(({ due: one }) => one.subject === `${group} add ${what}`);
  const open = mine.filter((one) => !isDone(one, after) && !doubtful.has(one.subject) && !isToRise(one));
  const waits = ({ group, what }: Due) => doubtful.has(`${group} add ${what}`);
  const unapproved = due.filter((one) => !mine.includes(one) && !isDone(one, after) && !waits(one));
  const unread = [...kept.values()].filter(({ due: one, doubt }) => !doubt && isUnread(one, question));
  return [
    ...open.map(({ subject }) => `exit 0, but "${subject}" was approved and is not done`),
    ...unapproved.map(({ subject }) => `exit 0, but "${subject}" waits for an approval`),
    ...unread.map(({ due: one }) => `exit 0, but the group of "${one.subject}" could not be read`),
  ];
}

/** True for what is due by its day, in a group of the files that nobody could read. */
function isUnread(due: Due, question: Question): boolean {
  const { files, world, today } = question;
  const id = due.group;
  if ((toDay(due) ?? today) > today) return false;
  const isListed = Object.values(files.groups).some((file) => file.id === `${id}@g.us`);
  const group = world.groups.find((one) => one.id === id);
  return isListed && !(group && isReadable(group, question));
}
