import { describe, expect, test } from 'vitest';
import type { Said } from './start-reader.ts';
import { limited, refuse, startReader, toId } from './start-reader.ts';

describe('asking about a photo', () => {
  const none = refuse('that user or group does not have a profile picture');
  const hidden = refuse('the user has hidden their profile picture from you');
  const found: Said = { results: { url: 'https://pps.whatsapp.net/a.jpg', id: '1819616019', type: 'image' } };

  test.each([
    ['a picture', found, { kind: 'picture', id: '1819616019', url: 'https://pps.whatsapp.net/a.jpg' }],
    ['none', none, { kind: 'none' }],
    ['a hidden one', hidden, { kind: 'hidden' }],
  ])('%s is a state, not an error', async (_, said, avatar) => {
    const { reader } = await startReader(() => said);
    expect(await reader.readAvatar(toId(1), false)).toEqual(avatar);
  });

  test.each<[string, Said]>([
    ['a timeout', { status: 408, code: 'CONTEXT_ERROR', message: 'Error timeout get avatar!' }],
    ['a refusal', refuse('info query returned status 503: service-unavailable')],
    ['an answer that does not fit', { results: { url: 'https://pps.whatsapp.net/a.jpg', id: 17 } }],
  ])('%s is failed, with a word', async (_, said) => {
    const { reader } = await startReader(() => said);
    expect(await reader.readAvatar(toId(1), false)).toEqual({ kind: 'failed', text: expect.any(String) });
  });

  test('a community is asked about as one', async () => {
    const { reader, asked } = await startReader(() => found);
    await reader.readAvatar(toId(1), true);
    await reader.readAvatar(toId(2), false);
    expect(asked().map((path) => path.replace(/12036\d+/, '…'))).toEqual([
      '/user/avatar …&is_community=true',
      '/user/avatar …',
    ]);
  });

  test('is paced as reads are', async () => {
    const { reader, sleeps } = await startReader(() => none);
    for (const number of [1, 2, 3]) await reader.readAvatar(toId(number), false);
    expect(sleeps).toEqual([600, 600, 600]);
  });

  test('the first limit ends it', async () => {
    const { reader, asked } = await startReader(() => limited);
    expect(await reader.readAvatar(toId(1), false)).toMatchObject({ kind: 'failed' });
    expect(await reader.readAvatar(toId(2), false)).toMatchObject({ kind: 'failed' });
    expect(asked()).toHaveLength(1);
    expect(reader.ended()).toMatchObject({ code: 'rate-limited' });
  });
});
