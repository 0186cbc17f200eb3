import type { Change } from '../domain/plan/change.ts';
import { isLinkRenewal, isPersonChange, personActions } from '../domain/plan/change.ts';
import type { RecordEvent, RunEvent } from '../domain/event.ts';
import type { GroupId } from '../domain/group.ts';
import { provesAbsence } from '../domain/group.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Pending } from '../domain/past.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import { findAllGroups } from '../domain/plan/plan.ts';
import type { ChangeId, ToId } from '../planning/approval.ts';
import type { FileWants } from '../planning/file-wants.ts';
import { findDueDay } from '../planning/due-day.ts';
import { findFileWants, isUndone } from '../planning/file-wants.ts';
import { toGuard } from '../planning/plan-input.ts';
import type { Approved } from './find-approval.ts';
import { createGroupFinder } from './find-approval.ts';
import { findDrift } from './find-drift.ts';
import type { Situation } from './situation.ts';

/**
 * Writes down what the plan files approve, before any of it is carried out: it stays approved when this run does not
 * come to it, or its day is still to come. Ends those approvals that the files want no more, those whose group was read
 * completely and does not differ in that, and those of which these plan files say that they are not carried out. Returns
 * what was approved and is over: nothing waits for that.
 */
export async function keepApprovals(
  { fromFiles, refused }: Approved,
  situation: Situation,
  record: RecordEvent,
  skipPhotos = false,
): Promise<Pick<ReadonlySet<ChangeId>, 'has'>> {
  const { pending } = situation.input.past;
  const seen = findSeen(situation);
  const findGroup = createGroupFinder(situation.whole);
  const fresh = [...fromFiles].flatMap(([id, about]): [ChangeId, Pending][] => {
    const known = seen.get(id);
    const group = known?.group ?? findGroup(about);
    return group === undefined ? [] : [[id, { ...about, ...known, group }]];
  });
  const over = new Map(findOver([...pending, ...fresh], seen, situation, skipPhotos));
  const lasting = fresh.filter(([id]) => !over.has(id));
  for (const event of toEvents(lasting)) await record(event);
  const ended = [...pending].filter(([id]) => over.has(id) || refused.has(id));
  await endAll(
    ended.map(([id, { group }]) => [id, group] as const),
    record,
  );
  return over;
}

/** One event for all that differs in nothing but the id. */
function toEvents(fresh: readonly (readonly [ChangeId, Pending])[]): RunEvent[] {
  const alike = new Map<
    string,
    Omit<Extract<RunEvent, { type: 'approved' }>, 'ids'> & { readonly ids: ChangeId[] }
  >();
  for (const [id, { group, on, plan, what, lane }] of fresh) {
    if (group === undefined) continue;
    const about = {
      ...(on !== undefined && { on }),
      ...(plan !== undefined && { plan }),
      ...(what !== undefined && { what }),
      ...(lane && { lane }),
    };
    const key = JSON.stringify([group, on, plan, what, lane]);
    const known = alike.get(key);
    if (known) known.ids.push(id);
    else alike.set(key, { type: 'approved', group, ids: [id], ...about });
  }
  return [...alike.values()];
}

/**
 * Ends the approvals of what was carried out. Whoever declined belongs here still, and may come by the link: for that the
 * approval goes on, and to be added once more takes another one. A link's renewal stays approved while removals of its group
 * are left to do.
 */
export async function endApprovals({ groups }: ApplyOutcome, toId: ToId, record: RecordEvent): Promise<void> {
  const ended = groups.flatMap(({ outcomes }) => {
    const isRemoving = outcomes.some(
      ({ change, result }) => change.action === 'remove' && result !== 'verified',
    );
    return outcomes.filter(
      ({ change, result }) => result === 'verified' && !(isRemoving && isLinkRenewal(change)),
    );
  });
  await endAll(
    ended.map(({ change }) => [toId(change), change.group] as const),
    record,
  );
  for (const { group, outcomes } of groups) {
    const ids = outcomes.filter(({ result }) => result === 'declined').map(({ change }) => toId(change));
    if (ids.length > 0) await record({ type: 'approved', group, ids, what: 'add', lane: 'link' });
  }
}

/** The approvals that are over before anything is carried out. */
function findOver(
  pending: readonly (readonly [ChangeId, Pending])[],
  seen: ReadonlyMap<ChangeId, unknown>,
  { input, plan, toId }: Situation,
  skipPhotos: boolean,
): (readonly [ChangeId, GroupId | undefined])[] {
  const { today } = toGuard(input);
  const plans = new Map(findAllGroups(plan).map((group) => [group.desired.id, group]));
  const wants = new Map<GroupId, FileWants>();
  const over = pending.flatMap(([id, about]): (readonly [ChangeId, GroupId | undefined])[] => {
    const { group, what } = about;
    if (group === undefined) return [[id, group] as const];
    const own = plans.get(group);
    if (!own || (what === 'photo' && skipPhotos)) return [];
    const want = wants.get(group) ?? findFileWants(own.desired, today, toId);
    wants.set(group, want);
    const isOver = isUndone(id, about, want) || (!seen.has(id) && isProven(own, what));
    return isOver ? [[id, group] as const] : [];
  });
  return withoutNeeded(over, pending);
}

/** A link's renewal is approved for as long as a removal of its group is: it comes due with that. */
function withoutNeeded(
  over: readonly (readonly [ChangeId, GroupId | undefined])[],
  pending: readonly (readonly [ChangeId, Pending])[],
) {
  const ended = new Set(over.map(([id]) => id));
  const removing = new Set(
    pending.filter(([id, { what }]) => what === 'remove' && !ended.has(id)).map(([, { group }]) => group),
  );
  const renewals = new Set(pending.filter(([, { what }]) => what === 'link').map(([id]) => id));
  return over.filter(([id, group]) => !(renewals.has(id) && removing.has(group)));
}

/** True where the reading proves that whatever it does not show as drift is not due. */
function isProven({ reading }: GroupPlan, what: Pending['what']): boolean {
  if (reading.kind !== 'read') return false;
  const isOfPeople = what === undefined || ['set', 'link', ...personActions].includes(what);
  return provesAbsence(reading.group) || !isOfPeople;
}

/** All drift that the reading shows, whether due, to come or left alone, by the ids that stand for it. */
function findSeen({ plan, toId }: Situation): ReadonlyMap<ChangeId, Seen> {
  const toPair = (change: Change): [ChangeId, Seen] => [toId(change), toSeen(change)];
  const makings = plan.toCreate.map(({ making }): [ChangeId, Seen] => [
    toId(making),
    { group: making.group, what: making.action },
  ]);
  return new Map([...makings, ...findAllGroups(plan).flatMap((group) => findDrift(group).map(toPair))]);
}

type Seen = Pick<Pending, 'on' | 'what'> & { readonly group: GroupId };

function toSeen(change: Change): Seen {
  const on = findDueDay(change);
  const what = isPersonChange(change) ? change.action : change.setting;
  return { group: change.group, what, ...(on !== undefined && { on }) };
}

/** One event for each group. */
async function endAll(
  pairs: readonly (readonly [ChangeId, GroupId | undefined])[],
  record: RecordEvent,
): Promise<void> {
  const byGroup = new Map<GroupId | undefined, ChangeId[]>();
  for (const [id, group] of pairs) {
    const ids = byGroup.get(group);
    if (ids) ids.push(id);
    else byGroup.set(group, [id]);
  }
  for (const [group, ids] of byGroup) await record({ type: 'approval-ended', ids, ...(group && { group }) });
}
