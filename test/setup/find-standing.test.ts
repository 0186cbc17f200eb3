import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findStanding } from '../../src/setup/find-standing.ts';
import { makeFolder } from '../support/folder.ts';

const isUnedited = (found: string) => found.startsWith('ours');
const file = { path: 'a.yml', text: 'ours, new\n', isUnedited };
const stand = (text: string) => findStanding(makeFolder({ 'a.yml': text }), [file]);

test('what is as it would be written is neither outdated nor edited', () => {
  expect(stand('ours, new\n')).toEqual({ outdated: [], edited: [] });
  expect(stand('ours, new\r\n')).toEqual({ outdated: [], edited: [] });
  expect(findStanding(makeFolder(), [file])).toEqual({ outdated: [], edited: [] });
});

test('of what differs, ours is outdated and theirs is edited', () => {
  expect(stand('ours, old\n')).toEqual({
    outdated: [{ path: 'a.yml', before: 'ours, old\n', after: 'ours, new\n' }],
    edited: [],
  });
  expect(stand('theirs\n')).toEqual({ outdated: [], edited: ['a.yml'] });
});

test('a file that is never ours, a folder and a link are not even read', () => {
  const folder = makeFolder({ CODEOWNERS: 'ours, old\n' });
  mkdirSync(join(folder, 'folder'));
  symlinkSync(join(folder, 'CODEOWNERS'), join(folder, 'link'));
  const files = [
    { path: 'CODEOWNERS', text: 'x' },
    { ...file, path: 'folder' },
    { ...file, path: 'link' },
  ];
  expect(findStanding(folder, files)).toEqual({ outdated: [], edited: [] });
});
