import type { Change, PersonChange } from '../domain/plan/change.ts';
import { isLinkRenewal, isLoss, isPersonChange, meetsNeed } from '../domain/plan/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import type { Outcome, Verdict } from '../domain/plan/outcome.ts';
import { isDone } from '../planning/postcondition.ts';
import { findRequest } from '../domain/people/join-request.ts';
import { isKnock } from '../planning/lanes.ts';
import { hasItsNeeds } from '../planning/order.ts';
import { isHopeless } from './alone.ts';
import { hasDeclined } from './decline.ts';
import type { Attempt, GroupRun, ApplyRun } from './run.ts';
import { toRenewalVerdict } from './renew-link.ts';
import { isOver } from './run.ts';

/** What became of an approved change: by the last reading where it was tried, by what stood in the way where not. */
export function toVerdict(change: Change, group: GroupRun, run: ApplyRun): Outcome {
  const attempts = group.attempts.filter((attempt) => toIdentity(attempt.change) === toIdentity(change));
  const { reading } = group.plan;
  if (reading.kind === 'unreadable') return { change, ...whenUnreadable(reading.text, attempts, group, run) };
  const before = attempts[0]?.before ?? group.first ?? reading.group;
  const done = isDone(change, before, reading.group, run.input.past.pairs);
  if (done === 'yes') return { change, result: 'verified' };
  const last = attempts.at(-1);
  const renewed = isLinkRenewal(change) ? toRenewalVerdict(group.renewal, last) : undefined;
  if (renewed) return { change, ...renewed };
  if (isPersonChange(change) && run.registered.get(change.person.phone) === false) {
    return { change, ...whenUnregistered(change) };
  }
  if (!last) return { change, ...whyNotTried(change, group, run) };
  if (done === 'unknown' && last.answer.kind === 'accepted')
    return { change, ...whyUnknown(change, reading.group) };
  return { change, ...whenTried(last, group, run) };
}

/** What was sent may have happened; what was refused has not, nor what was never sent. */
function whenUnreadable(
  reason: string,
  attempts: readonly Attempt[],
  group: GroupRun,
  run: ApplyRun,
): Verdict {
  const cause = 'unreadable';
  const last = attempts.at(-1);
  if (attempts.some(({ answer }) => answer.kind === 'accepted' || answer.kind === 'unknown')) {
    return { result: 'not-verified', cause, details: { text: reason } };
  }
  if (last) return whenTried(last, group, run);
  if (isOver(run)) return whenOver(run);
  return { result: 'skipped', cause, details: { text: reason } };
}

function whenUnregistered({ action }: Change): Verdict {
  return { result: 'failed', cause: action === 'add' ? 'not-on-whatsapp' : 'gone-from-whatsapp' };
}

/** Accepted, and the reading after it does not tell. */
function whyUnknown(change: Change, { peopleComplete, uncounted }: LiveGroup): Verdict {
  const result = 'not-verified';
  if (!isPersonChange(change)) return { result, cause: 'photo-unread' };
  if (!peopleComplete) return { result, cause: 'incomplete' };
  return { result, cause: uncounted && isLoss(change) ? 'uncounted' : 'perhaps-hidden' };
}

function whenTried(attempt: Attempt, group: GroupRun, run: ApplyRun): Verdict {
  const { answer, change } = attempt;
  switch (answer.kind) {
    case 'accepted':
      return whenWithoutEffect(attempt, group, run);
    case 'rejected':
      return wasNotTold(attempt, answer.code, group, run)
        ? whyNotTried(change, group, run)
        : { result: 'failed', cause: 'rejected', details: { text: answer.text } };
    case 'unknown':
      return { result: 'not-verified', cause: 'no-answer', details: { text: answer.text } };
    case 'stop':
      // Each of these is said before anything is done: what it was about is as good as untried.
      return answer.code === 'rate-limited'
        ? { result: 'skipped', cause: 'stopped', details: { text: answer.text, isOwn: true } }
        : { result: 'skipped', cause: 'line-lost', details: { text: answer.text } };
  }
}

