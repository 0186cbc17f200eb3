import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { roundFiles, roundWorld, tenorsFile, useRound } from './round-stage.ts';
import { useRunStage } from './run-stage.ts';

const day = 25 * 3_600_000;
const on = useRunStage(roundFiles, roundWorld, { isUnmarked: true });
const round = useRound(on);

const findTenors = () => on.sandbox.world().groups.find(({ subject }) => subject === 'Tenors');

test('whoever waits for the pace joins later, also where the ids were merged without a plan', async () => {
  await on.begin();
  on.stage.passTime(day);
  const policy = `${roundFiles['_policy.yaml']}pace: { adds: 1/day }\n`;
  const head = await round.branch('tenors', { ...tenorsFile, 'groups/_policy.yaml': policy });
  await round.plan(7, head);
  await round.merge(7, head);
  expect((await round.apply()).apply.code).toBe(exitCodes.incomplete);
  expect(findTenors()?.members).toHaveLength(2);
  await round.merge(8, await round.tip('rollcall-ids'));
  on.stage.passTime(day);
  const { apply, found } = await round.apply();
  expect(found.out).toContain('Merged without a plan');
  expect([apply.code, findTenors()?.members?.length]).toEqual([exitCodes.ok, 3]);
  const made = on.sandbox.requests().filter(({ method, path }) => method === 'POST' && path === '/group');
  expect(made).toHaveLength(1);
});
