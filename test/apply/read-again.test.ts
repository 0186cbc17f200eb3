import { expect, test } from 'vitest';
import { isHarmless, restsOnPlan } from '../../src/apply/read-again.ts';
import { planServes } from '../../src/domain/patience.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import { admin, desiredGroup, listed, liveGroup, living, noon, say, settings } from '../support/choir.ts';
import { createApplyStage } from './apply-stage.ts';

/** Somebody joins and is promoted, somebody is demoted, somebody leaves, and the name is another. */
const stage = createApplyStage({
  desired: desiredGroup({
    people: [listed(2, { role: 'admin' }), listed(4)],
    settings: { ...settings, name: 'Alti' },
  }),
  live: liveGroup({ people: [admin(4), living(5)] }),
});

function find(action: Change['action']): Change[] {
  return stage.changes().filter((change) => change.action === action);
}

test('only people who come or rise may be sent on a reading that is minutes old', () => {
  const harmless = stage.changes().filter(isHarmless);
  expect(harmless.map(say).toSorted()).toEqual(['add 2', 'promote 2']);
  const knocking = find('add').map((change) => ({ ...change, lane: 'knock' }) as Change);
  expect(knocking.some(isHarmless)).toBe(false);
});

test.each([
  ['somebody joins', find('add'), 0, true],
  ['a quarter of an hour later', find('add'), planServes, true],
  ['later than that', find('add'), planServes + 1, false],
  ['by a clock that was set back', find('add'), -1, false],
  ['somebody joins and another leaves', [...find('add'), ...find('remove')], 0, true],
  ['somebody leaves', find('remove'), 0, false],
  ['somebody is demoted', find('demote'), 0, false],
  ['a setting', find('set'), 0, false],
])("a group's turn begins with the reading of the plan: %s", (_, approved, age, expected) => {
  expect(restsOnPlan({ approved, readAt: noon - age }, stage.run)).toBe(expected);
});
