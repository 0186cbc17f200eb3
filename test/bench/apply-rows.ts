import { join } from 'node:path';
import type { Measure, Measurement } from './measure.ts';
import { median } from './measure.ts';
import type { GroupText } from './organisation.ts';
import { countHandles, toHandle, writeOrganisation } from './organisation.ts';
import { startServer } from './server.ts';
import type { Row } from './table.ts';
import { seconds } from './table.ts';

/** Milliseconds that every call takes. */
const callTime = 50;

const size = { groups: 100, members: 20 };

/** An apply of 400 changes in 100 groups, each call of which takes 50 ms, against the time of the calls alone. */
export async function measureApply(folder: string, runs: number, measure: Measure): Promise<Row> {
  const [before, after] = [join(folder, 'apply-before'), join(folder, 'apply-after')];
  await writeOrganisation(before, size);
  await writeOrganisation(after, size, change);
  const results: { readonly time: number; readonly calls: number }[] = [];
  for (let round = 0; round < runs; round += 1) results.push(await applyOnce(before, after, measure));
  const calls = median(results.map((result) => result.calls));
  const time = median(results.map((result) => result.time));
  return {
    what: 'apply, 400 changes in 100 groups, 50 ms a call, pacing off',
    against: 'calls × 50 ms',
    measured: `${seconds(time)} : ${calls} calls`,
    value: time / (calls * callTime),
    goal: 1.2,
  };
}

/** Every run has a world of its own: the changes must all be there to make. */
async function applyOnce(before: string, after: string, measure: Measure) {
  const server = await startServer(before, ['--fault', `{ path: "*", delay: ${callTime} }`]);
  try {
    const args = ['dist/rollcall.js', 'apply', '--yes', '--groups', after];
    const result = await measure(args, { ROLLCALL_URL: server.url });
    checkVerified(result);
    return { time: result.milliseconds, calls: (await server.requests()).length };
  } finally {
    await server.stop();
  }
}

function checkVerified({ out }: Measurement): void {
  if (!/400 verified|400 of 400/.test(out))
    throw new Error(`not everything was verified:\n${out.slice(-2000)}`);
}

/** Somebody joins, somebody leaves, somebody becomes an admin, and the group has another topic. */
function change(group: GroupText): GroupText {
  const rest = group.members.slice(0, -1);
  return {
    ...group,
    topic: `${group.topic}\n  Trip to the zoo on Friday.`,
    members: [...rest, toHandle((group.index * 20 + countHandles(size) / 2) % countHandles(size))],
    admins: [...group.admins, ...rest.slice(5, 6)],
  };
}
