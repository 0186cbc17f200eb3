import type { EntryOf } from '../entries/entry.ts';
import type { Recollection } from './recollection.ts';
import { toInner } from './recollection.ts';
import { rememberStop, spend } from './remember-changes.ts';

/** Sent from here on, whatever comes of it: a run that dies now must not lead to a second message. */
export function rememberMessage(memory: Recollection, at: number, entry: EntryOf<'message'>): void {
  const { group, person, messages, lookups } = entry;
  spend(memory, at, 0, lookups);
  if (messages > 0) memory.messages.push({ at, count: messages });
  const times = toInner(memory.messaged, group);
  const before = times.get(person);
  memory.messageInFlight = { group, person, ...(before !== undefined && { before }) };
  times.set(person, at);
}

/** A message of the account counts from here on, whatever comes of it. */
export function rememberTold(memory: Recollection, at: number, entry: EntryOf<'told'>): void {
  const { channel, topic, news, messages } = entry;
  if (messages > 0) memory.messages.push({ at, count: messages });
  memory.messageInFlight = undefined;
  memory.told.push({ at, channel, topic, ...(news !== undefined && { news }) });
}

/** What GOWA said to the last message: only a refusal says that nobody has it. It was an attempt all the same. */
export function rememberMessageAnswer(
  memory: Recollection,
  at: number,
  { kind, code }: EntryOf<'message-answer'>,
): void {
  const sent = memory.messageInFlight;
  memory.messageInFlight = undefined;
  if (code !== undefined) rememberStop(memory, at, code);
  if (!sent || kind === 'accepted' || kind === 'unknown') return;
  const times = toInner(memory.messaged, sent.group);
  if (sent.before === undefined) times.delete(sent.person);
  else times.set(sent.person, sent.before);
}
