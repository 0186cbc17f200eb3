import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Ran } from './run-act.ts';

/** The jobs of a run ended so; where not, its log says why. */
export function expectJobs({ jobs, log }: Ran, expected: Ran['jobs']): void {
  if (!isDeepStrictEqual(jobs, expected)) console.log(log);
  expect(jobs).toEqual(expected);
}
