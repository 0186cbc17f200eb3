import type { RecordEvent } from '../domain/event.ts';
import type { Answer, Clock, Messenger, Random } from '../domain/gateway.ts';
import type { Pace } from '../domain/organisation.ts';
import type { Past, Spent } from '../domain/past.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Stop } from '../domain/plan/outcome.ts';
import { RollcallError } from '../errors.ts';
import { findMessageBudget } from '../planning/pace/pace-budget.ts';
import { toMessagePause } from '../planning/pace/pauses.ts';
import type { Invitee } from './choose-invitees.ts';
import { findStanding } from './choose-invitees.ts';

/** What invitations are sent through, and what is known of earlier ones. */
export interface SendContext {
  readonly messenger: Messenger;
  /** Reads the group once more and plans it. */
  readAgain(): Promise<GroupPlan>;
  /** Why nothing is read any more, once it is not: then nothing is sent either. */
  ended(): Stop | undefined;
  /** The account itself; whether WhatsApp knows its number vouches for what it said of another (docs/gowa.md#t3). */
  readonly own: PersonKey;
  isOwnFound(): Promise<boolean>;
  readonly record: RecordEvent;
  readonly past: Pick<Past, 'messages' | 'lookups'>;
  readonly pace: Pace;
  /** False on a sandbox: there is nobody to disturb. */
  readonly hasPauses: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Is told what became of each, when it did. */
  tell(sent: Sent): void;
}

/** What became of one invitation. */
export interface Sent {
  readonly invitee: Invitee;
  readonly result:
    | 'sent'
    /** There was no clear answer: it counts as sent. */
    | 'unknown'
    | 'not-on-whatsapp'
    /** WhatsApp or GOWA refused it, or the line was lost before it left: nobody got it. */
    | 'refused'
    /** By a fresh reading they need no invitation any more. */
    | 'not-due';
  /** What GOWA said, in words of our own; absent where there is nothing to say. */
  readonly text?: string;
}

/** Why invitations ended before the last one. */
interface Ending {
  readonly why: 'pace' | 'no-approval' | 'unread' | 'refused' | 'limited' | 'stopped' | 'interrupted';
  readonly text?: string;
}

/** What became of all of them: those that were come to, in their order, and those that were not. */
export interface Delivery {
  readonly sent: readonly Sent[];
  readonly rest: readonly Invitee[];
  readonly ending?: Ending;
}

/**
 * Sends a text to these people, one after another, each after a fresh reading of the group, and each written down before
 * it leaves. Ends at the first thing that speaks against going on. Never throws for what the server or the disk does.
 */
export async function sendInvitations(
  invitees: readonly Invitee[],
  text: string,
  context: SendContext,
): Promise<Delivery> {
  const run = { context, text, spent: toSpent(context) };
  const sent: Sent[] = [];
  for (const invitee of invitees) {
    const { outcome, ending } = await invite(invitee, run);
    if (outcome) {
      sent.push(outcome);
      context.tell(outcome);
    }
    const rest = invitees.slice(sent.length);
    if (ending) return { sent, rest, ending };
    if (rest.length > 0) await pause(outcome, context);
  }
  return { sent, rest: [] };
}

interface Run {
  readonly context: SendContext;
  readonly text: string;
  /** Messages and look-ups of the last day, those of this run among them. */
  readonly spent: { readonly messages: Spent[]; readonly lookups: Spent[] };
}

function toSpent({ past }: SendContext): Run['spent'] {
  return { messages: [...past.messages], lookups: [...past.lookups] };
}

/** What became of one of them, if they were come to, and why it ends there, if it does. */
interface Step {
  readonly outcome?: Sent;
  readonly ending?: Ending;
}

async function invite(invitee: Invitee, run: Run): Promise<Step> {
  const { context, spent } = run;
  if (context.signal.aborted) return { ending: { why: 'interrupted' } };
  if (findMessageBudget(spent, context.pace, context.clock.now()) < 1) return { ending: { why: 'pace' } };
  const plan = await context.readAgain();
  const { reading } = plan;
  if (reading.kind === 'unreadable') return { ending: { why: 'unread', text: reading.text } };
  if (!reading.group.settings['join-approval']) return { ending: { why: 'no-approval' } };
  const standing = findStanding(invitee.person.key, plan);
  if (standing.kind !== 'missing' || standing.invitee.doubt)
    return { outcome: { invitee, result: 'not-due' } };
  return send(invitee, run);
}

async function send(invitee: Invitee, { context, spent, text }: Run): Promise<Step> {
  const { record, messenger, clock } = context;
  const { person, change } = invitee;
  // What cannot be written down is not sent.
  const event = { type: 'message', group: change.group, person: person.key, lookups: 1 } as const;
  const unwritten = await attempt(() => record(event));
  if (unwritten !== undefined) return { ending: { why: 'stopped', text: unwritten } };
  spent.messages.push({ at: clock.now(), count: 1 });
  spent.lookups.push({ at: clock.now(), count: 1 });
  const answer = await messenger.send(person.phone, text);
  const fault = await attempt(() => record({ type: 'message-answer', answer }));
  const step = await judge(invitee, answer, { context, spent, text });
  // It has been sent: that is told, whatever the disk does.
  const stop = fault ?? context.ended()?.text;
  return step.ending || stop === undefined ? step : { ...step, ending: { why: 'stopped', text: stop } };
}

/** What is wrong where something cannot be written down; undefined where it is. */
async function attempt(write: () => Promise<void>): Promise<string | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof RollcallError) return error.message;
    throw error;
  }
}

async function judge(invitee: Invitee, answer: Answer, run: Run): Promise<Step> {
  switch (answer.kind) {
    case 'accepted':
      return { outcome: { invitee, result: 'sent' } };
    case 'unknown':
      return { outcome: { invitee, result: 'unknown', text: answer.text } };
    case 'stop': {
      const why = answer.code === 'rate-limited' ? 'limited' : 'stopped';
      return {
        outcome: { invitee, result: 'refused', text: answer.text },
        ending: { why, text: answer.text },
      };
    }
    case 'rejected':
      return judgeRefusal(invitee, answer, run);
  }
}

/** GOWA says "not on WhatsApp" as well when look-ups are limited; the account's own number tells which it is. */
async function judgeRefusal(
  invitee: Invitee,
  { code, text }: Extract<Answer, { kind: 'rejected' }>,
  { context, spent }: Run,
): Promise<Step> {
  if (code === 'unregistered') {
    spent.lookups.push({ at: context.clock.now(), count: 1 });
    const unwritten = await attempt(() =>
      context.record({ type: 'looked-up', person: context.own, lookups: 1 }),
    );
    if (unwritten === undefined && (await context.isOwnFound()))
      return { outcome: { invitee, result: 'not-on-whatsapp' } };
  }
  return { outcome: { invitee, result: 'refused', text }, ending: { why: 'refused', text } };
}

/** Nothing was sent to somebody who has come meanwhile. */
async function pause(outcome: Sent | undefined, context: SendContext): Promise<void> {
  if (!context.hasPauses || outcome?.result === 'not-due') return;
  await context.clock.sleep(toMessagePause(context.pace, context.random), context.signal);
}
