import { toIdentity } from '../domain/plan/change-identity.ts';
import type { Change } from '../domain/plan/change.ts';
import { isLoss, isPersonChange, isPhotoChange } from '../domain/plan/change.ts';
import type { GroupId, Reading } from '../domain/group.ts';
import { planServes } from '../domain/patience.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import { costOfLid } from '../domain/whatsapp-facts.ts';
import { approveGroup } from '../planning/approve-plan.ts';
import { findWanted } from '../planning/desired-role.ts';
import { coversLane, isKnock } from '../planning/lanes.ts';
import { planGroup } from '../planning/plan-groups.ts';
import { toGuard, toReading } from '../planning/plan-input.ts';
import { isDone } from '../planning/postcondition.ts';
import { addPhotos, readLive } from '../reading/read-live.ts';
import { findAttempts } from './alone.ts';
import type { ApplyRun, GroupRun } from './run.ts';
import { isOver, stopWithReader } from './run.ts';

type Readings = ReadonlyMap<GroupId, Reading>;

/**
 * True for people who come or rise: that may be sent on a reading that is minutes old, since whoever is there already is not
 * added twice, and nobody loses anything. Not for who asked to come, and may have taken that back.
 */
export function isHarmless(change: Change): boolean {
  return isPersonChange(change) && !isLoss(change) && !isKnock(change);
}

/** True where a group's turn may begin with the reading that the plan was made from: a query less. */
export function restsOnPlan(
  { approved, ...group }: Pick<GroupRun, 'approved' | 'readAt'>,
  run: ApplyRun,
): boolean {
  if (!isRecent(group, run)) return false;
  return approved.every(isPhotoChange) || approved.some(isHarmless);
}

/** True while people may join on what was last read of a group. */
function isRecent({ readAt }: Pick<GroupRun, 'readAt'>, { clock }: ApplyRun): boolean {
  const age = clock.now() - readAt;
  // A clock that was set back says nothing.
  return age >= 0 && age <= planServes;
}

/** Reads a group anew, or its photo alone where that is all there is to do, and plans it by that. */
export async function readAgain(group: GroupRun, run: ApplyRun): Promise<void> {
  const { approved, plan } = group;
  const isPhotoAlone = approved.every(isPhotoChange) && isRecent(group, run);
  const at = run.clock.now();
  const readings = await (isPhotoAlone ? readPhotoAgain(plan, run) : readPeopleAgain(group, run));
  await stopWithReader(run);
  run.input = { ...run.input, readings: new Map([...run.input.readings, ...readings]) };
  group.isReadAgain = true;
  group.plan = planAgain(group, readings, run);
  // What cannot be proved here could not be in the next group either: that is read first.
  if (group.plan.reading.kind === 'unreadable') run.readAt = Number.NEGATIVE_INFINITY;
  if (isPhotoAlone) return;
  group.readAt = at;
  await recordReading(group.plan, run);
}

/** The last reading of a group, with its photo as it is now: one query. */
function readPhotoAgain({ desired }: GroupPlan, { input, readPhoto }: ApplyRun): Promise<Readings> {
  return addPhotos([desired], new Map([[desired.id, toReading(desired, input)]]), readPhoto);
}

/** A group, with all that planning it takes; look-ups only while there is something left to do. */
async function readPeopleAgain({ approved, plan }: GroupRun, run: ApplyRun): Promise<Readings> {
  const { readings, lids } = await readLive(run.reader, [plan.desired], run.input, {
    people: run.lookupsLeft,
    asks: isOver(run) ? 0 : run.pacer.left().lookups / costOfLid,
    onAsk: async (person, isFirst) => {
      if (isFirst) run.lookupsLeft -= 1;
      run.pacer.spend({ adds: 0, lookups: costOfLid });
      await run.record({ type: 'looked-up', person, lookups: costOfLid });
    },
    onAnswer: (person, lid) => run.record({ type: 'looked-up', person, lookups: 0, lid }),
    // It takes a query of its own, so only where the photo is what was approved.
    readPhoto: approved.some(isPhotoChange) ? run.readPhoto : undefined,
    withoutRequests: approved.every(({ action }) => action !== 'add'),
  });
  run.input = { ...run.input, lids };
  return readings;
}

/** What was read is remembered: who is there has been verified. */
export async function recordReading({ desired, reading }: GroupPlan, run: ApplyRun): Promise<void> {
  if (reading.kind === 'unreadable') return;
  const wanted = findWanted(desired, toGuard(run.input).today);
  await run.record({ type: 'group-read', group: desired.id, live: reading.group, wanted });
}

/** The plan that readings of a group make, with what was approved alone. No other reading stands in for them. */
export function planAgain(group: GroupRun, readings: Readings, run: ApplyRun): GroupPlan {
  const {
    approved,
    plan: { desired },
  } = group;
  const refused = new Set([...run.registered].flatMap(([phone, isThere]) => (isThere ? [] : [phone])));
  run.input = { ...run.input, refused };
  const reading = toReading(desired, { readings });
  if (run.input.organisation.policy.link.renew !== 'never')
    noteRemoval(group, planGroup(desired, reading, run.input).reading, run);
  const asApproved = new Map(approved.map((change) => [toIdentity(change), change]));
  const isStillApproved = (change: Change) => {
    const before = asApproved.get(toIdentity(change));
    return before !== undefined && coversLane(before, change);
  };
  return approveGroup(planGroup(desired, reading, run.input), isStillApproved, toGuard(run.input));
}

/** From here on the group's link is to be renewed, if the policy wants that. */
function noteRemoval({ approved, attempts, first }: GroupRun, reading: Reading, run: ApplyRun): void {
  const { past, removed = new Set() } = run.input;
  if (reading.kind === 'unreadable') return;
  const { group } = reading;
  const removals = approved.filter(({ action }) => action === 'remove');
  const isRemoved = removals.some((change) => {
    const before = findAttempts(change, attempts)[0]?.before ?? first ?? group;
    return isDone(change, before, group, past.pairs) === 'yes';
  });
  if (isRemoved) run.input = { ...run.input, removed: new Set([...removed, group.id]) };
}
