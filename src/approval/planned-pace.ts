import { toStricterPace } from '../planning/base/stricter.ts';
import { readPlanFile } from './find-approval.ts';
import type { Files } from '../session/work.ts';

/**
 * The files with the slower of their own pace and of those by which the plan files were judged: a pull request that
 * makes the pace faster does not carry itself out at it. Throws `UsageError` for what is no plan file.
 */
export async function withPlannedPace(files: Files, paths: readonly string[]): Promise<Files> {
  const plans = await Promise.all(paths.map(readPlanFile));
  const { organisation } = files;
  const pace = plans.reduce(
    (slowest, plan) => (plan.pace ? toStricterPace(slowest, plan.pace) : slowest),
    organisation.policy.pace,
  );
  return { ...files, organisation: { ...organisation, policy: { ...organisation.policy, pace } } };
}
