import { join } from 'node:path';
import type { Measure, Measurement } from './measure.ts';
import { interleave, median } from './measure.ts';
import { writeOrganisation } from './organisation.ts';
import type { Server } from './server.ts';
import { startServer } from './server.ts';
import type { Row } from './table.ts';
import { mebibytes, seconds } from './table.ts';

/** Planning 500 and 125 groups of 256, in sync, against the floor; and how much is asked for it. */
export async function measurePlans(folder: string, runs: number, measure: Measure): Promise<Row[]> {
  const [large, small] = await Promise.all([500, 125].map((groups) => startInSync(folder, groups)));
  if (!large || !small) throw new Error('two organisations were made');
  try {
    const results = await interleave(runs, {
      floor: () => measure(['dist/bench-floor.mjs', large.server.url, large.files]),
      plan: () => measurePlan(large, measure),
      quarter: () => measurePlan(small, measure),
    });
    return [...toRows(results), toRequestRow(await countRequests(large, measure))];
  } finally {
    await Promise.all([large.server.stop(), small.server.stop()]);
  }
}

interface InSync {
  readonly files: string;
  readonly server: Server;
}

async function startInSync(folder: string, groups: number): Promise<InSync> {
  const files = join(folder, `in-sync-${groups}`);
  await writeOrganisation(files, { groups, members: 256 });
  return { files, server: await startServer(files) };
}

async function measurePlan({ files, server }: InSync, measure: Measure): Promise<Measurement> {
  const result = await measure(['dist/rollcall.js', 'plan', '--groups', files], { ROLLCALL_URL: server.url });
  // A plan that is fast because it could not read anything would prove nothing.
  if (!/nothing to change in \d+ groups/.test(result.out)) throw new Error(`not in sync:\n${result.out}`);
  return result;
}

type Results = Readonly<Record<'floor' | 'plan' | 'quarter', readonly Measurement[]>>;

function toRows({ floor, plan, quarter }: Results): Row[] {
  return [
    ...toFloorRows({ what: 'plan, 500 groups × 256, in sync, no photos', against: 'the floor' }, plan, floor),
    {
      what: 'the same',
      against: 'at 125 groups',
      ...compare(plan, quarter, ({ milliseconds }) => milliseconds, seconds),
      goal: 4.2,
    },
  ];
}

/** What a plan takes against the floor, each at most half as much again: time, the processor's time and memory. */
export function toFloorRows(
  named: Pick<Row, 'what' | 'against'>,
  plan: readonly Measurement[],
  floor: readonly Measurement[],
): Row[] {
  const goal = 1.5;
  return [
    { ...named, ...compare(plan, floor, ({ milliseconds }) => milliseconds, seconds), goal },
    {
      what: "the same, processor's time",
      against: "the floor's",
      ...compare(plan, floor, ({ cpu }) => cpu, seconds),
      goal,
    },
    {
      what: 'the same, peak memory',
      against: "the floor's",
      ...compare(plan, floor, ({ peak }) => peak, mebibytes),
      goal,
    },
  ];
}

/** The median of the ratios of each round, beside the medians of both. */
export function compare(
  ones: readonly Measurement[],
  others: readonly Measurement[],
  get: (measurement: Measurement) => number,
  show: (value: number) => string,
): Pick<Row, 'measured' | 'value'> {
  const ratios = ones.map((one, round) => get(one) / get(others[round] ?? one));
  return {
    measured: `${show(median(ones.map(get)))} : ${show(median(others.map(get)))}`,
    value: median(ratios),
  };
}

async function countRequests(inSync: InSync, measure: Measure): Promise<number> {
  const before = (await inSync.server.requests()).length;
  await measurePlan(inSync, measure);
  return (await inSync.server.requests()).length - before;
}

function toRequestRow(count: number): Row {
  return {
    what: 'requests for the same',
    against: '–',
    measured: `${count} requests`,
    value: count,
    goal: 3,
  };
}
