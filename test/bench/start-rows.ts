import type { Measure, Measurement } from './measure.ts';
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
  const toRows = (what: string, measured: readonly Measurement[], goal: number): Row[] => [
    {
      what,
      against: 'node -e 0',
      ...compare(measured, results.node, ({ milliseconds }) => milliseconds, show),
      goal,
    },
    {
      what: "the same, processor's time",
      against: "node's",
      ...compare(measured, results.node, ({ cpu }) => cpu, show),
      goal,
    },
  ];
  return [
    ...toRows('--version', results.version, 1.3),
    ...toRows('validate of the sample', results.validate, 2.5),
  ];
}

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
