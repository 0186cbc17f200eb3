import { expect, test } from 'vitest';
import { toModules } from '../../../src/render/invitation/qr-code.ts';
import { renderInvitationPage } from '../../../src/render/invitation/invitation-page.ts';
import { say } from '../../../src/safe/inline.ts';
import { toMessageName } from '../../../src/safe/message-name.ts';
import { languages } from '../sample-reports.ts';

const link = 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m';
const view = { group: toMessageName('Altos'), link, isApproved: true, isSandbox: false, people: [say`ana`] };

test.each(languages)('one page that needs nothing else, in $language, and names nobody', (words) => {
  const page = renderInvitationPage(view, words);
  expect(page).toMatch(new RegExp(`^<!doctype html>\n<html lang="${words.language}">`));
  expect(page).not.toContain('ana<');
  expect(page).not.toMatch(/<script|<img|<link|url\(|@import/);
  expect(page).toContain("default-src 'none'");
  expect(page.match(/https?:\/\/[^"<\s]+/g)).toEqual(['http://www.w3.org/2000/svg', link, link]);
  expect(page).toContain('role="img" aria-label="');
});

test('a group may be called anything', () => {
  const name = `</title><script>alert(1)</script>"'\`&\u202e javascript:alert(1)`;
  const [, head = '', body = ''] = renderInvitationPage(
    { ...view, group: toMessageName(name) },
    languages[0]!,
  ).split(/<head>|<body>/);
  for (const part of [head, body]) {
    expect(part).toContain('&lt;/title&gt;&lt;script&gt;');
    expect(part).not.toMatch(/<script|\u202e/);
  }
});

test('the square has a dark spot for each dark module', () => {
  const page = renderInvitationPage(view, languages[0]!);
  const spots = [...page.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
  const dark = toModules(link).flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
  expect(spots).toEqual(dark);
});
