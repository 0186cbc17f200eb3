import { expect, test } from 'vitest';
import type { Said } from './start-reader.ts';
import { limited, loggedOut, refuse, startReader, toId } from './start-reader.ts';

const lid = '326233632189313';

async function read(said: Said) {
  const { reader } = await startReader(() => said);
  return reader.readRequests(toId(1));
}

/** What GOWA says of somebody. */
function request(more: object = {}) {
  return { jid: `${lid}@lid`, phone_number: '447700900002', requested_at: '2026-01-01T00:00:00Z', ...more };
}

const ana = { person: { key: '447700900002', phone: '447700900002' }, lid, at: 1_767_225_600_000 };

test.each([
  ['none', null, []],
  ['none, as older servers say it', [], []],
  ['a number, and the LID beside it', [request()], [ana]],
  ['what they call themselves', [request({ display_name: ' Ana ' })], [{ ...ana, ownName: 'Ana' }]],
  ['no name worth it', [request({ display_name: '  ' })], [ana]],
  ['LID digits are no number', [request({ phone_number: lid })], [{ lid, at: ana.at }]],
  ['nothing where the number belongs', [request({ phone_number: '' })], [{ lid, at: ana.at }]],
  ['a JID where the number belongs', [request({ phone_number: '447700900002@s.whatsapp.net' })], [ana]],
  [
    'a group by numbers',
    [request({ jid: '447700900002@s.whatsapp.net' })],
    [{ person: ana.person, at: ana.at }],
  ],
  ['no time', [request({ requested_at: undefined })], [{ person: ana.person, lid }]],
  ['Go’s zero time', [request({ requested_at: '0001-01-01T00:00:00Z' })], [{ person: ana.person, lid }]],
  ['a time that is none', [request({ requested_at: 17 })], [{ person: ana.person, lid }]],
  ['a name that is none', [request({ display_name: { a: 1 } })], [ana]],
  ['the same twice', [request(), request()], [ana]],
  [
    'one LID with two numbers, so with none',
    [request(), request({ phone_number: '447700900003' })],
    [{ lid, at: ana.at }],
  ],
  [
    'in the order of their names',
    [request({ jid: '9' + lid.slice(1) + '@lid', phone_number: '447700900003' }), request()],
    [ana, { person: { key: '447700900003', phone: '447700900003' }, lid: '9' + lid.slice(1), at: ana.at }],
  ],
  ['who is nobody at all', [request({ jid: '1@bot', phone_number: '' })], [{ at: ana.at }]],
])('%s', async (_, results, found) => {
  expect(await read({ results })).toEqual(found);
});

test.each<[what: string, said: Said]>([
  ['WhatsApp refuses', refuse('info query returned status 403: forbidden')],
  ['WhatsApp limits', limited],
  ['the session is lost', loggedOut],
  ['the server does not know the path', { status: 404, code: '', message: 'Not Found' }],
  ['another thing than a list', { results: { data: [] } }],
  ['somebody without a name', { results: [{ phone_number: '447700900002' }] }],
])('could not be read: %s', async (_, said) => {
  expect(await read(said)).toBe('unread');
});

test('after a limit nothing more is asked', async () => {
  const { reader, asked } = await startReader(() => limited);
  expect([await reader.readRequests(toId(1)), await reader.readRequests(toId(2))]).toEqual([
    'unread',
    'unread',
  ]);
  expect(asked()).toHaveLength(1);
  expect(reader.ended()).toMatchObject({ code: 'rate-limited' });
});

test('reads keep their pause, and none is made once somebody wants the run to end', async () => {
  const { reader, sleeps } = await startReader(() => ({ results: null }));
  expect(await reader.readRequests(toId(1))).toEqual([]);
  expect(sleeps).toEqual([600]);
  const ended = await startReader(() => ({ results: null }), { signal: AbortSignal.abort() });
  expect(await ended.reader.readRequests(toId(1))).toBe('unread');
  expect(ended.asked()).toEqual([]);
});
