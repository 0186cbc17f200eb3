import { expect, test } from 'vitest';
import type { Organisation } from '../../../src/domain/organisation.ts';
import { findChangedDefaults } from '../../../src/planning/base/changed-defaults.ts';
import { toOrganisation, usual } from '../../config/files.ts';

const groups = { 'a.yaml': 'name: A\nmembers: [ana]\n', 'c/b.yaml': 'name: B\n', 'c/d/e.yaml': 'name: E\n' };
const withFiles = (files: Readonly<Record<string, string>>): Organisation =>
  toOrganisation({ ...usual, ...groups, ...files });
const find = (head: Readonly<Record<string, string>>, base: Readonly<Record<string, string>>) =>
  findChangedDefaults(withFiles(head), withFiles(base)).map(
    (each) => `${each.file} ${each.how} ${each.groups}`,
  );

const top = { '_defaults.yaml': 'announce: true\nmembers: [ana, budi]\n' };
const inner = { 'c/_defaults.yaml': 'locked: true\n' };

test.each([
  ['nothing', {}, {}, []],
  ['the same', top, top, []],
  [
    'in another order, with a comment',
    top,
    { '_defaults.yaml': '# all\nmembers:\n  - budi\n  - ana\nannounce: true\n' },
    [],
  ],
  ['a new file', { ...top, ...inner }, top, ['c/_defaults.yaml new 2']],
  ['one that is gone', inner, { ...top, ...inner }, ['_defaults.yaml removed 3']],
  [
    'another setting',
    { '_defaults.yaml': 'announce: false\n' },
    { '_defaults.yaml': 'announce: true\n' },
    ['_defaults.yaml changed 3'],
  ],
  [
    'a first day',
    { '_defaults.yaml': 'members: [{ person: ana, from: 2026-09-01 }]\n' },
    { '_defaults.yaml': 'members: [ana]\n' },
    ['_defaults.yaml changed 3'],
  ],
  [
    'an exception',
    { '_defaults.yaml': 'admins: [{ team: altos, except: [ana] }]\n' },
    { '_defaults.yaml': 'admins: [{ team: altos, except: [budi] }]\n' },
    ['_defaults.yaml changed 3'],
  ],
])('%s', (_what, head, base, changed) => {
  expect(find(head, base)).toEqual(changed);
});
