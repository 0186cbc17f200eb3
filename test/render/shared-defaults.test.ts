import { expect, test } from 'vitest';
import { findSharedDefaults } from '../../src/render/shared-defaults.ts';
import type { GroupView } from '../../src/view/group-view.ts';

const group = (...files: (string | undefined)[]) =>
  ({ changes: files.map((source) => ({ ...(source !== undefined && { source }) })) }) as unknown as GroupView;
const a = '_defaults.yaml';
const b = 'choir/_defaults.yml';

test.each([
  ['one group', [group(a, a)], []],
  ['several', [group(a, a, 'x.yaml'), group(a, undefined)], [[a, 2]]],
  [
    'of two files the larger first',
    [group(a, b), group(b, a), group(b)],
    [
      [b, 3],
      [a, 2],
    ],
  ],
  ['another file of almost that name', [group('my_defaults.yaml'), group('my_defaults.yaml')], []],
])('%s', (_what, groups, expected) => {
  expect(findSharedDefaults(groups).map(({ file, groups: count }) => [file, count])).toEqual(expected);
});
