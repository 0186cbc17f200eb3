import { expect, test } from 'vitest';
import { isPeopleWhat, toWhatView } from '../../src/view/to-what-view.ts';

test.each([
  [undefined, {}],
  ['add', { action: 'add' }],
  ['demote', { action: 'demote' }],
  ['set', { action: 'set' }],
  ['topic', { action: 'set', setting: 'topic' }],
  ['photo', { action: 'set', setting: 'photo' }],
] as const)('%s is %j', (what, view) => {
  expect(toWhatView(what)).toEqual(view);
});

test('only what is done to somebody is about people', () => {
  expect((['add', 'remove', 'set', 'topic', 'photo'] as const).filter(isPeopleWhat)).toEqual([
    'add',
    'remove',
  ]);
});
