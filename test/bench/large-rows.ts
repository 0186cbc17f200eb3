import { join } from 'node:path';
import type { Measure, Measurement } from './measure.ts';
import { interleave, median } from './measure.ts';
import { writeOrganisation } from './organisation.ts';
import { toFloorRows } from './plan-rows.ts';
import { startServer } from './server.ts';
import type { Row } from './table.ts';
import { mebibytes } from './table.ts';

const mebibyte = 1024 ** 2;

/** The most memory that planning for 2,000 groups of 1,000 people may take. */
const most = 700 * mebibyte;

/** Planning 2,000 groups of 1,000 people, in sync, against the floor of that size: time, the processor's time and memory. */
export async function measureLarge(folder: string, runs: number, measure: Measure): Promise<Row[]> {
  const files = join(folder, 'large');
  await writeOrganisation(files, { groups: 2000, members: 1000 });
  const server = await startServer(files);
  try {
    const results = await interleave(runs, {
      floor: () => measure(['dist/bench-floor.mjs', server.url, files]),
      plan: async () => {
        const args = ['dist/rollcall.js', 'plan', '--groups', files];
        const result = await measure(args, { ROLLCALL_URL: server.url });
        if (!result.out.includes('nothing to change in 2000 groups'))
          throw new Error(`not in sync:\n${result.out}`);
        return result;
      },
    });
    return toRows(results.plan, results.floor);
  } finally {
    await server.stop();
  }
}

function toRows(plan: readonly Measurement[], floor: readonly Measurement[]): Row[] {
  const peak = median(plan.map((each) => each.peak));
  return [
    ...toFloorRows(
      { what: 'plan, 2,000 groups × 1,000, in sync', against: 'the floor of that size' },
      plan,
      floor,
    ),
    {
      what: 'the same, peak memory',
      against: mebibytes(most),
      measured: mebibytes(peak),
      value: peak / most,
      goal: 1,
    },
  ];
}
