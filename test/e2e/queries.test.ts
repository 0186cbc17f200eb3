import { expect, test } from 'vitest';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { openStage } from '../support/stage.ts';
import { countQueries } from '../support/queries/count-queries.ts';
import { makeDays } from '../support/queries/days.ts';
import { toLeastApply, toLeastPlan } from '../support/queries/least.ts';

const days = await makeDays(12);

/** Queries to WhatsApp of the plan and of the apply, by day. */
const expected = [
  [1, 1],
  // For each group a look-up, the add, and the reading that proves it.
  [1, 1 + 3 * 3],
  // Thirty look-ups and six requests, then one reading.
  [1, 1 + 30 + 6 + 1],
  // A look-up, the add, the reading that the removal rests on, a look-up, the removal, and the reading that proves it.
  [1, 1 + 3 * 6],
  // Three photos are asked for, then each once more before it is replaced, and after.
  [1 + 3, 1 + 3 + 3 * 3],
] as const;

test.each(days.map((day, index) => [day.name, day, expected[index]] as const))(
  'as many queries as it takes: %s',
  async (_, day, numbers) => {
    const { plan, apply } = await countQueries(day);
    expect([plan.length, apply.length]).toEqual(numbers);
    expect([toLeastPlan(day), toLeastApply(day)]).toEqual(numbers);
  },
);

test.each([
  ['two groups, and one to be made', {}],
  ['one group, and one to be made', { 'basses.yaml': 'name: Bases\nmembers: [budi]\n' }],
  ['one group', { 'basses.yaml': undefined, 'tenors.yaml': undefined }],
])('a plan reads the groups once: %s', async (_, changed) => {
  const files = { ...choirFiles, 'tenors.yaml': 'name: Tenors\nmembers: [budi]\n', ...changed };
  const kept = Object.entries(files).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]));
  const stage = await openStage({ files: Object.fromEntries(kept), world: choirWorld() });
  await stage.run('plan');
  const queries = stage.sandbox.requests().flatMap((request) => request.queries);
  await stage.close();
  expect(queries).toEqual(['w:g2 get participating']);
});
