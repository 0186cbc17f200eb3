import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeNet } from '../../src/safe/net.ts';
import { makeRedact } from '../../src/safe/redact.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const wrappings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  json: (text) => JSON.stringify({ authorization: text }),
  percent: encodeURIComponent,
  base64,
  'base64 of something longer': (text) => base64(`Authorization: ${text}\r\nhost: x`),
  'base64 at another place': (text) => base64(`x${text}\n`),
  'base64 at the third place': (text) => base64(`xy${text}`),
  base64url: (text) => Buffer.from(`xyz${text}>?`).toString('base64url'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  HEXADECIMAL: (text) => Buffer.from(text).toString('hex').toUpperCase(),
};

describe('own credentials are taken out of a text', () => {
  test.each(Object.entries(wrappings))('%s', (_name, wrap) => {
    const passwords = fc
      .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 30 })
      .map((text) => `${text}7!`);
    fc.assert(
      fc.property(passwords, fc.stringMatching(/^[a-z]{3,8}$/), (password, user) => {
        const redact = makeRedact({ user, password });
        const secrets = [password, `${user}:${password}`, `Basic ${base64(`${user}:${password}`)}`];
        for (const secret of secrets) {
          const left = redact(wrap(secret));
          expect(left).toContain('••••••••');
          expect(left).not.toContain(wrap(password).slice(2, -4));
        }
      }),
    );
  });

  test('the key, in whatever form its bytes are', () => {
    const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
    const redact = makeRedact({ key });
    const bytes = Buffer.from(key, 'hex');
    for (const text of [key, key.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')])
      expect(redact(`key ${text} end`)).toMatch(/^key •{8}.{0,2} end$/u);
  });
});

test('a password that is a word leaves honest texts as they are, but for the header', () => {
  const redact = makeRedact({ user: 'admin', password: 'members' });
  expect(redact('5 members, 2 admins')).toBe('5 members, 2 admins');
  expect(redact(`Basic ${base64('admin:members')}`)).toBe('Basic ••••••••');
  expect(redact('admin:members')).toBe('••••••••');
});

test('without secrets nothing is taken out', () => {
  expect(makeRedact({})('a:b :')).toBe('a:b :');
  expect(makeRedact({ user: 'admin', password: '' })('admin:')).toBe('admin:');
});

test('the last net takes out numbers and secrets, and leaves numbers where somebody asked for them', () => {
  const net = makeNet({ ROLLCALL_USER: 'admin', ROLLCALL_PASSWORD: 'SECRETPW' });
  expect(net.all('SECRETPW 447700900123')).toBe('•••••••• •••••••••123');
  expect(net.secrets('SECRETPW 447700900123')).toBe('•••••••• 447700900123');
});
