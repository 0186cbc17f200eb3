import { expect, test } from 'vitest';
import { GowaError } from '../../src/gowa/answers/gowa-error.ts';
import { askInviteLink, readInviteLink } from '../../src/gowa/invite-link.ts';
import { altos } from '../support/choir.ts';
import { connect, succeed } from './connect.ts';

test.each([
  ['https://chat.whatsapp.com/AbC-123_x', true],
  ['https://chat.whatsapp.com.evil.example/AbC', false],
  ['http://chat.whatsapp.com/AbC', false],
  ['https://chat.whatsapp.com/AbC?x=1', false],
  ['https://chat.whatsapp.com/AbC\u001b[2J', false],
  ['https://chat.whatsapp.com/AbC\n', false],
  ['https://chat.whatsapp.com/AbC\nhttps://chat.whatsapp.com/Abd', false],
  ['https://chat.whatsapp.com@evil.example/AbC', false],
  ['https://evil.example/https://chat.whatsapp.com/AbC', false],
  [`https://chat.whatsapp.com/${'a'.repeat(10_000)}`, false],
  ['javascript:alert(1)', false],
  ['javascript:alert(1)//https://chat.whatsapp.com/AbC', false],
  ['https://chat.whatsapp.com/', false],
  ['', false],
])('a server’s link %j is shown: %s', async (link, isShown) => {
  const { client, server } = await connect((_request, response) => succeed(response, { invite_link: link }));
  expect(await readInviteLink(client, altos)).toBe(isShown ? link : undefined);
  // Asking for a link with anything more would revoke it for everybody.
  expect(server.requests.map(({ path }) => path)).toEqual([
    `/group/invite-link?group_id=${encodeURIComponent(altos)}`,
  ]);
});

test('no link where the account may not have it', async () => {
  const { client } = await connect((_request, response) => response.writeHead(500).end('forbidden'));
  expect(await readInviteLink(client, altos)).toBeUndefined();
});

test('whoever wants to know why hears it in words of our own', async () => {
  const { client } = await connect((_request, response) =>
    succeed(response, { invite_link: 'javascript:alert(1)' }),
  );
  const link = await askInviteLink(client, altos);
  expect(link).toBeInstanceOf(GowaError);
  expect(String(link)).not.toContain('javascript');
});
