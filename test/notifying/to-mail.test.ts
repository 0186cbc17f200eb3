import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMailAddresses, toMail } from '../../src/notifying/to-mail.ts';

const date = Date.UTC(2026, 10, 26, 23, 30);
const addresses = { to: 'us@example.org, them@example.org', from: 'rollcall@example.org' };

/** Headers by name, unfolded, and what the body says. */
function read(mail: string) {
  const end = mail.indexOf('\n\n');
  const lines = mail.slice(0, end).replace(/\n /g, ' ').split('\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(': ')),
    line.slice(line.indexOf(': ') + 2),
  ]);
  const body = Buffer.from(mail.slice(end), 'base64').toString('utf8');
  return {
    headers: Object.fromEntries(headers) as Record<string, string>,
    names: headers.map(([name]) => name),
    body,
  };
}

function decode(words: string): string {
  return words
    .split(' ')
    .map((word) => Buffer.from(/^=\?UTF-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? '!', 'base64').toString('utf8'))
    .join('');
}

test('a mail has what it needs, and nothing else', async () => {
  const mail = toMail({ title: 'Rollcall: há grupos', text: 'Um\nDois “três”' }, addresses, date);
  await expect(mail).toMatchFileSnapshot('../golden/notices/mail.txt');
  const { headers, body } = read(mail);
  expect(headers).toMatchObject({ To: addresses.to, Date: 'Thu, 26 Nov 2026 23:30:00 +0000' });
  expect(body).toBe('Um\nDois “três”\n');
});

test('without a sender there is no From', () => {
  expect(read(toMail({ title: 'a', text: 'b' }, { to: 'us@example.org' }, date)).names[0]).toBe('To');
});

test('nothing in a text is a header, a dot that ends the mail, or a line that is too long', () => {
  const text = fc.string({ unit: fc.constantFrom(...'\r\n.:  aé😀\u202e'), maxLength: 400 });
  fc.assert(
    fc.property(text, text, (title, each) => {
      const mail = toMail({ title, text: each }, addresses, date);
      const lines = mail.split('\n');
      expect(lines.every((line) => line.length <= 78 && /^[\x20-\x7e]*$/.test(line) && line !== '.')).toBe(
        true,
      );
      const { headers, names, body } = read(mail);
      expect(names).toHaveLength(8);
      expect(decode(headers['Subject'] ?? '')).toBe(title);
      expect(body).toBe(`${each}\n`);
    }),
  );
});

describe('addresses', () => {
  test.each(['us@example.org', 'a@b, c+d@e.example ,f@g'])('%j', (text) =>
    expect(isMailAddresses(text)).toBe(true),
  );
  test.each([
    '',
    'us',
    'a@b,',
    'a@b\r\nBcc: c@d',
    'A <a@b>',
    'a@b c@d',
    'a@b@c',
    '"x"@y',
    'a@b\0',
    'é@b',
    `${'a'.repeat(65)}@b`,
  ])('not %j', (text) => expect(isMailAddresses(text)).toBe(false));
});
