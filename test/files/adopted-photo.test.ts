import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choosePhotoPath } from '../../src/files/adopted-photo.ts';
import { desiredGroup } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';

const group = (file: string, path?: string) =>
  desiredGroup({ file, ...(path !== undefined && { photo: { kind: 'file', path } }) });

test.each([
  ['no photo so far', group('a.yaml'), [], 'photos/a.jpg'],
  ['its own', group('a.yaml', 'pictures/x.jpg'), [], 'pictures/x.jpg'],
  ['its own of another format', group('a.yaml', 'pictures/x.png'), [], 'photos/a.jpg'],
  [
    'one of two groups',
    group('a.yaml', 'pictures/x.jpg'),
    [group('b.yaml', 'pictures/X.jpg')],
    'photos/a.jpg',
  ],
  ['something lies there', group('taken.yaml'), [], 'photos/taken-2.jpg'],
  ['another group is to have it', group('a.yaml'), [group('b.yaml', 'photos/A.JPG')], 'photos/a-2.jpg'],
  ['a link', group('a.yaml', 'pictures/link.jpg'), [], 'photos/a.jpg'],
  ['a folder', group('choir/a.yml'), [], 'photos/a.jpg'],
])('%s', (_, own, others, wanted) => {
  const root = makeFolder({
    'pictures/x.jpg': '',
    'pictures/x.png': '',
    'photos/taken.jpg': '',
    'choir/a.yml': '',
  });
  symlinkSync('x.jpg', join(root, 'pictures/link.jpg'));
  expect(choosePhotoPath(own, 'jpeg', { root, groups: [own, ...others] })).toBe(wanted);
});

test('never in a folder that leads elsewhere', () => {
  const [root, elsewhere] = [makeFolder({ 'a.yaml': '' }), makeFolder({})];
  mkdirSync(join(root, 'b'));
  symlinkSync(elsewhere, join(root, 'photos'));
  const own = group('a.yaml');
  expect(() => choosePhotoPath(own, 'png', { root, groups: [own] })).toThrow('leads out');
});