/** A refused batch of which nobody could find out whose fault it was: for this change it is as if untried. */
function wasNotTold({ change, batch }: Attempt, code: string, group: GroupRun, run: ApplyRun): boolean {
  if (!isPersonChange(change) || !(isOver(run) || run.paceSpent)) return false;
  if (code === 'unregistered') return !run.registered.has(change.person.phone);
  return batch.length > 1 && !isHopeless(change, group);
}

/** `success` without effect (docs/gowa.md#t4); the one refusal that GOWA reports is a person's wish. */
function whenWithoutEffect(attempt: Attempt, group: GroupRun, run: ApplyRun): Verdict {
  const { change } = attempt;
  if (isPersonChange(change) && isKnock(change)) return whenNotLetIn(attempt, change, group);
  const { reading } = group.plan;
  const decline = hasDeclined(attempt, reading.kind === 'read' ? reading.group : undefined, run);
  if (decline === 'yes') return { result: 'declined', cause: 'declined' };
  if (decline === 'no') return { result: 'not-verified', cause: 'without-effect' };
  return { result: 'not-verified', cause: 'one-of-several', details: decline };
}

/** They took it back, or somebody else answered; or they still ask, and WhatsApp did not let them in. */
function whenNotLetIn({ answer, before }: Attempt, { person }: PersonChange, { plan }: GroupRun): Verdict {
  const { reading } = plan;
  const names = [person.key, person.phone, findRequest(before, person.key)?.lid];
  const refused = answer.kind === 'accepted' ? (answer.refused ?? []) : [];
  const code = refused.find(({ name }) => names.some((each) => each === name))?.code;
  const asksStill = reading.kind === 'read' && findRequest(reading.group, person.key) !== undefined;
  if (code === '404' && !asksStill) return { result: 'skipped', cause: 'asks-no-more' };
  const text = code === undefined ? 'WhatsApp does not say why' : `WhatsApp's ${code}`;
  return { result: 'not-verified', cause: 'not-let-in', details: { text } };
}

/** What stood in the way, the nearest cause first. */
function whyNotTried(change: Change, group: GroupRun, run: ApplyRun): Verdict {
  const leftAlone = group.plan.leftAlone.find(
    (other) => other.change && toIdentity(other.change) === toIdentity(change),
  );
  const result = 'skipped';
  // What was approved for whoever asks adds nobody (lanes.ts).
  if (leftAlone?.reason === 'not-approved' && isKnock(change)) return { result, cause: 'asks-no-more' };
  if (leftAlone && hasLostItsNeed(change, group)) return { result, cause: 'needs' };
  if (leftAlone) return { result, cause: 'left-alone', details: { leftAlone } };
  if (group.plan.refusals.length > 0) return { result, cause: 'limit' };
  if ((group.gaveUp && !run.paceSpent) || isHopeless(change, group)) return { result, cause: 'gave-up' };
  if (isOver(run)) return whenOver(run);
  if (!hasItsNeeds(change, [])) return { result, cause: 'needs' };
  return { result, cause: run.paceSpent ? 'pace' : 'not-due' };
}

/** True where something that it needs was tried in vain, and is left alone by now: so it is itself, for that. */
function hasLostItsNeed(change: Change, { attempts, plan }: GroupRun): boolean {
  const needs = (isPersonChange(change) && change.needs) || [];
  const isNeed = (other: Change | undefined) =>
    other !== undefined && needs.some((need) => meetsNeed(other, need));
  return (
    attempts.some((attempt) => isNeed(attempt.change)) && plan.leftAlone.some((each) => isNeed(each.change))
  );
}

/** The verdict for a change that was due and never sent, because somebody or something had ended the run before. */
export function whenOver({ stop }: ApplyRun): Verdict {
  const result = 'skipped';
  return stop ? { result, cause: 'stopped', details: { text: stop.text } } : { result, cause: 'interrupted' };
}
