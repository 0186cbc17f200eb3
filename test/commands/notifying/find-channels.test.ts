import { expect, test } from 'vitest';
import { findChannels } from '../../../src/commands/notifying/find-channels.ts';
import { UsageError } from '../../../src/errors.ts';
import { formatNames } from '../../../src/notifying/formats.ts';

const find = (env: Readonly<Record<string, string>>) => findChannels({ env });
const hook = 'https://chat.example/hooks/abc?x=1';

test('each way that the environment names, in one order', () => {
  const env = {
    ROLLCALL_NOTIFY_GROUP: '120363000000000001@g.us',
    ROLLCALL_NOTIFY_MAIL: 'msmtp -t',
    ROLLCALL_NOTIFY_TO: 'us@example.org',
    ROLLCALL_NOTIFY_WEBHOOK: hook,
    ROLLCALL_NOTIFY_FORMAT: 'slack',
  };
  expect(find(env)).toEqual([
    { kind: 'webhook', url: new URL(hook), format: 'slack' },
    { kind: 'mail', command: ['msmtp', '-t'], to: 'us@example.org' },
    { kind: 'group', group: '120363000000000001@g.us' },
  ]);
  expect(find({})).toEqual([]);
  expect(find({ ROLLCALL_NOTIFY_WEBHOOK: ' ', ROLLCALL_NOTIFY_FORMAT: 'slack' })).toEqual([]);
});

test('without a format it is our own; plain HTTP goes to this machine alone', () => {
  for (const host of ['localhost:1', '127.0.0.1', '[::1]:8080'])
    expect(find({ ROLLCALL_NOTIFY_WEBHOOK: `http://${host}/x` })).toMatchObject([{ format: 'json' }]);
});

test.each(formatNames)('%s can be chosen', (format) => {
  const env = { ROLLCALL_NOTIFY_WEBHOOK: `${hook}&chat_id=1`, ROLLCALL_NOTIFY_FORMAT: format };
  expect(find(env)).toMatchObject([{ format }]);
});

test.each([
  [{ ROLLCALL_NOTIFY_WEBHOOK: 'http://chat.example/hooks/abc' }, /must be an address that starts with https/],
  [{ ROLLCALL_NOTIFY_WEBHOOK: 'http://localhost.evil.example/hooks/abc' }, /https/],
  [{ ROLLCALL_NOTIFY_WEBHOOK: 'https://user:abc@chat.example/' }, /without a user/],
  [{ ROLLCALL_NOTIFY_WEBHOOK: 'file:///hooks/abc' }, /https/],
  [{ ROLLCALL_NOTIFY_WEBHOOK: 'hooks/abc' }, /https/],
  [{ ROLLCALL_NOTIFY_WEBHOOK: hook, ROLLCALL_NOTIFY_FORMAT: 'toString' }, /one of json, slack/],
  [{ ROLLCALL_NOTIFY_WEBHOOK: hook, ROLLCALL_NOTIFY_FORMAT: 'telegram' }, /needs `\?chat_id=…`/],
  [{ ROLLCALL_NOTIFY_MAIL: '""' }, /must be a command/],
  [{ ROLLCALL_NOTIFY_MAIL: 'sendmail -t' }, /ROLLCALL_NOTIFY_TO/],
  [{ ROLLCALL_NOTIFY_MAIL: 'sendmail -t', ROLLCALL_NOTIFY_TO: 'a@b\nBcc: abc@d' }, /ROLLCALL_NOTIFY_TO/],
  [
    { ROLLCALL_NOTIFY_MAIL: 'sendmail -t', ROLLCALL_NOTIFY_TO: 'a@b', ROLLCALL_NOTIFY_FROM: 'a@b,c@d' },
    /ROLLCALL_NOTIFY_FROM/,
  ],
  [{ ROLLCALL_NOTIFY_GROUP: '447700900001@s.whatsapp.net' }, /id of a group/],
])('%j is refused, and no value is printed', (env, why) => {
  expect(() => find(env)).toThrow(UsageError);
  expect(() => find(env)).toThrow(why);
  expect(() => find(env)).not.toThrow(/abc|4477/);
});
