import type { RunEvent } from '../../domain/event.ts';
import { toNewsKey } from '../../domain/past.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import type { Entry } from './entry.ts';

/** The line that a message of the account makes, or one to the admins; undefined for any other event. */
export function toMessageEntry(
  event: RunEvent,
  at: string,
  { group, person, mark }: Pseudonyms,
): Entry | undefined {
  if (event.type === 'message') {
    const whom = { group: group(event.group), person: person(event.person) };
    return { at, type: 'message', ...whom, messages: 1, lookups: event.lookups };
  }
  if (event.type !== 'told') return undefined;
  const { channel, topic, news } = event;
  if (news === undefined) return { at, type: 'told', channel, topic, messages: 0 };
  const messages = channel === 'group' ? 1 : 0;
  return { at, type: 'told', channel, topic, news: mark(toNewsKey(news)), messages };
}
