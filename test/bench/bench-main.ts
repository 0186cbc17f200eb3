import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureApply } from './apply-rows.ts';
import { measureLarge } from './large-rows.ts';
import { createMeasure } from './measure.ts';
import { measurePlans } from './plan-rows.ts';
import { measureQueries } from './query-rows.ts';
import { measureSealed } from './sealed-rows.ts';
import { measureStarts } from './start-rows.ts';
import type { Row } from './table.ts';
import { renderTable } from './table.ts';
import { measureWrites } from './write-rows.ts';

/**
 * `npm run bench [-- PART…]`: how fast Rollcall is, as ratios of things that were measured side by side, whole
 * processes each, in one run on one machine. Parts: start, plan, apply, writes, large, sealed, queries; all without a name. Ends with 1
 * where a goal is missed.
 */
const runs = 5;
const asked = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
const rows: Row[] = [];
try {
  const measure = await createMeasure(folder);
  const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
    start: () => measureStarts(runs, measure),
    plan: () => measurePlans(folder, runs, measure),
    apply: async () => [await measureApply(folder, runs, measure)],
    writes: async () => [await measureWrites(folder, measure)],
    large: () => measureLarge(folder, 3, measure),
    sealed: async () => [await measureSealed(folder, runs, measure)],
    queries: measureQueries,
  };
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...(await part()));
  }
} finally {
  await rm(folder, { recursive: true });
}
process.stdout.write(renderTable(rows));
if (rows.some(({ value, goal }) => goal !== undefined && value > goal)) process.exitCode = 1;
