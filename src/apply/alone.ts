import type { Change, PersonChange, Step } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import type { Answer } from '../domain/gateway.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import { toSteps } from '../planning/steps.ts';
import type { Attempt, GroupRun } from './run.ts';

/** So many people refused alone for want of permission, and nobody let through, are no matter of theirs. */
const permissionRefusals = 2;

/**
 * Changes as requests: in batches, but for whoever was in a batch that was refused or had no clear answer. One person
 * can spoil a batch for all others, and GOWA does not say who (docs/gowa.md#t2), so each of those goes alone.
 */
export function toRequests(changes: readonly Change[], attempts: readonly Attempt[]): Step[] {
  return toSteps(changes).flatMap((step) => {
    const people = (step as readonly Change[]).filter(isPersonChange);
    const alone = people.filter((change) => isToGoAlone(change, attempts));
    const rest = people.filter((change) => !alone.includes(change));
    if (alone.length === 0) return [step];
    return [...alone.map((change): Step => [change]), ...(isStep(rest) ? [rest] : [])];
  });
}

function isStep(people: readonly PersonChange[]): people is readonly [PersonChange, ...PersonChange[]] {
  return people.length > 0;
}

/** True for somebody whose last request held others too, and came to nothing for a reason that may be one of theirs. */
export function isToGoAlone(change: Change, attempts: readonly Attempt[]): boolean {
  const last = findAttempts(change, attempts).at(-1);
  return last !== undefined && last.batch.length > 1 && isSpoilt(last.answer);
}

function isSpoilt(answer: Answer): boolean {
  return answer.kind === 'unknown' || (answer.kind === 'rejected' && answer.code !== 'unregistered');
}

/**
 * True where WhatsApp refuses an action in this group whoever it is about: all people of a batch were refused alone as
 * well, or the first two of them for want of permission. Nothing more of it is sent then.
 */
export function isHopeless({ action }: Change, { attempts }: Pick<GroupRun, 'attempts'>): boolean {
  const own = attempts.filter(({ change }) => isPersonChange(change) && change.action === action);
  const alone = own.filter(({ batch }) => batch.length === 1);
  const refused = alone.filter(({ answer }) => answer.kind === 'rejected');
  if (alone.length > refused.length) return false;
  const forbidden = refused.filter(
    ({ answer }) => answer.kind === 'rejected' && answer.code === 'permission',
  );
  if (forbidden.length >= permissionRefusals) return true;
  return own.some(({ batch, answer }) => {
    const isRefused = batch.length > 1 && answer.kind === 'rejected' && answer.code !== 'unregistered';
    return isRefused && batch.every((change) => findAttempts(change, refused).length > 0);
  });
}

/** The attempts at one change, in their order. */
export function findAttempts(change: Change, attempts: readonly Attempt[]): Attempt[] {
  const identity = toIdentity(change);
  return attempts.filter((attempt) => toIdentity(attempt.change) === identity);
}
