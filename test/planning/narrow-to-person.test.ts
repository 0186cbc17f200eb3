import { expect, test } from 'vitest';
import { narrowToPerson } from '../../src/planning/narrow-to-person.ts';
import { ana, citra, choirPlan, dewi } from '../render/sample-plans.ts';

test('only what is about the person is left, and the limits of groups where something is', () => {
  const { groups, toCreate } = narrowToPerson(choirPlan(), dewi.key);
  const changes = groups.flatMap((group) => [
    ...group.changes,
    ...group.scheduled.map(({ change }) => change),
  ]);
  expect(changes.map(({ action }) => action).toSorted()).toEqual(['add', 'remove']);
  expect(groups.flatMap(({ leftAlone }) => leftAlone)).toEqual([]);
  expect(toCreate).toEqual([]);
});

test('what is left alone of them is there, and groups that nobody could read where the file names them', () => {
  const { groups } = narrowToPerson(choirPlan(), citra.key);
  expect(groups.flatMap(({ leftAlone }) => leftAlone).map(({ reason }) => reason)).toEqual(['left']);
  expect(groups.filter(({ reading }) => reading.kind !== 'read')).toEqual([]);
  expect(narrowToPerson(choirPlan(), ana.key).groups.length).toBeGreaterThan(0);
});
