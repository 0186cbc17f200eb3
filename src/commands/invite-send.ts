import { spellMoment, toMoment, toMomentAfter } from '../domain/moment.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Invitee } from '../inviting/choose-invitees.ts';
import type { GroupHindrance, Hindrance } from '../inviting/find-hindrance.ts';
import { findGroupHindrance, findHindrance } from '../inviting/find-hindrance.ts';
import type { Delivery, Sent } from '../inviting/send-invitations.ts';
import { sendInvitations } from '../inviting/send-invitations.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import { tellOfWaiting } from '../output/progress.ts';
import { findMessageBudget, findMessageResumption } from '../planning/pace/pace-budget.ts';
import { toGuard } from '../planning/plan-input.ts';
import { wrap } from '../render/columns.ts';
import { layItem } from '../render/invitation/invitation-text.ts';
import { toLetter } from '../render/invitation/letter.ts';
import { makeStyle } from '../render/terminal/style.ts';
import type { Inline } from '../safe/inline.ts';
import { escapeInline, say } from '../safe/inline.ts';
import { toSendContext } from '../session/send-context.ts';
import { tell } from '../words/reason-words.ts';
import type { Work } from '../session/work.ts';
import type { InvitationView } from '../view/inviting/invitation-view.ts';
import type { Words } from '../words/words.ts';

/** A group whose link is shown, and for whom. */
export interface Found {
  readonly work: Work;
  readonly plan: GroupPlan;
  readonly live: LiveGroup;
  readonly invitees: readonly Invitee[];
  readonly view: InvitationView;
  readonly toLabel: (invitee: Invitee) => Inline;
  readonly words: Words;
}

/** Somebody to write to, or why not. */
interface Judged {
  readonly invitee: Invitee;
  readonly hindrance?: Hindrance | undefined;
}

/**
 * Asks about each of them, and sends the text that was shown to those who were agreed to. What it does not do, and why, is
 * said. Returns the exit code.
 */
export async function sendTo(found: Found, io: Io): Promise<ExitCode> {
  const { work, live, invitees, words } = found;
  const { past } = work.input;
  const now = io.clock.now();
  const closed = findGroupHindrance(live, past, now);
  if (closed) {
    io.out('\n');
    print(tellGroupHindrance(closed, found), io);
    return exitCodes.incomplete;
  }
  const { pace, timezone } = work.organisation.policy;
  const { accounts } = toGuard(work.input);
  const knowledge = { past, toId: work.toId, accounts, now, timezone };
  const judged = invitees.map((invitee): Judged => ({
    invitee,
    hindrance: findHindrance(invitee, knowledge),
  }));
  tellHindered(judged, found, io);
  const free = judged.filter(({ hindrance }) => !hindrance).map(({ invitee }) => invitee);
  const isOpen = judged.some(({ hindrance }) => hindrance && !isDone(hindrance));
  const affordable = free.slice(0, findMessageBudget(past, pace, now));
  if (affordable.length < free.length) {
    const mine = [{ at: now, count: affordable.length }];
    const spent = { messages: [...past.messages, ...mine], lookups: [...past.lookups, ...mine] };
    const time = spellTime(findMessageResumption(spent, pace, now), found);
    io.out('\n');
    print(words.invite.paceSpent(free.length - affordable.length, time), io);
  }
  if (affordable.length === 0) return free.length > 0 || isOpen ? exitCodes.incomplete : exitCodes.ok;
  const chosen = await choose(affordable, found, io);
  if (io.signal.aborted) return exitCodes.interrupted;
  if (chosen.length === 0) {
    print(words.invite.nobodyChosen, io);
    return exitCodes.incomplete;
  }
  const delivery = await deliver(chosen, found, io);
  tellDelivery(delivery, found, io);
  return toCode(delivery, chosen.length < free.length || isOpen);
}

/** Nothing more is to be done for whoever has the link already, or is never written to. */
function isDone({ kind }: Hindrance): boolean {
  return kind === 'invited' || kind === 'kept';
}

/** One by one, each a question of its own, until somebody says yes to all that follow. */
async function choose(invitees: readonly Invitee[], { toLabel, words }: Found, io: Io): Promise<Invitee[]> {
  const { toAsk, question, answers } = words.invite;
  io.out('\n');
  print(toAsk(invitees.length), io);
  const chosen: Invitee[] = [];
  for (const [at, invitee] of invitees.entries()) {
    const answer = (await io.ask(`${question(toLabel(invitee))}: `)).trim().toLowerCase();
    if (io.signal.aborted) return [];
    if (answer === answers.all || answer === 'a') return [...chosen, ...invitees.slice(at)];
    if (answer === answers.yes || answer === 'y' || answer === 'yes') chosen.push(invitee);
  }
  return chosen;
}

