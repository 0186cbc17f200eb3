import type { Change } from '../domain/change.ts';
import type { GroupId } from '../domain/group.ts';
import { provesAbsence } from '../domain/group.ts';
import type { ApplyOutcome } from '../domain/outcome.ts';
import type { GroupPlan } from '../domain/plan.ts';
import type { ChangeId } from '../planning/approval.ts';
import { isDateAlone, toChangeId } from '../planning/approval.ts';
import type { Approved } from './approve.ts';
import type { Work } from './work.ts';

/**
 * Writes down what the plan files approve, before any of it is carried out: it stays approved when this run does not
 * come to it. Ends those approvals whose group was read completely and does not differ in that any more.
 */
export async function keepApprovals({ fromFiles }: Approved, work: Work): Promise<void> {
  const seen = findSeen(work);
  const groups = new Map(work.plan.groups.map(({ desired }) => [desired.file, desired.id]));
  const dated = findDated(work).map((change) => [toChangeId(change, work.key), change.group] as const);
  const fresh = [
    ...[...fromFiles].map(([id, file]) => [id, seen.get(id) ?? groups.get(file)] as const),
    ...dated.filter(([id]) => !work.input.past.pending.has(id)),
  ];
  await record('approved', fresh, work);
  const pending = [...work.input.past.pending, ...fresh].filter(([id]) => !seen.has(id));
  const proven = new Set(work.plan.groups.filter(isComplete).map(({ desired }) => desired.id));
  await record(
    'approval-ended',
    pending.filter(([, group]) => group && proven.has(group)),
    work,
  );
}

/** What a date alone approves stays approved as well; after today's reading the date could not tell it any more. */
function findDated({ plan, input }: Work): Change[] {
  return plan.groups.flatMap(({ changes }) => changes.filter((change) => isDateAlone(change, input)));
}

/** Ends the approvals of what was carried out, and of what somebody declined. */
export async function endApprovals({ groups }: ApplyOutcome, work: Work): Promise<void> {
  const ended = groups
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ result }) => result === 'verified' || result === 'declined')
    .map(({ change }) => [toChangeId(change, work.key), change.group] as const);
  await record('approval-ended', ended, work);
}

/** All drift that the reading shows, whether due or left alone, by the ids that stand for it. */
function findSeen({ plan, ids, key }: Work): ReadonlyMap<ChangeId, GroupId> {
  const toPair = (change: Change) => [ids.get(change) ?? toChangeId(change, key), change.group] as const;
  return new Map(plan.groups.flatMap((group) => findDrift(group).map(toPair)));
}

function findDrift({ changes, leftAlone }: GroupPlan): Change[] {
  return [...changes, ...leftAlone.flatMap(({ change }) => (change ? [change] : []))];
}

function isComplete({ reading }: GroupPlan): boolean {
  return reading.kind === 'read' && provesAbsence(reading.group);
}

/** One event for each group; an id whose group the files do not know can never be due again. */
async function record(
  type: 'approved' | 'approval-ended',
  pairs: readonly (readonly [ChangeId, GroupId | undefined])[],
  { memory }: Work,
): Promise<void> {
  const byGroup = new Map<GroupId, ChangeId[]>();
  for (const [id, group] of pairs) {
    if (group !== undefined) byGroup.set(group, [...(byGroup.get(group) ?? []), id]);
  }
  for (const [group, ids] of byGroup) await memory.record({ type, group, ids });
}
