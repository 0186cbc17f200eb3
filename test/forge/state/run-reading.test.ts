import { expect, test } from 'vitest';
import { runReading } from '../../../src/forge/state/run-reading.ts';
import { openJobStage } from '../job-stage.ts';

test('without a branch for the memory a command reads without one', async () => {
  const { job } = await openJobStage({});
  const ran = await runReading(job, async (memory, io, hooks) => {
    io.out(JSON.stringify({ memory, hooks }));
    return 3;
  });
  expect(ran).toMatchObject({ code: 3, out: '{"memory":{},"hooks":{}}' });
});