async function deliver(chosen: readonly Invitee[], found: Found, io: Io): Promise<Delivery> {
  const { work, plan, words, view } = found;
  print(words.invite.chosen(chosen.length), io);
  work.line.client.outlastInterruption();
  const stopTelling = await tellOfWaiting(work.organisation.policy, io);
  const context = toSendContext(work, plan.desired, (sent) => printItem(tellSent(sent, found), io), io);
  return sendInvitations(chosen, toLetter(view, words), context).finally(stopTelling);
}

function tellSent({ invitee, result, text }: Sent, { toLabel, words }: Found): Inline {
  const more = text === undefined ? say`` : say` (${escapeInline(text)})`;
  return say`${toLabel(invitee)}: ${words.invite.results[result]}${more}`;
}

function tellDelivery({ sent, rest, ending }: Delivery, { toLabel, words }: Found, io: Io): void {
  const { endings, summary } = words.invite;
  const count = (result: Sent['result']) => sent.filter((each) => each.result === result).length;
  for (const invitee of rest) printItem(say`${toLabel(invitee)}: ${words.invite.results.refused}`, io);
  if (ending) {
    const more = ending.text === undefined ? say`` : say` (${escapeInline(ending.text)})`;
    print(say`${endings[ending.why]}${more}`, io);
  }
  const [done, unclear] = [count('sent'), count('unknown')];
  print(summary(done, unclear, sent.length + rest.length - done - unclear), io);
}

function tellHindered(judged: readonly Judged[], found: Found, io: Io): void {
  const hindered = judged.filter(({ hindrance }) => hindrance !== undefined);
  if (hindered.length === 0) return;
  io.out('\n');
  print(found.words.invite.headings.hindered, io);
  for (const { invitee, hindrance } of hindered)
    if (hindrance) printItem(say`${found.toLabel(invitee)}: ${tellHindrance(hindrance, found)}`, io);
}

function tellHindrance(hindrance: Hindrance, { work, words }: Found): Inline {
  if (hindrance.kind === 'doubt') {
    const { reason, since } = hindrance.item;
    const about = { count: 1, action: 'add', isLoss: false } as const;
    return tell(words.reasons.leftAlone[reason].terminal, {
      ...about,
      ...(since !== undefined && { day: words.day(since) }),
    });
  }
  const { timezone } = work.organisation.policy;
  const day = 'at' in hindrance ? words.day(toMoment(hindrance.at, timezone).day) : say``;
  return words.invite.hindrances[hindrance.kind](day);
}

function tellGroupHindrance(closed: GroupHindrance, found: Found): Inline {
  const text = closed.kind === 'unusable' ? escapeInline(closed.text) : say``;
  const time = closed.kind === 'held' ? spellTime(closed.until, found) : text;
  return found.words.invite.groupHindrances[closed.kind](time);
}

function spellTime(time: number, { work }: Found): Inline {
  return escapeInline(spellMoment(toMomentAfter(time, work.organisation.policy.timezone)));
}

/** What was decided or happened, on standard output like the rest of what is said. */
function print(text: string, io: Io): void {
  const style = makeStyle(toStyle(io));
  io.out(`${wrap(text, style.width).map(style.adapt).join('\n')}\n`);
}

function printItem(text: string, io: Io): void {
  const style = makeStyle(toStyle(io));
  io.out(`${layItem(text, style.sign('item'), style.width).map(style.adapt).join('\n')}\n`);
}

/** Nothing is left to do for them. */
function isSettled({ result }: Sent): boolean {
  return result === 'sent' || result === 'not-due';
}

/** `isOpen`: somebody who is to be invited was not written to, and no message of this run says why. */
function toCode({ sent, rest, ending }: Delivery, isOpen: boolean): ExitCode {
  if (ending?.why === 'interrupted') return exitCodes.interrupted;
  const isByDesign = ending?.why === 'pace' || ending?.why === 'limited' || ending?.why === 'no-approval';
  const failed = sent.filter((each) => !isSettled(each));
  const isLimitAlone = ending?.why === 'limited' && failed.length === 1;
  if ((failed.length > 0 && !isLimitAlone) || (ending && !isByDesign)) return exitCodes.failed;
  return ending || rest.length > 0 || isOpen ? exitCodes.incomplete : exitCodes.ok;
}
