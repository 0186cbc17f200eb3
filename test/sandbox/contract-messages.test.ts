import { describe, expect, test } from 'vitest';
import { ALTOS, choirWorld, ME, startChoir } from './choir.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';

const ANA = '447700900010';

describe('what the sandbox does as the source of GOWA says (docs/gowa.md#17-messages): messages', () => {
  test('a message is looked up, sent and logged', async () => {
    const choir = await startChoir();
    const answer = await choir.post('/send/message', { phone: ANA, message: 'Come & sing' });
    expect(answer.status).toBe(200);
    expect(answer.queries).toEqual(['usync get usync', 'message set message']);
    const [sent] = choir.sandbox.world().messages ?? [];
    expect(sent).toMatchObject({ from: ME, to: ANA, text: 'Come & sing' });
    const status = expect.stringMatching(
      /^Message sent to 447700900010@s\.whatsapp\.net \(server timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC\)$/,
    ) as string;
    expect(answer.json).toEqual({
      code: 'SUCCESS',
      message: status,
      results: { message_id: sent?.id, status },
    });
  });

  test.each<[string, object, string]>([
    ['blank fields', {}, 'message: cannot be blank; phone: cannot be blank.'],
    ['a blank text', { phone: ANA, message: '' }, 'message: cannot be blank.'],
    [
      'a local number',
      { phone: '07700900010', message: 'x' },
      'phone number must be in international format (should not start with 0). For Indonesian numbers, use 62xxx format instead of 08xxx',
    ],
    [
      'a duration of its own',
      { phone: ANA, message: 'x', duration: 5 },
      'duration must be one of: 0 (no expiry), 86400 (24h), 604800 (7d), 7776000 (90d)',
    ],
    [
      'a local mention',
      { phone: ANA, message: 'x', mentions: ['@everyone', '0770'] },
      'mention 0770: phone number must be in international format',
    ],
  ])('%s: 400 before anything is asked', async (_what, body, message) => {
    const choir = await startChoir();
    choir.sandbox.setSession(ME, 'logged_out');
    const answer = await choir.post('/send/message', body);
    expect([answer.status, answer.json]).toEqual([400, { code: 'VALIDATION_ERROR', message }]);
    expect(answer.queries).toEqual([]);
  });

  test.each<[string, FaultRule[], number, string, number]>([
    [
      'nobody with that number',
      [{ xmlns: 'usync', code: 429 }],
      400,
      'Phone 447700900010@s.whatsapp.net is not on whatsapp',
      0,
    ],
    ['refused', [{ xmlns: 'message', code: 479 }], 500, 'server returned error 479', 0],
    [
      'no new chats',
      [{ xmlns: 'message', code: 463 }],
      429,
      'WhatsApp rejected this send with error 463 (reach-out timelock).',
      0,
    ],
    [
      'the line drops after it was sent',
      [{ xmlns: 'message', do: 'disconnect', effect: true }],
      500,
      'websocket disconnected before message send returned response',
      1,
    ],
    [
      'sent, and never answered',
      [{ xmlns: 'message', do: 'hang', effect: true }],
      504,
      'Request timed out waiting for WhatsApp server response',
      1,
    ],
    ['to this person alone', [{ xmlns: 'message', to: ANA, code: 479 }], 500, 'server returned error 479', 0],
  ])('%s', async (_what, faults, status, message, sent) => {
    const choir = await startChoir({ faults });
    const answer = await choir.post('/send/message', { phone: ANA, message: 'Come' });
    expect([answer.status, answer.json?.message]).toEqual([status, message]);
    expect(choir.sandbox.world().messages ?? []).toHaveLength(sent);
  });

  test('a group gets one if the account is in it', async () => {
    const choir = await startChoir();
    expect((await choir.post('/send/message', { phone: ALTOS, message: 'Hello' })).status).toBe(200);
    expect(choir.sandbox.world().messages).toMatchObject([{ to: ALTOS, text: 'Hello' }]);
    const other = await choir.post('/send/message', { phone: '120363000000000009@g.us', message: 'Hello' });
    expect([other.status, other.json?.message]).toEqual([500, 'server returned error 404']);
  });

  test('messages of a world are kept, and what is printed loads again', async () => {
    const message = { id: '3EB0', from: ME, to: ANA, text: 'Earlier', time: 1_700_000_000 };
    const choir = await startChoir({ world: choirWorld(undefined, { messages: [message] }) });
    await choir.post('/send/message', { phone: ANA, message: 'Later' });
    const again = await startChoir({ world: choir.sandbox.world() });
    expect(again.sandbox.world().messages).toEqual(choir.sandbox.world().messages);
    expect(again.sandbox.world().messages?.map((one) => one.text)).toEqual(['Earlier', 'Later']);
  });
});
