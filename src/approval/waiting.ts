import type { Change } from '../domain/plan/change.ts';
import { provesAbsence } from '../domain/group.ts';
import type { ApplyOutcome, Waiting } from '../domain/plan/outcome.ts';
import type { Pending } from '../domain/past.ts';
import { isInviteReason } from '../domain/plan/to-invite.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { LeftAlone } from '../domain/plan/left-alone.ts';
import type { ChangeId } from '../planning/approval.ts';
import { findFileWants } from '../planning/file-wants.ts';
import { isAddition } from '../planning/lanes.ts';
import { toGuard } from '../planning/plan-input.ts';
import type { Approved, FileApproval } from './find-approval.ts';
import { createGroupFinder } from './find-approval.ts';
import type { Situation } from './situation.ts';

/**
 * What was approved and is neither done, nor tried, nor refused by a limit, nor shown by a complete reading not to be
 * due: every approved change whose group is still in the files ends in one of these ways. What a later day brings is not
 * due. `situation.plan` is the one with only what was approved.
 */
export function findWaiting(approved: Approved, situation: Situation, outcome: ApplyOutcome): Waiting[] {
  const { plan, toId, input } = situation;
  const groups = new Map(plan.groups.map((group) => [group.desired.id, group]));
  const tried = new Set(outcome.groups.flatMap(({ outcomes }) => outcomes.map(({ change }) => toId(change))));
  const { today } = toGuard(input);
  return findApproved(approved, situation)
    .filter(([id, { on }]) => !tried.has(id) && (on === undefined || on <= today))
    .flatMap(([id, about]) => {
      const group = about.group && groups.get(about.group);
      return group ? explain(id, about, group, situation) : [];
    });
}

type About = Pending & Partial<Pick<FileApproval, 'label'>>;

/** With plan files theirs, else the memory's. */
function findApproved(
  { approval, fromFiles, hasFiles }: Approved,
  { input, whole }: Situation,
): [ChangeId, About][] {
  if (approval.kind === 'all') return [];
  if (!hasFiles) return [...input.past.pending];
  const findGroup = createGroupFinder(whole);
  return [...fromFiles].map(([id, about]) => {
    const group = findGroup(about);
    return [id, group === undefined ? about : { ...about, group }];
  });
}

function explain(id: ChangeId, about: About, group: GroupPlan, situation: Situation): Waiting[] {
  const { toId } = situation;
  const { desired, changes, leftAlone } = group;
  // What is due has an outcome or is refused, and both are told of it.
  if (changes.some((change) => toId(change) === id)) return [];
  const found = leftAlone.find(({ change }) => change && toId(change) === id);
  // Whoever comes by the link comes or does not: that is no work of Rollcall's, and named by its plan.
  // Nor is the promotion of somebody who is not there yet.
  if (found && isInviteReason(found.reason)) return [];
  // Nor was it approved that they are added.
  if (found?.change && about.lane === 'link' && isAddition(found.change)) return [];
  const start = { id, file: desired.file, ...toKnown(about) };
  if (found) return [{ ...start, ...toReason(found), ...(found.change && { change: found.change }) }];
  const reason = whyUnknown(group);
  if (reason === undefined) return [];
  const change = findInFiles(id, group, situation);
  return [{ ...start, reason, ...change }];
}

function toKnown({ what, label }: About): Pick<Waiting, 'what' | 'label'> {
  return { ...(what && { what }), ...(label !== undefined && { label }) };
}

function toReason({ reason, since }: LeftAlone): Pick<Waiting, 'reason' | 'since'> {
  return { reason, ...(since !== undefined && { since }) };
}

/** Why nobody can tell whether it is due; undefined where the reading tells. */
function whyUnknown({ reading }: GroupPlan): Waiting['reason'] | undefined {
  if (reading.kind === 'unreadable') return reading.reason;
  return provesAbsence(reading.group) ? undefined : 'incomplete';
}

function findInFiles(id: ChangeId, { desired }: GroupPlan, { input, toId }: Situation): { change?: Change } {
  const { wanted, unwanted } = findFileWants(desired, toGuard(input).today, toId);
  const change = wanted.get(id) ?? unwanted.get(id);
  return change ? { change } : {};
}
