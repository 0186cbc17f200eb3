import type { Change, Step } from '../domain/plan/change.ts';
import { isLoss, isPersonChange } from '../domain/plan/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import type { GroupOutcome } from '../domain/plan/outcome.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Refusal } from '../domain/plan/refusal.ts';
import { findGroupRefusals } from '../planning/limits/limits.ts';
import { isKnock } from '../planning/lanes.ts';
import type { Phases } from '../planning/order.ts';
import { hasItsNeeds, toPhases } from '../planning/order.ts';
import { toGuard } from '../planning/plan-input.ts';
import { findAttempts, isHopeless, isToGoAlone, toRequests } from './alone.ts';
import { deliver } from './deliver.ts';
import { investigate } from './investigate.ts';
import { findAffordable } from './pace.ts';
import type { GroupRun, ApplyRun } from './run.ts';
import { isOver } from './run.ts';
import { isHarmless, planAgain, readAgain, restsOnPlan } from './read-again.ts';
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
    for (
      let due = await findNext(group, phase, run);
      due.length > 0;
      due = await findNext(group, phase, run)
    ) {
      group.attempts.push(...(await deliver(toNext(phase, due, group), toLive(group), run)));
      await findOut(group, run);
      await readAgain(group, run);
    }
  }
  await renewLink(await findNext(group, 'closing', run), group, run);
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

/** The plan of a group's turn, at first from the reading that the whole plan was made from, where that will do. */
async function startGroup(planned: GroupPlan, approved: readonly Change[], run: ApplyRun): Promise<GroupRun> {
  const { readAt } = run;
  const group: GroupRun = {
    approved,
    attempts: [],
    plan: planned,
    gaveUp: false,
    readAt,
    isReadAgain: false,
  };
  if (restsOnPlan(group, run)) group.plan = planAgain(group, run.input.readings, run);
  else await readAgain(group, run);
  const { reading } = group.plan;
  return reading.kind === 'read' ? { ...group, first: reading.group } : group;
}

/** What is sent next; where an older reading will not do for it, by one of this very turn. */
async function findNext(group: GroupRun, phase: keyof Phases, run: ApplyRun): Promise<readonly Change[]> {
  const next = peopleFirst(takeDue(group, phase, run));
  if (group.isReadAgain || next.every(isHarmless)) return next;
  await readAgain(group, run);
  return peopleFirst(takeDue(group, phase, run));
}

/** Who comes or rises, and the rest after the next reading: the pauses after adds are the long ones. */
function peopleFirst(due: readonly Change[]): readonly Change[] {
  const people = due.filter((change) => isPersonChange(change) && !isLoss(change));
  return people.length > 0 ? people : due;
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
