import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { toNewsKey } from '../../../src/domain/past.ts';
import { parseEntry } from '../../../src/journal/entries/parse-entry.ts';
import { toMessageEntry } from '../../../src/journal/entries/to-message-entry.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { altos, key } from '../../support/choir.ts';

const at = '2026-11-23T09:00:00.000Z';
const pseudonyms = createPseudonyms(new Uint8Array(32).fill(7));

/** The line of an event, as it is read back. */
const write = (event: RunEvent) => parseEntry(JSON.stringify(toMessageEntry(event, at, pseudonyms) ?? null));

test('a message names whom it goes to by pseudonym', () => {
  expect(write({ type: 'message', group: altos, person: key(2), lookups: 1 })).toEqual({
    at,
    type: 'message',
    group: pseudonyms.group(altos),
    person: pseudonyms.person(key(2)),
    messages: 1,
    lookups: 1,
  });
});

test.each([
  ['group', 'x', 1],
  ['mail', 'x', 0],
  ['webhook', 'x', 0],
  ['group', undefined, 0],
] as const)(
  'what the admins were told by %s (%j) is a mark, and %i messages of the account',
  (channel, news, messages) => {
    const told = { type: 'told', channel, topic: 'drift' } as const;
    expect(write({ ...told, ...(news && { news }) })).toEqual({
      at,
      ...told,
      ...(news && { news: pseudonyms.mark(toNewsKey(news)) }),
      messages,
    });
  },
);

test('another event is none of its lines', () => {
  expect(write({ type: 'run-ended', interrupted: false })).toBeUndefined();
});
