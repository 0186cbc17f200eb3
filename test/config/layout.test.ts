import { expect, test } from 'vitest';
import { findStray, findStrayFolder, isHidden, isSetAside, toRole } from '../../src/config/layout.ts';

test.each([
  ['_policy.yaml', 'policy'],
  ['_policy.YML', 'policy'],
  ['_people.yml', 'people'],
  ['_defaults.yaml', 'defaults'],
  ['choir/youth/_defaults.YML', 'defaults'],
  ['choir\\_defaults.yaml', 'defaults'],
  ['_Defaults.yaml', 'none'],
  ['_archive/_defaults.yaml', 'none'],
  ['_people/_defaults.yaml', 'none'],
  ['.git/_defaults.yaml', 'none'],
  ['altos.yaml', 'group'],
  ['choir/altos.YAML', 'group'],
  ['choir\\altos.yml', 'group'],
  // At the top of the folder alone, and by this very name.
  ['choir/_policy.yaml', 'none'],
  ['_Policy.yaml', 'none'],
  ['_policy.yaml.bak', 'none'],
  ['_archive/altos.yaml', 'none'],
  ['choir/_old/altos.yaml', 'none'],
  ['_draft.yaml', 'none'],
  ['_people/5b.yaml', 'people'],
  ['_people/5b.YML', 'people'],
  ['_people/office.csv', 'sheet'],
  ['_people\\office.CSV', 'sheet'],
  ['_people/_old.yaml', 'none'],
  ['_people/.5b.csv', 'none'],
  ['_people/~$5b.csv', 'none'],
  ['_people/year/5b.csv', 'none'],
  ['_people/office.xlsx', 'none'],
  ['choir/_people/5b.csv', 'none'],
  ['office.csv', 'none'],
  ['.hidden.yaml', 'none'],
  ['.git/altos.yaml', 'none'],
  ['altos.yaml.txt', 'none'],
  ['altos.json', 'none'],
  ['yaml', 'none'],
])('%s is %s', (path, role) => {
  expect(toRole(path)).toBe(role);
});

test.each([
  ['_people.csv', '`_people.yaml` or `_people/`'],
  ['_people/office.xlsx', 'CSV'],
  ['_people/office.csv.txt', 'CSV'],
  ['_people/office.csv.bak', 'CSV'],
  ['_people/_old.csv', 'Rename it'],
  ['_poeple.yaml', '`_people.yaml`'],
  ['_default.yaml', '`_defaults.yaml`'],
  ['choir/_Defaults.yaml', '`_defaults.yaml`'],
  ['choir/_defaults.yaml.bak', '`_defaults.yaml`'],
  ['_archiv.yaml', 'is none of'],
  ['choir/_people.yaml', 'at the top'],
  ['altos.yaml.txt', '`.yaml`'],
  ['altos.ymal', '`.yaml`'],
])('%s looks as if it was read, which is said', (path, words) => {
  expect(toRole(path)).toBe('none');
  expect(findStray(path)).toContain(words);
});

test.each([
  '_MG_1234.jpg',
  'photos/_a.webp',
  'notes.txt',
  'README.md',
  'altos.yaml',
  '_people/README.md',
  '_people/_a.jpg',
  '_people/~$office.xlsx',
])('%s is nothing to say of', (path) => {
  expect(findStray(path)).toBeUndefined();
});

test('a folder that looks like people is said, one for what is set aside is not', () => {
  expect(findStrayFolder('_people')).toBeUndefined();
  expect(findStrayFolder('_peopel')).toContain('`_people/`');
  expect(findStrayFolder('choir/_people')).toContain('at the top');
  expect(findStrayFolder('_people/5b')).toContain('Move its files up');
  expect(findStrayFolder('choir/_polcy')).toContain('`_policy.yaml`');
  expect([findStrayFolder('_archive'), findStrayFolder('people')]).toEqual([undefined, undefined]);
});

test('what is set aside, and what nobody looks at', () => {
  expect(['_a.yaml', 'b/_a/c.yaml', 'b\\_a\\c.yaml'].every(isSetAside)).toBe(true);
  expect(['a_b.yaml', 'b/a_.yaml'].some(isSetAside)).toBe(false);
  expect([isHidden('.git'), isHidden('a.git')]).toEqual([true, false]);
});
