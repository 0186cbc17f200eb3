import { toStricterPace } from '../planning/base/stricter.ts';
import { readPlanFile } from './find-approval.ts';
import type { Organisation } from '../domain/organisation.ts';

/**
 * The files' organisation with the slower of their own pace and of those by which the plan files were judged: a pull request that
 * makes the pace faster does not carry itself out at it. Throws `UsageError` for what is no plan file.
 */
export async function withPlannedPace(
  organisation: Organisation,
  paths: readonly string[],
): Promise<Organisation> {
  const plans = await Promise.all(paths.map(readPlanFile));
  const pace = plans.reduce(
    (slowest, plan) => (plan.pace ? toStricterPace(slowest, plan.pace) : slowest),
    organisation.policy.pace,
  );
  return { ...organisation, policy: { ...organisation.policy, pace } };
}
