import { expect, test } from 'vitest';
import type { GroupId } from '../../src/domain/group.ts';
import type { Line } from '../../src/session/connect.ts';
import { fetchPhotos } from '../../src/session/fetch-photos.ts';
import { altos, liveGroup } from '../support/choir.ts';

function lineOf(avatar: object): Line {
  const client = { connection: { origin: 'http://127.0.0.1:1', basePath: '' } };
  return { client, reader: { readAvatar: async () => avatar } } as unknown as Line;
}

test.each([
  ['none', { kind: 'none' }, undefined],
  ['a hidden one', { kind: 'hidden' }, { reason: 'WhatsApp hides it' }],
  ['one that failed', { kind: 'failed', text: 'why' }, { reason: 'why' }],
  [
    'a link to elsewhere',
    { kind: 'picture', id: '1', url: 'http://127.0.0.1:2/x' },
    { reason: 'its link leads neither to WhatsApp nor to GOWA' },
  ],
])('%s', async (_what, avatar, expected) => {
  const photos = await fetchPhotos([liveGroup()], lineOf(avatar));
  expect([...photos]).toEqual(expected === undefined ? [] : [[altos, expected]]);
});

test('a community is asked for as one', async () => {
  const asked: unknown[] = [];
  const line = {
    reader: { readAvatar: async (...all: [GroupId, boolean]) => (asked.push(all), { kind: 'none' }) },
  } as unknown as Line;
  await fetchPhotos([liveGroup(), liveGroup({ kind: 'community' })], line);
  expect(asked).toEqual([
    [altos, false],
    [altos, true],
  ]);
});
