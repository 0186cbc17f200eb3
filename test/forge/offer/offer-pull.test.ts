import { expect, test } from 'vitest';
import { tellForeign } from '../../../src/forge/offer/offer-pull.ts';
import { openJobStage } from '../job-stage.ts';

// What is pushed, opened, written anew and closed: steps/offer-ids and steps/adopt-step.

test('an account of several has a branch of its own, whatever it is called', async () => {
  const { job } = await openJobStage({ env: { ACCOUNT: 'north ../x' } });
  expect(await tellForeign(job, 'ids')).toContain('rollcall-ids-north----x holds');
  const { job: only } = await openJobStage({});
  expect(await tellForeign(only, 'adopt')).toContain('rollcall-adopt holds');
});
