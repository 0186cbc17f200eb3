import type { DesiredGroup, LiveGroup } from '../domain/group.ts';
import { toFileWord } from '../domain/text.ts';
import { InterruptedError, SessionError, UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { askWhom, refuseNumber } from '../files/whom/ask-whom.ts';
import { findPerson } from '../files/whom/find-person.ts';
import { findWhom } from '../files/whom/find-whom.ts';
import { findGroup, openWithPhotos, pickAccount } from '../files/open-organisation.ts';
import type { KeptOutside } from '../files/write-outside.ts';
import { checkOutside, writeOutside } from '../files/write-outside.ts';
import { GowaError } from '../gowa/answers/gowa-error.ts';
import type { Invitee } from '../inviting/choose-invitees.ts';
import { chooseInvitees, findStanding } from '../inviting/choose-invitees.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { ServerOptions } from '../options.ts';
import { showReading } from '../output/progress.ts';
import { renderInvitationPage } from '../render/invitation/invitation-page.ts';
import { renderInvitation } from '../render/invitation/invitation-text.ts';
import { toPlainFile, toPlainName } from '../render/plain-name.ts';
import type { Inline } from '../safe/inline.ts';
import { say } from '../safe/inline.ts';
import { makeSafety } from '../safe/labels.ts';
import { toMessageName } from '../safe/message-name.ts';
import { openMemory, openToPlan } from '../session/memory.ts';
import type { Files, Work } from '../session/work.ts';
import { openWork } from '../session/work.ts';
import { toNaming } from '../view/to-naming.ts';
import { loadWords } from '../words/load-words.ts';
import type { Words } from '../words/words.ts';
import type { Found } from './invite-send.ts';
import { sendTo } from './invite-send.ts';

export interface InviteOptions extends ServerOptions {
  /** A group's file, id, or name by its file. */
  readonly group: string;
  /** Handles or `lid:…`; `-`: somebody is asked for. None: whoever is to be invited by the plan. */
  readonly persons: readonly string[];
  /** Writes a page to print or post. */
  readonly file?: string;
  /** Sends the text by GOWA, once somebody has said so for each of them. */
  readonly send?: boolean;
  /** Draws with letters and signs of ASCII alone. */
  readonly ascii?: boolean;
}

/**
 * Shows the link by which people come to a group by themselves, writes a page of it, or sends it. Nothing but a message that
 * somebody has agreed to is ever sent. Returns the exit code.
 */
export async function invite(options: InviteOptions, io: Io): Promise<number> {
  checkWay(options, io);
  const files = await openGroup(options, io);
  if (options.file !== undefined) checkOutside(options.file, toKept(options.groups));
  checkNamed(options.persons, files);
  const work = await openReading(options, files, io);
  try {
    if (io.signal.aborted) throw new InterruptedError();
    const words = await loadWords(work.organisation.policy.language);
    const found = await find(work, options, { words, io });
    if (options.file !== undefined) return writePage(options.file, found, options, io);
    const style = toStyle(io);
    // A link may hold what the last net would take for a number.
    io.outWithPhones(renderInvitation(found.view, words, { ...style, ascii: options.ascii ?? style.ascii }));
    if (!options.send) return exitCodes.ok;
    // As every run that writes: a faster pace of the files counts a day after it was first seen.
    await work.memory.record({ type: 'pace', pace: files.organisation.policy.pace });
    return await sendTo(found, io);
  } finally {
    await work.close();
  }
}

/** A group's link is a secret of the group: it goes to whoever sits in front of a terminal, or to a file that only they read. */
function checkWay({ file, send, persons }: InviteOptions, io: Io): void {
  for (const person of persons) refuseNumber(person, 'invite GROUP', false);
  if (file !== undefined && send)
    throw new UsageError('--file writes a page and --send sends messages: one of the two at a time.');
  if (io.terminal.isInteractive) return;
  if (send)
    throw new UsageError(
      '--send asks before it writes to anybody: it works on a terminal only, and never in a CI.',
    );
  if (file === undefined)
    throw new UsageError(
      "Whoever has a group's link can come by it, so that it is shown on a terminal only and never to a log. Write a page with --file PATH.",
    );
}

/** Whoever is named by a handle is somebody of the files, before anybody is read or looked up. Throws `UsageError`. */
function checkNamed(people: readonly string[], { whole }: Files): void {
  for (const text of people)
    if (text !== '-' && !text.startsWith('lid:')) findPerson(text, whole, [], 'invite');
}

/** The files, narrowed to the group that is meant, for the account that acts on it. */
async function openGroup(options: InviteOptions, io: Io): Promise<Files> {
  const whole = await openWithPhotos({ ...options, skipPhotos: true }, io);
  const group = findGroup(whole, options.group);
  if (group.id === undefined)
    throw new UsageError(
      `${group.file} has no id: its group is still to be made, or its id is still to come into the file.`,
    );
  const account = pickAccount(whole, options.account ?? group.account);
  if (account.name !== group.account)
    throw new UsageError(`${group.file} is a group of the account "${group.account}": leave --account out.`);
  return { organisation: { ...whole, groups: [group] }, whole, account };
}

/** The memory is locked where something may be sent. */
async function openReading(options: InviteOptions, files: Files, io: Io): Promise<Work> {
  const planning = { ...options, target: [], skipPhotos: true };
  const open = options.send ? openMemory : openToPlan;
  const mode = {
    idsLeave: false,
    progress: await showReading(files.organisation.policy.language, options, io),
    openMemory: (input: Parameters<typeof openMemory>[1]) => open(options, input, io),
  };
  return openWork(files, planning, mode, io);
}

async function find(
  work: Work,
  { persons }: InviteOptions,
  { words, io }: { readonly words: Words; readonly io: Io },
): Promise<Found> {
  const [plan] = work.plan.groups;
  if (!plan) throw new Error('the group that was narrowed to is not in the plan');
  const { desired, reading } = plan;
  if (reading.kind === 'unreadable')
    throw new SessionError(`The group of ${desired.file} could not be read: ${reading.text}`);
  const { line, organisation, contacts, toSkeleton } = work;
  const all = [...organisation.people.values()];
  const naming = toNaming({
    plan: work.plan,
    people: all,
    hidden: organisation.hidden,
    ...(contacts && { contacts }),
    toSkeleton,
  });
  const safety = makeSafety(false, naming);
  const toName = (person: Invitee['person']) => toPlainName(safety.label(person));
  const invitees = await choose({ work, plan }, persons, { words, io, toName });
  const link = await line.reader.readInviteLink(desired.id);
  if (link instanceof GowaError)
    throw new SessionError(
      `The link of the group of ${desired.file} cannot be had: ${link.text}. WhatsApp tells it to admins of the group.`,
    );
  const toLabel = ({ person }: Invitee) => toName(person);
  const view = {
    group: findName(reading.group.settings, desired),
    link,
    isApproved: reading.group.settings['join-approval'],
    isSandbox: work.isSandbox,
    people: invitees.map(toLabel),
  };
  return { work, plan, live: reading.group, invitees, view, toLabel, words };
}

/** WhatsApp's name for the group; what the files call it where there is nothing in that one to be read. */
function findName({ name }: LiveGroup['settings'], { settings, file }: DesiredGroup): Inline {
  const names = [name, settings.name ?? '', toFileWord(file)].map(toMessageName);
  return names.find((each) => each !== '') ?? say``;
}

interface Naming {
  readonly words: Words;
  readonly io: Io;
  readonly toName: (person: Invitee['person']) => Inline;
}

/** Whoever is named and missing, each once; without names whoever is to be invited by the plan. Throws `UsageError`. */
async function choose(
  { work, plan }: Pick<Found, 'work' | 'plan'>,
  people: readonly string[],
  naming: Naming,
): Promise<Invitee[]> {
  if (people.length === 0) return chooseInvitees(plan);
  const { words, io, toName } = naming;
  const chosen = new Map<string, Invitee>();
  for (const text of people) {
    const person = await findNamed(work, text, { words, io });
    const standing = findStanding(person.key, plan);
    if (standing.kind === 'missing') chosen.set(person.key, standing.invitee);
    else if (standing.kind === 'not-listed')
      throw new UsageError(words.invite.notListed(toName(person), toPlainFile(plan.desired.file)));
    else io.err(`${words.invite[standing.kind](toName(person))}\n`);
  }
  return [...chosen.values()];
}

async function findNamed(
  { organisation, input }: Work,
  text: string,
  { words, io }: { readonly words: Words; readonly io: Io },
): Promise<Invitee['person']> {
  const question = { command: 'invite GROUP', question: `${words.person.who.question} ` };
  const isAsked = text === '-' && io.terminal.isInteractive;
  const given = await askWhom(isAsked ? undefined : text, question, io);
  const { person } = findWhom(given, organisation, input.past, { others: [], asked: 'invite' });
  if (person) return person;
  throw new UsageError('WhatsApp hides their number, so nobody can tell here whether they are in the group.');
}

function writePage(path: string, { view, words }: Found, { groups }: InviteOptions, io: Io): ExitCode {
  writeOutside(path, renderInvitationPage(view, words), toKept(groups));
  if (view.isSandbox) io.err(`${words.invite.sandbox}\n`);
  io.out(`${words.invite.sheet.written(toPlainFile(path))}\n`);
  return exitCodes.ok;
}

function toKept(groups: string): KeptOutside {
  const why =
    "the group's link is a secret of the group: whoever has the repository would have it. Name a file elsewhere, like ~/invitation.html.";
  return { groups, why };
}
