import type { Change, Step } from '../domain/plan/change.ts';
import { isLoss, isPersonChange, isPhotoChange } from '../domain/plan/change.ts';
import type { LiveGroup, Reading } from '../domain/group.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import type { GroupOutcome } from '../domain/plan/outcome.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Refusal } from '../domain/plan/refusal.ts';
import { costOfLid } from '../domain/whatsapp-facts.ts';
import { findGroupRefusals } from '../planning/limits/limits.ts';
import { coversLane, isKnock } from '../planning/lanes.ts';
import type { Phases } from '../planning/order.ts';
import { hasItsNeeds, toPhases } from '../planning/order.ts';
import { planGroup } from '../planning/plan-groups.ts';
import { approveGroup } from '../planning/approve-plan.ts';
import { isDone } from '../planning/postcondition.ts';
import { toGuard, toReading } from '../planning/plan-input.ts';
import { findWanted } from '../planning/desired-role.ts';
import { readLive } from '../reading/read-live.ts';
import { findAttempts, isHopeless, isToGoAlone, toRequests } from './alone.ts';
import { deliver } from './deliver.ts';
import { investigate } from './investigate.ts';
import { findAffordable } from './pace.ts';
import type { GroupRun, ApplyRun } from './run.ts';
import { isOver, stopWithReader } from './run.ts';
import { renewLink } from './renew-link.ts';
import { toVerdict } from './verdict.ts';

const phases = ['room', 'additive', 'destructive'] as const;

/**
 * Carries out what was approved for one group: reads, sends what is due, reads again, and takes nobody's word for it.
 * Who loses something comes last, and only while the latest reading still asks for it.
 */
export async function applyGroup(
  planned: GroupPlan,
  approved: readonly Change[],
  run: ApplyRun,
): Promise<GroupOutcome> {
  const group = await startGroup(planned, approved, run);
  for (const phase of phases) {
    for (let due = takeDue(group, phase, run); due.length > 0; due = takeDue(group, phase, run)) {
      group.attempts.push(...(await deliver(toNext(phase, due, group), toLive(group), run)));
      await findOut(group, run);
      group.plan = await readAgain(group, run);
    }
  }
  await renewLink(takeDue(group, 'closing', run), group, run);
  const outcomes = approved.map((change) => toVerdict(change, group, run));
  for (const outcome of outcomes) await run.record({ type: 'verdict', outcome });
  const { desired, reading } = group.plan;
  return { group: desired.id, file: desired.file, outcomes, reading };
}

/** Nothing that takes away is sent on a reading from before the last request: an admin of now may be a member of then. */
function toNext(
  phase: (typeof phases)[number],
  due: readonly Change[],
  { attempts }: GroupRun,
): readonly Step[] {
  const requests = toRequests(due, attempts);
  return phase === 'additive' ? requests : requests.slice(0, 1);
}

async function startGroup(planned: GroupPlan, approved: readonly Change[], run: ApplyRun): Promise<GroupRun> {
  const start = { approved, attempts: [], plan: planned, gaveUp: false };
  const plan = await readAgain(start, run);
  return plan.reading.kind === 'read' ? { ...start, plan, first: plan.reading.group } : { ...start, plan };
}

