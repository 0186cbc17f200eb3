import type { Change } from '../domain/change.ts';
import { isLoss, isPersonChange } from '../domain/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import { toIdentity } from '../domain/identity.ts';
import type { Outcome, Verdict } from '../domain/outcome.ts';
import { isDone } from '../planning/postcondition.ts';
import { hasItsNeeds } from '../planning/order.ts';
import { isHopeless } from './alone.ts';
import { hasDeclined } from './decline.ts';
import type { Attempt, GroupRun, ApplyRun } from './run.ts';
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
    const text = `it was sent, but the group could not be read again: ${reason}`;
    return { result: 'not-verified', cause, text };
  }
  if (last) return whenTried(last, group, run);
  if (isOver(run)) return whenOver(run);
  return { result: 'skipped', cause, text: `nothing was sent, since the group could not be read: ${reason}` };
}

function whenUnregistered({ action }: Change): Verdict {
  if (action === 'add')
    return { result: 'failed', cause: 'not-on-whatsapp', text: 'this number is not on WhatsApp' };
  return {
    result: 'failed',
    cause: 'gone-from-whatsapp',
    text: 'remove by phone: the account behind this number no longer exists, and GOWA refuses such numbers',
  };
}

/** Accepted, and the reading after it does not tell. */
function whyUnknown(change: Change, { peopleComplete, uncounted }: LiveGroup): Verdict {
  const result = 'not-verified';
  if (!isPersonChange(change))
    return { result, cause: 'photo-unread', text: 'it was sent, but the photo could not be read again' };
  if (!peopleComplete)
    return { result, cause: 'incomplete', text: 'it was sent, but the people could not all be read again' };
  if (uncounted && isLoss(change))
    return {
      result,
      cause: 'uncounted',
      text: 'it was sent, and the list does not have them any more; but WhatsApp did not say how many people the group has, so that the list may lack them: look on a phone',
    };
  return { result, cause: 'perhaps-hidden', text: 'a member without a number may be this person' };
}

function whenTried(attempt: Attempt, group: GroupRun, run: ApplyRun): Verdict {
  const { answer, change } = attempt;
  switch (answer.kind) {
    case 'accepted':
      return whenWithoutEffect(attempt, group, run);
    case 'rejected':
      return wasNotTold(attempt, answer.code, group, run)
        ? whyNotTried(change, group, run)
        : { result: 'failed', cause: 'rejected', text: answer.text };
    case 'unknown':
      return {
        result: 'not-verified',
        cause: 'no-answer',
        text: `no clear answer (${answer.text}), and it has not happened so far`,
      };
    case 'stop':
      // Each of these is said before anything is done: what it was about is as good as untried.
      return answer.code === 'rate-limited'
        ? { result: 'skipped', cause: 'stopped', text: answer.text }
        : { result: 'skipped', cause: 'line-lost', text: `nothing was sent: ${answer.text}` };
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
  const decline = hasDeclined(attempt, group, run);
  if (decline === 'yes') {
    return {
      result: 'declined',
      cause: 'declined',
      text: 'their own settings allow joining only by invitation',
    };
  }
  if (decline === 'no') {
    return {
      result: 'not-verified',
      cause: 'without-effect',
      text: 'GOWA reported success, but the group does not show it',
    };
  }
  const { refused, among } = decline;
  return {
    result: 'not-verified',
    cause: 'one-of-several',
    text: `WhatsApp refused ${refused} of these ${among} by their own settings`,
  };
}

/** What stood in the way, the nearest cause first. */
function whyNotTried(change: Change, group: GroupRun, run: ApplyRun): Verdict {
  const leftAlone = group.plan.leftAlone.find(
    (other) => other.change && toIdentity(other.change) === toIdentity(change),
  );
  const result = 'skipped';
  if (leftAlone) return { result, cause: 'left-alone', text: `left alone by now: ${leftAlone.reason}` };
  if (group.plan.refusals.length > 0)
    return { result, cause: 'limit', text: 'by now a limit objects to the changes of this group' };
  if ((group.gaveUp && !run.paceSpent) || isHopeless(change, group)) {
    return {
      result,
      cause: 'gave-up',
      text: 'not sent, since GOWA keeps refusing the same for others in this group',
    };
  }
  if (isOver(run)) return whenOver(run);
  if (!hasItsNeeds(change, [])) return { result, cause: 'needs', text: 'what it needs first did not happen' };
  if (run.paceSpent) return { result, cause: 'pace', text: "today's pace is spent; run again tomorrow" };
  return { result, cause: 'not-due', text: 'by now it is not due any more' };
}

/** The verdict for a change that was due and never sent, because somebody or something had ended the run before. */
export function whenOver({ stop }: ApplyRun): Verdict {
  const result = 'skipped';
  return stop
    ? { result, cause: 'stopped', text: `the run stopped before: ${stop.text}` }
    : { result, cause: 'interrupted', text: 'the run was interrupted before' };
}
