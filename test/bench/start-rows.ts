import type { Measure } from './measure.ts';
import { interleave } from './measure.ts';
import { compare } from './plan-rows.ts';
import type { Row } from './table.ts';

/** What it takes to start, against Node itself. These are short, so there are three times as many runs. */
export async function measureStarts(runs: number, measure: Measure): Promise<Row[]> {
  const validate = ['dist/rollcall.js', 'validate', '--groups', 'groups'];
  const results = await interleave(runs * 3, {
    node: () => measure(['-e', '0']),
    version: () => measure(['dist/rollcall.js', '--version']),
    validate: () => measure(validate),
  });
  const toRow = (what: string, name: keyof typeof results, goal: number): Row => ({
    what,
    against: 'node -e 0',
    ...compare(
      results[name],
      results.node,
      ({ milliseconds }) => milliseconds,
      (value) => `${value.toFixed(0)} ms`,
    ),
    goal,
  });
  return [toRow('--version', 'version', 1.5), toRow('validate of the sample', 'validate', 3)];
}
