import { expect, test } from 'vitest';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import { findUnread, toReadableGroups } from '../../src/config/unread.ts';
import type { Files } from './files.ts';
import { noon, parseFiles, toSources, usual } from './files.ts';

const id = '120363025982934543@g.us';

/** "g.yaml id": what cannot be told of which file. */
function judge(files: Files) {
  const parsed = parseFiles(toSources({ ...usual, ...files }));
  const resolution = resolveOrganisation(parsed, noon);
  const diagnostics = resolution.kind === 'mistakes' ? resolution.diagnostics : [];
  const unread = findUnread(parsed, diagnostics);
  return { parsed, unread, told: unread.map(({ file, what }) => `${file} ${what}`) };
}

test.each<[string, Files, string[]]>([
  ['nothing is wrong', { 'g.yaml': 'name: G\n' }, []],
  ['people cannot be read', { '_people.yaml': 'people: [\n' }, ['_people.yaml people']],
  [
    'people cannot be read, and the policy protects one of them',
    { '_people.yaml': 'people: [\n', '_policy.yaml': `${usual['_policy.yaml']}protected: [ana]\n` },
    ['_people.yaml people', '_policy.yaml protected'],
  ],
  [
    'the policy names somebody whom nobody knows',
    { '_policy.yaml': `${usual['_policy.yaml']}protected: [zoe]\n` },
    ['_policy.yaml protected'],
  ],
  ['the policy cannot be read', { '_policy.yaml': 'account: [\n' }, ['_policy.yaml policy']],
  ['a group has a mistake, its id is known', { 'g.yaml': `id: ${id}\nname: G\nnam: x\n` }, ['g.yaml group']],
  ['a group without an id has one', { 'g.yaml': 'name: G\nnam: x\n' }, ['g.yaml group']],
  ['its id is the mistake', { 'g.yaml': 'id: 1\nname: G\n' }, ['g.yaml id']],
  ['half a merge with one id', { 'g.yaml': `id: ${id}\n<<<<<<< x\nname: G\n` }, ['g.yaml group']],
  [
    'half a merge with two',
    { 'g.yaml': `<<<<<<< x\nid: ${id}\n=======\nid: 120363025982934544@g.us\n` },
    ['g.yaml id'],
  ],
  [
    'two ids, of which one was read',
    { 'g.yaml': `id: ${id}\nname: G\nid: 120363025982934544@g.us\n` },
    ['g.yaml id'],
  ],
  ['nothing of it is YAML', { 'g.yaml': '{{{\n' }, ['g.yaml id']],
])('%s', (_, files, expected) => {
  expect(judge(files).told).toEqual(expected);
});

test('a group that cannot be read is there, for its id, and wants nothing', () => {
  const { parsed, unread } = judge({ 'g.yaml': `id: ${id}\n<<<<<<< x\n`, 'h.yaml': '{{{\n' });
  const groups = toReadableGroups([], parsed, unread);
  expect(groups.map((group) => [group.file, group.id, group.manage.members, group.people.size])).toEqual([
    ['g.yaml', id, 'observe', 0],
    ['h.yaml', undefined, 'observe', 0],
  ]);
});
