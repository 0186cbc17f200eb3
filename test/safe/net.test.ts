import { expect, test } from 'vitest';
import { makeNet } from '../../src/safe/net.ts';
import { formatPeopleKey } from '../../src/sealing/people-key.ts';
import { toTestKey } from '../support/sealing.ts';

const env = {
  ROLLCALL_USER: 'an-admin-of-gowa',
  ROLLCALL_PASSWORD: 'pa55-447700900002-word',
  ROLLCALL_KEY: 'k'.repeat(43),
};

const pair = `${env.ROLLCALL_USER}:${env.ROLLCALL_PASSWORD}`;

test.each([
  ['password', env.ROLLCALL_PASSWORD],
  ['key', env.ROLLCALL_KEY],
  ['header', `Basic ${Buffer.from(pair).toString('base64')}`],
])('the %s comes through neither net', (_, secret) => {
  const { all, secrets } = makeNet(env);
  expect(all(`a ${secret} b`)).not.toContain(secret);
  expect(secrets(`a ${secret} b`)).not.toContain(secret);
});

test.each(['https://chat.example/hooks/abcdefgh?x=1', '/hooks/abcdefgh'])(
  'nor does the address of a chat: %s',
  (text) => {
    const { all } = makeNet({ ROLLCALL_NOTIFY_WEBHOOK: 'https://chat.example/hooks/abcdefgh?x=1' });
    expect(all(`a ${text} b`)).not.toContain('abcdefgh');
  },
);

test('a number comes through where somebody asked to see it, and through no other', () => {
  const { all, secrets } = makeNet(env);
  expect(secrets('+447700900002')).toBe('+447700900002');
  expect(all('+447700900002')).not.toContain('900002');
});

test('a password that holds a number is taken out as a whole, and not masked in its middle', () => {
  expect(makeNet(env).all(env.ROLLCALL_PASSWORD)).not.toMatch(/pa55|word/);
});

test('without secrets it masks all the same', () => {
  expect(makeNet({}).all('447700900002')).not.toContain('900002');
  expect(makeNet({}).secrets('447700900002 x')).toBe('447700900002 x');
});

test('where numbers are sealed, not even the last digits come through any more', () => {
  const { all, hideDigits } = makeNet(env);
  expect(all('call +44 7700 900002')).toBe('call +•• •••• •••002');
  hideDigits();
  expect(all('call +44 7700 900002')).toBe('call +•• •••• ••••••');
});

test('private keys for sealed numbers come through neither net, each of several alone', () => {
  const keys = [toTestKey(1), toTestKey(2)].map(formatPeopleKey);
  const { all, secrets } = makeNet({ ROLLCALL_PEOPLE_KEY: keys.join(' ') });
  for (const net of [all, secrets])
    for (const key of keys) expect(net(`a ${key}`)).not.toContain(key.slice(-20));
});
