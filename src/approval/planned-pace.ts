import type { Pace } from '../domain/organisation.ts';
import { toStricterPace } from '../planning/base/stricter.ts';
import { readPlanFile } from './find-approval.ts';

/**
 * The slower of the files' own pace and of those by which the plan files were judged: a pull request that makes the pace
 * faster does not carry itself out at it. Throws `UsageError` for what is no plan file.
 */
export async function toPlannedPace(wanted: Pace, paths: readonly string[]): Promise<Pace> {
  const plans = await Promise.all(paths.map(readPlanFile));
  return plans.reduce((slowest, { pace }) => (pace ? toStricterPace(slowest, pace) : slowest), wanted);
}
