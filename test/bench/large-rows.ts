import { join } from 'node:path';
import type { Measure } from './measure.ts';
import { writeOrganisation } from './organisation.ts';
import { startServer } from './server.ts';
import type { Row } from './table.ts';
import { mebibytes, seconds } from './table.ts';

const gibibyte = 1024 ** 3;

/** Planning 2,000 groups of 1,000 people: whether it comes to an end, and what it takes. */
export async function measureLarge(folder: string, measure: Measure): Promise<Row[]> {
  const files = join(folder, 'large');
  await writeOrganisation(files, { groups: 2000, members: 1000 });
  const server = await startServer(files);
  try {
    const args = ['dist/rollcall.js', 'plan', '--groups', files];
    const { milliseconds, peak, out } = await measure(args, { ROLLCALL_URL: server.url });
    if (!out.includes('nothing to change in 2000 groups')) throw new Error(`not in sync:\n${out}`);
    return [
      {
        what: 'plan, 2,000 groups × 1,000, peak memory',
        against: '4 GiB',
        measured: `${mebibytes(peak)}, in ${seconds(milliseconds)}`,
        value: peak / (4 * gibibyte),
        goal: 1,
      },
    ];
  } finally {
    await server.stop();
  }
}
