import { describe, expect, test } from 'vitest';
import { addPath, toAddress } from '../../src/safe/address.ts';

describe('an address', () => {
  test.each([
    ['https://forge.example/clara/choir/pull/12', 'https://forge.example/clara/choir/pull/12'],
    ['http://forge.local:3000/a', 'http://forge.local:3000/a'],
    ['https://forge.example/a b"c<d>', 'https://forge.example/a%20b%22c%3Cd%3E'],
  ])('%s stands as %s', (text, address) => {
    expect(toAddress(text)).toBe(address);
  });

  test.each([
    '',
    'choir/pull/12',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'https://clara:secret@forge.example/',
    "https://forge.example/it's",
  ])('%s is none', (text) => {
    expect(toAddress(text)).toBeUndefined();
  });
});

test('a path is written as an address needs it', () => {
  const base = toAddress('https://forge.example/raw/5f3c/');
  expect(base && addPath(base, "groups/photos/it's 100%?#.jpg")).toBe(
    'https://forge.example/raw/5f3c/groups/photos/it%27s%20100%25%3F%23.jpg',
  );
});