/** A fresh reading, and the plan that it makes; look-ups only while there is something left to do. */
async function readAgain(group: GroupRun, run: ApplyRun): Promise<GroupPlan> {
  const {
    approved,
    plan: { desired },
  } = group;
  const { today } = toGuard(run.input);
  const { readings, lids } = await readLive(run.reader, [desired], run.input, {
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
  await stopWithReader(run);
  const refused = new Set([...run.registered].flatMap(([phone, isThere]) => (isThere ? [] : [phone])));
  run.input = { ...run.input, lids, refused, readings: new Map([...run.input.readings, ...readings]) };
  // Of this very reading: an earlier one must not stand in for it.
  const reading = toReading(desired, { readings });
  const asApproved = new Map(approved.map((change) => [toIdentity(change), change]));
  if (run.input.organisation.policy.link.renew !== 'never')
    noteRemoval(group, planGroup(desired, reading, run.input).reading, run);
  const plan = planGroup(desired, reading, run.input);
  if (plan.reading.kind === 'read')
    await run.record({
      type: 'group-read',
      group: desired.id,
      live: plan.reading.group,
      wanted: findWanted(desired, today),
    });
  const isStillApproved = (change: Change) => {
    const before = asApproved.get(toIdentity(change));
    return before !== undefined && coversLane(before, change);
  };
  return approveGroup(plan, isStillApproved, toGuard(run.input));
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

/**
 * What of a phase can be sent now: due, not tried, its needs met, paid for, and the limits still agree. What the limits say
 * of it, and that the day's pace is spent, is kept in the group and the run.
 */
function takeDue(group: GroupRun, phase: keyof Phases, run: ApplyRun): Change[] {
  const { changes, reading } = group.plan;
  const hasGivenUp = group.gaveUp && phase !== 'closing';
  if (isOver(run) || hasGivenUp || reading.kind === 'unreadable') return [];
  if (group.attempts.length === 0 && isRefusedAsAWhole(group, run)) return [];
  const due = toPhases(changes, reading.group, toGuard(run.input))[phase];
  const ready = withoutEarlyPromotions(
    due,
    due.filter((change) => mayTry(change, group, run)),
    run,
  );
  const refusals = judge(ready, group, run);
  group.plan = { ...group.plan, refusals };
  const allowed = findAllowed(ready, refusals, group, run);
  const affordable = findAffordable(allowed, run.pacer.left());
  if (affordable.length < allowed.length) run.paceSpent = true;
  return affordable;
}

/**
 * What is refused before anything of it was tried, is refused whole. Whose number another group has shown not to be on
 * WhatsApp counts as if they came: they are like one who could not join, for whom the rest of the group does not pay.
 */
function isRefusedAsAWhole(group: GroupRun, run: ApplyRun): boolean {
  const { changes, refusals } = group.plan;
  const there = new Set(changes.map(toIdentity));
  const lost = group.approved.filter(
    (change) => isUnregistered(change, run) && !there.has(toIdentity(change)),
  );
  return refusals.length > 0 && judge([...changes, ...lost], group, run).length > 0;
}

/**
 * Who could not join or be promoted so far will not: the limits judge anew what is left, on its own. Where too few admins
 * would be left by now, admins stay what they are, and what concerns nobody's role goes on.
 */
function findAllowed(
  ready: readonly Change[],
  refusals: readonly Refusal[],
  group: GroupRun,
  run: ApplyRun,
): readonly Change[] {
  if (refusals.length === 0) return ready;
  if (refusals.some(({ limit }) => limit !== 'admins')) return [];
  const others = ready.filter((change) => !isLoss(change) || change.before !== 'admin');
  return judge(others, group, run).length === 0 ? others : [];
}

function judge(
  changes: readonly Change[],
  { plan: { desired, reading } }: GroupRun,
  run: ApplyRun,
): readonly Refusal[] {
  return reading.kind === 'read'
    ? findGroupRefusals(desired, reading.group, changes, toGuard(run.input))
    : [];
}

/**
 * While somebody can still join who is promoted then, promotions wait together: one request later, not two. Once the day's
 * adds are spent nobody joins, and whoever is there already need not wait for another day to become an admin.
 */
function withoutEarlyPromotions(
  due: readonly Change[],
  ready: readonly Change[],
  { pacer }: ApplyRun,
): readonly Change[] {
  const isWaiting = due.some((change) => change.action === 'promote' && !hasItsNeeds(change, []));
  const adds = ready.filter((change) => change.action === 'add');
  const joins = isWaiting && findAffordable(adds, pacer.left()).length > 0;
  return joins ? ready.filter((change) => change.action !== 'promote') : ready;
}

/**
 * A change is tried once; again only after a refusal that the next reading or look-up may have cleared up, and alone where
 * it was sent together with others and came to nothing.
 */
function mayTry(change: Change, group: GroupRun, run: ApplyRun): boolean {
  if (!hasItsNeeds(change, []) || isUnregistered(change, run) || isHopeless(change, group)) return false;
  const tried = findAttempts(change, group.attempts);
  // Whoever asked a moment ago and does not any more is not added instead.
  if (tried.some((attempt) => isKnock(attempt.change)) && !isKnock(change)) return false;
  const answer = tried.at(-1)?.answer;
  if (!answer || isToGoAlone(change, group.attempts)) return true;
  if (answer.kind !== 'rejected') return false;
  return answer.code === 'unregistered'
    ? isConfirmed(change, run)
    : answer.code === 'conflict' && tried.length === 1;
}

/** After a batch was refused for a number that is not registered: whose it is. */
async function findOut(group: GroupRun, run: ApplyRun): Promise<void> {
  const last = group.attempts.at(-1);
  if (last?.answer.kind !== 'rejected' || last.answer.code !== 'unregistered' || isOver(run)) return;
  group.gaveUp = last.batch.every((change) => isConfirmed(change, run));
  if (!group.gaveUp) await investigate(last.batch, run);
}

function isConfirmed(change: Change, { registered }: ApplyRun): boolean {
  return isPersonChange(change) && registered.get(change.person.phone) === true;
}

function isUnregistered(change: Change, { registered }: ApplyRun): boolean {
  return isPersonChange(change) && registered.get(change.person.phone) === false;
}

function toLive({ plan }: GroupRun): LiveGroup {
  if (plan.reading.kind === 'unreadable') throw new Error('nothing is due in a group that was not read');
  return plan.reading.group;
}
