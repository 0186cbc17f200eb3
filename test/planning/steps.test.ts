import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/plan/change.ts';
import { toSteps } from '../../src/planning/steps.ts';
import { altos, personChange, say } from '../support/choir.ts';

const several = (action: 'add' | 'promote' | 'demote' | 'remove', count: number) =>
  Array.from({ length: count }, (_, i) => personChange(action, 100 + i));

test.each([
  ['add', 5, [5]],
  ['add', 6, [5, 1]],
  ['add', 11, [5, 5, 1]],
  ['promote', 10, [10]],
  ['promote', 11, [10, 1]],
  ['demote', 11, [10, 1]],
  ['remove', 10, [10]],
  ['remove', 21, [10, 10, 1]],
] as const)('%s of %i: requests with %j people', (action, count, sizes) => {
  expect(toSteps(several(action, count)).map(({ length }) => length)).toEqual(sizes);
});

function set(setting: 'locked' | 'announce'): Change {
  return { group: altos, action: 'set', setting, before: false, after: true, why: { kind: 'differs' } };
}

test('a request carries one action, or one setting, in the order of the changes', () => {
  const changes: Change[] = [
    ...several('add', 2),
    ...several('promote', 1),
    set('announce'),
    set('locked'),
    ...several('demote', 1),
    ...several('remove', 2),
  ];
  expect(toSteps(changes).map((step) => step.map(say))).toEqual([
    ['add 100', 'add 101'],
    ['promote 100'],
    ['set announce'],
    ['set locked'],
    ['demote 100'],
    ['remove 100', 'remove 101'],
  ]);
});

test('whoever asked to come is let in by requests of their own, as many at once as of anything but adds', () => {
  const knocking = Array.from({ length: 11 }, (_, i) => personChange('add', 100 + i, { lane: 'knock' }));
  const steps = toSteps([...knocking, ...several('add', 2), personChange('add', 300, { lane: 'add' })]);
  expect(steps.map((step) => step.length)).toEqual([10, 1, 3]);
});

test('no changes, no requests', () => {
  expect(toSteps([])).toEqual([]);
});
