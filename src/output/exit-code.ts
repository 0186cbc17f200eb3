import type { CreationOutcome } from '../domain/plan/creation-outcome.ts';
import type { ApplyOutcome, Outcome } from '../domain/plan/outcome.ts';
import type { Past } from '../domain/past.ts';
import type { GroupPlan, Plan } from '../domain/plan/plan.ts';
import { findAllGroups, isRefused } from '../domain/plan/plan.ts';
import { findToInvite } from '../domain/plan/to-invite.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';

/** `isOwnDateRefused`: a limit objects to what a date of this very pull request would bring. */
export function exitCodeForPlan(plan: Plan, isDetailed: boolean, isOwnDateRefused = false): ExitCode {
  if (plan.groups.some(isUnread)) return exitCodes.failed;
  if (hasRefusals(plan) || isOwnDateRefused) return exitCodes.refused;
  const isMade = plan.toCreate.some(({ obstacle }) => obstacle === undefined);
  const hasChanges = isMade || plan.groups.some(({ changes }) => changes.length > 0);
  return isDetailed && hasChanges ? exitCodes.changes : exitCodes.ok;
}

/** What an apply's code depends on besides its plan and outcome. */
export interface Circumstances {
  readonly memory: Past['memory'];
  /** Something that was approved is neither done nor shown not to be due. */
  readonly isWaiting: boolean;
}

/** `plan` holds what was approved; what nobody approved is left alone in it. The first that holds decides. */
export function exitCodeForApply(
  plan: Plan,
  outcome: ApplyOutcome,
  { memory, isWaiting }: Circumstances,
): ExitCode {
  const outcomes = outcome.groups.flatMap((group) => group.outcomes);
  if (outcome.interrupted) return exitCodes.interrupted;
  if (plan.groups.some(isUnread) || outcomes.some(isFailure) || isLost(outcome)) return exitCodes.failed;
  if (hasRefusedChanges(plan)) return exitCodes.refused;
  const isOpen =
    memory === 'unusable' ||
    isWaiting ||
    outcome.paceSpent ||
    outcome.stop !== undefined ||
    plan.groups.some(hasUnapproved);
  return isOpen || outcomes.some(({ result }) => result !== 'verified') ? exitCodes.incomplete : exitCodes.ok;
}

/** Groups that the account is not in, or that do not exist, are left alone; only a failed or half reading has a code. */
function isUnread({ reading, leftAlone }: GroupPlan): boolean {
  if (reading.kind === 'unreadable') return reading.reason === 'failed';
  return leftAlone.some(({ reason }) => reason === 'photo-unread' || reason === 'incomplete');
}

function isFailure(outcome: Outcome): boolean {
  const { result } = outcome;
  if (result === 'skipped') return outcome.cause === 'unreadable' || outcome.cause === 'link-unread';
  return result === 'failed' || result === 'not-verified';
}

/** WhatsApp's limits end a run by design; a lost session or line does not. */
function isLost({ stop }: ApplyOutcome): boolean {
  return stop !== undefined && stop.code !== 'rate-limited';
}

function hasRefusals(plan: Plan): boolean {
  const groups = findAllGroups(plan);
  const isOneRefused = groups.some(({ refusals }) => refusals.length > 0);
  // Nobody says of them that they belong here, though somebody wants that.
  const areGuestsRefused = groups.flatMap(findToInvite).some(({ refusal }) => refusal !== undefined);
  return plan.refusals.length > 0 || isOneRefused || areGuestsRefused;
}

function hasRefusedChanges(plan: Plan): boolean {
  return plan.groups.some((group) => group.changes.some((change) => isRefused(plan, group, change)));
}

/** Due, and not done for want of a word or of a memory. */
const openReasons: ReadonlySet<string> = new Set(['not-approved', 'earlier-plan', 'no-memory']);

function hasUnapproved({ leftAlone }: GroupPlan): boolean {
  return leftAlone.some(({ reason }) => openReasons.has(reason));
}

/** `plan` holds the groups that were made, with what was approved of their settings. The gravest that holds decides. */
export function exitCodeForCreate(
  plan: Plan,
  outcome: ApplyOutcome & { readonly creations: readonly CreationOutcome[] },
  memory: Past['memory'],
): ExitCode {
  const codes = outcome.creations.map(toCreationCode);
  const rest = exitCodeForApply(plan, outcome, { memory, isWaiting: false });
  const order = [exitCodes.interrupted, exitCodes.failed, exitCodes.refused, exitCodes.incomplete];
  return order.find((code) => code === rest || codes.includes(code)) ?? exitCodes.ok;
}

function toCreationCode(outcome: CreationOutcome): ExitCode {
  switch (outcome.result) {
    case 'made':
    case 'taken':
      return outcome.filed.kind === 'not-filed' ? exitCodes.failed : exitCodes.ok;
    case 'failed':
    case 'unknown':
    case 'nobody':
      return exitCodes.failed;
    case 'skipped':
      if (outcome.cause === 'limit') return exitCodes.refused;
      // The file asks for nothing else.
      return outcome.creation.obstacle === 'observe' ? exitCodes.ok : exitCodes.incomplete;
  }
}
