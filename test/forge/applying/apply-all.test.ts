import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { useRunStage } from '../run-stage.ts';

const on = useRunStage();
const { run } = on;
const hasReport = (name: string) => existsSync(on.stage.shared(`${name}.md`));

// What is pushed meanwhile: while-pushing and steps/apply-step. Groups that are made: forge/create.
const refused = JSON.stringify({
  code: 'INTERNAL_SERVER_ERROR',
  message: 'info query returned status 403: forbidden',
});

describe('what is carried out', () => {
  test('is what the plan files say, and the groups are read once where no earlier one said more', async () => {
    const plans = await on.beginWithPlan();
    const from = on.sandbox.requests().length;
    const { code } = await run({ INPUT_PLANS: plans });
    expect([code, hasReport('report'), hasReport('rest')]).toEqual([exitCodes.ok, true, false]);
    const queries = on.sandbox
      .requests()
      .slice(from)
      .flatMap((request) => request.queries);
    expect(queries.filter((query) => query === 'w:g2 get participating')).toHaveLength(1);
  });

  test('is what the plan files say, then what earlier ones said and nobody did', async () => {
    const plans = await on.beginWithPlan();
    on.sandbox.setFaults([{ method: 'POST', path: '*', times: 1, status: 500, body: refused }]);
    expect((await run({ INPUT_PLANS: plans })).code).toBe(exitCodes.failed);
    expect(hasReport('rest')).toBe(true);
  });

  test('is what the memory holds alone, where there are none', async () => {
    await on.beginWithPlan();
    const { code } = await run();
    expect([code, hasReport('report'), hasReport('rest')]).toEqual([exitCodes.incomplete, true, false]);
  });

  test('ends with the plan files where there is no memory', async () => {
    const plans = await on.beginWithPlan();
    await on.atServer('update-ref', '-d', 'refs/heads/rollcall-state');
    const { code } = await run({ INPUT_PLANS: plans });
    expect([code, hasReport('report'), hasReport('rest')]).toEqual([exitCodes.incomplete, true, false]);
  });
});
