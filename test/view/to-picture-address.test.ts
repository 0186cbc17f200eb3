import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/plan/change.ts';
import { toPictureAddress } from '../../src/view/to-picture-address.ts';

const files = 'https://forge.example/clara/choir/raw/5f3c/';

function photo(path: string): Change {
  return { action: 'set', setting: 'photo', after: { kind: 'file', path } } as Change;
}

test.each([
  ['photos/altos.jpg', 'groups/choir/photos/altos.jpg'],
  ['../photos/altos.jpg', 'groups/photos/altos.jpg'],
  ['./altos.jpg', 'groups/choir/altos.jpg'],
  // As phones call them; masked it would be no address.
  ['IMG_20261126_123456.jpg', 'groups/choir/IMG_20261126_123456.jpg'],
  ['Fotos do coro/açaí #1.jpg', 'groups/choir/Fotos%20do%20coro/a%C3%A7a%C3%AD%20%231.jpg'],
])('%s lies beside its group’s file', (path, address) => {
  expect(toPictureAddress(photo(path), 'groups/choir/altos.yaml', files)).toBe(`${files}${address}`);
});

test('a folder of groups may be named in more ways than one', () => {
  const address = `${files}groups/altos.jpg`;
  expect(toPictureAddress(photo('altos.jpg'), './groups//altos.yaml', files)).toBe(address);
  expect(toPictureAddress(photo('altos.jpg'), '/home/clara/groups/altos.yaml', files)).toBeUndefined();
});

test.each([
  ['outside of the repository', photo('../../../etc/passwd'), files],
  ['of no photo', { action: 'set', setting: 'topic', after: 'x' } as unknown as Change, files],
  [
    'of a photo that is taken away',
    { action: 'set', setting: 'photo', after: { kind: 'none' } } as Change,
    files,
  ],
  ['without a forge', photo('altos.jpg'), undefined],
  ['at a server of files', photo('altos.jpg'), 'file:///srv/'],
])('there is no address %s', (_, change, base) => {
  expect(toPictureAddress(change, 'groups/choir/altos.yaml', base)).toBeUndefined();
});
