import type { Change } from '../domain/change.ts';
import { isPersonChange } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import { toIdentity } from '../planning/approval.ts';
import { isDone } from '../planning/done.ts';
import { hasItsNeeds } from '../planning/order.ts';
import { hasDeclined } from './decline.ts';
import type { Attempt, GroupRun, Run } from './run.ts';

type Verdict = Omit<Outcome, 'change'>;

/** What became of an approved change: by the last reading where it was tried, by what stood in the way where not. */
export function toVerdict(change: Change, group: GroupRun, run: Run): Outcome {
  const attempts = group.attempts.filter((attempt) => toIdentity(attempt.change) === toIdentity(change));
  const { reading } = group.plan;
  if (reading.kind === 'unreadable') return { change, ...whenUnreadable(reading.text, attempts.length > 0) };
  const before = attempts[0]?.before ?? group.first ?? reading.group;
  const done = isDone(change, before, reading.group);
  if (done === 'yes') return { change, result: 'verified' };
  const last = attempts.at(-1);
  if (isPersonChange(change) && run.registered.get(change.person.phone) === false) {
    return { change, result: 'failed', text: whenUnregistered(change.action) };
  }
  return { change, ...(last ? whenTried(last, done, group, run) : whyNotTried(change, group, run)) };
}

function whenUnreadable(text: string, wasTried: boolean): Verdict {
  if (wasTried)
    return { result: 'not-verified', text: `it was sent, but the group could not be read again: ${text}` };
  return { result: 'failed', text: `the group could not be read: ${text}` };
}

function whenUnregistered(action: Change['action']): string {
  if (action === 'add') return 'this number is not on WhatsApp';
  return 'remove by phone: the account behind this number no longer exists, and GOWA refuses such numbers';
}

function whenTried(attempt: Attempt, done: 'no' | 'unknown', group: GroupRun, run: Run): Verdict {
  const { answer, change } = attempt;
  switch (answer.kind) {
    case 'accepted':
      if (done === 'unknown') return { result: 'not-verified', text: whyUnknown(change) };
      return whenWithoutEffect(attempt, group, run);
    case 'rejected':
      return wasNotTold(change, answer.code, run)
        ? whyNotTried(change, group, run)
        : { result: 'failed', text: answer.text };
    case 'unknown':
      return {
        result: 'not-verified',
        text: `no clear answer (${answer.text}), and it has not happened so far`,
      };
    case 'stop':
      // A limit ends a run by design: what it was about is as good as untried.
      return { result: answer.code === 'rate-limited' ? 'skipped' : 'failed', text: answer.text };
  }
}

function whyUnknown(change: Change): string {
  if (isPersonChange(change)) return 'a member without a number may be this person';
  return 'it was sent, but the photo could not be read again';
}

/** A refused batch of which nobody could find out whose number it was: for this change it is as if untried. */
function wasNotTold(change: Change, code: string, { registered, stop, paceSpent, signal }: Run): boolean {
  const isOpen = code === 'unregistered' && isPersonChange(change) && !registered.has(change.person.phone);
  return isOpen && (stop !== undefined || paceSpent || signal.aborted);
}

/** `success` without effect (contract T4); the one refusal that GOWA reports is a person's wish. */
function whenWithoutEffect(attempt: Attempt, group: GroupRun, run: Run): Verdict {
  const decline = hasDeclined(attempt, group, run);
  if (decline === 'yes')
    return { result: 'declined', text: 'their own settings allow joining only by invitation' };
  if (decline === 'no')
    return { result: 'not-verified', text: 'GOWA reported success, but the group does not show it' };
  const { refused, among } = decline;
  return {
    result: 'not-verified',
    text: `WhatsApp refused ${refused} of these ${among} by their own settings`,
  };
}

/** What stood in the way, the nearest cause first. */
function whyNotTried(change: Change, group: GroupRun, run: Run): Verdict {
  const leftAlone = group.plan.leftAlone.find(
    (other) => other.change && toIdentity(other.change) === toIdentity(change),
  );
  if (leftAlone) return { result: 'skipped', text: `left alone by now: ${leftAlone.reason}` };
  if (group.plan.refusals.length > 0)
    return { result: 'skipped', text: 'by now a limit objects to the changes of this group' };
  if (group.gaveUp && !run.paceSpent) {
    return {
      result: 'failed',
      text: 'GOWA keeps refusing numbers that are on WhatsApp; nothing more was tried in this group',
    };
  }
  if (run.stop) return { result: 'skipped', text: `the run stopped before: ${run.stop.text}` };
  if (run.signal.aborted) return { result: 'skipped', text: 'the run was interrupted before' };
  if (!hasItsNeeds(change, [])) return { result: 'skipped', text: 'what it needs first did not happen' };
  if (run.paceSpent) return { result: 'skipped', text: "today's pace is spent; run again tomorrow" };
  return { result: 'skipped', text: 'by now it is not due any more' };
}
