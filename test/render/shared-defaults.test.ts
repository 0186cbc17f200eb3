import { expect, test } from 'vitest';
import { findSharedDefaults } from '../../src/render/shared-defaults.ts';
import type { GroupView } from '../../src/view/group-view.ts';

const group = (...files: (string | undefined)[]) =>
  ({ changes: files.map((file) => ({ ...(file !== undefined && { file }) })) }) as unknown as GroupView;
const a = 'groups/_defaults.yaml';
const b = 'groups/choir/_defaults.yml';

test.each([
  ['one group', [group(a, a)], []],
  ['several', [group(a, a, 'groups/x.yaml'), group(a, undefined)], [[a, 2]]],
  [
    'of two files the larger first',
    [group(a, b), group(b, a), group(b)],
    [
      [b, 3],
      [a, 2],
    ],
  ],
  [
    'another file of almost that name',
    [group('groups/my_defaults.yaml'), group('groups/my_defaults.yaml')],
    [],
  ],
])('%s', (_what, groups, expected) => {
  expect(findSharedDefaults(groups).map(({ file, groups: count }) => [file, count])).toEqual(expected);
});
