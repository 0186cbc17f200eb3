import type { Change } from '../domain/change.ts';
import { isPersonChange, personActions } from '../domain/change.ts';
import { toIdentity } from '../domain/identity.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { Waiting } from '../domain/outcome.ts';
import type { GroupPlan, Obstacle, Refusal, Scheduled } from '../domain/plan.ts';
import { isComingRefused, isLasting } from '../domain/plan.ts';
import type { Safety } from '../safe/labels.ts';
import {
  comingAdvice,
  leftAloneSentence,
  obstacleSentence,
  refusalSentence,
  waitingSentences,
} from '../words/sentences.ts';
import { toAllow, toRefusalView } from './to-refusal-view.ts';
import type { GroupView, RefusalView, ScheduledView, WaitingView } from './types.ts';

/** What else is to be known of a coming change. */
interface ScheduledInput {
  readonly toId: (change: Change) => string;
  readonly isPending?: (id: string) => boolean;
  readonly since?: SinceBase;
}

/** What a date will bring, as people see it. */
export function toScheduledView(
  coming: Scheduled,
  group: GroupPlan,
  { toId, isPending, since }: ScheduledInput,
  safety: Safety,
): ScheduledView {
  const { change, on, obstacle } = coming;
  const { action, person, before } = change;
  const id = toId(change);
  const refusal = isLasting(obstacle) ? undefined : (coming.refusal ?? group.refusals[0]);
  const origin = since?.origins.get(toIdentity(change));
  const sentence = refusal ? refusalSentence(refusal) : obstacle && toObstacle(obstacle, coming);
  const isPendingStill = isPending?.(id) ?? false;
  // What was approved stays so while nobody can read the group; an objection ends it (keep-approvals.ts).
  const refused = isComingRefused(group, coming) && !(isPendingStill && obstacle === 'unreadable');
  return {
    id,
    on,
    action,
    label: safety.label(person),
    who: safety.toOrdinal(person),
    before: before ?? 'none',
    refused,
    ...(obstacle && { obstacle }),
    ...(sentence !== undefined && { sentence: safety.line(sentence) }),
    ...(refusal && { refusal: toComingRefusal(refusal, group, safety) }),
    ...(origin && { origin }),
    isApproved: isPendingStill && !refused,
  };
}

function toComingRefusal(refusal: Refusal, group: GroupPlan, safety: Safety): RefusalView {
  const view = toRefusalView(refusal, safety, toAllow([...group.refusals, refusal], group));
  return { ...view, advice: safety.line(comingAdvice) };
}

function toObstacle(obstacle: Obstacle, { change }: Scheduled): string {
  return obstacle === 'unreadable' ? obstacleSentence : leftAloneSentence(obstacle, change.action);
}

/** Something that was approved and waits, as people see it. */
export function toWaitingView(waiting: Waiting, groups: readonly GroupView[], safety: Safety): WaitingView {
  const { id, file, reason, since, change } = waiting;
  const group = groups.find((each) => each.file === safety.line(file));
  return {
    id,
    file: safety.line(file),
    name: group?.name ?? safety.line(''),
    ...toKind(waiting),
    label: change && isPersonChange(change) ? safety.label(change.person) : safety.line(toLabel(waiting)),
    reason,
    sentence: safety.line(toSentence(waiting)),
    ...(since !== undefined && { since }),
  };
}

function toKind({ change, what }: Waiting): Pick<WaitingView, 'action' | 'setting'> {
  const kind = change?.action === 'set' ? change.setting : (change?.action ?? what);
  switch (kind) {
    case undefined:
      return {};
    case 'set':
    case 'add':
    case 'promote':
    case 'demote':
    case 'remove':
      return { action: kind };
    default:
      return { action: 'set', setting: kind };
  }
}

function toLabel({ change, what, label }: Waiting): string {
  if (change?.action === 'set') return change.setting;
  return label ?? (what === 'set' || what === undefined || isPeople(what) ? '' : what);
}

function isPeople(what: NonNullable<Waiting['what']>): boolean {
  return (personActions as readonly string[]).includes(what);
}

function toSentence({ reason, change, since }: Waiting): string {
  switch (reason) {
    case 'not-in-group':
    case 'no-such-group':
    case 'failed':
      return waitingSentences[reason];
    default:
      return leftAloneSentence(reason, change?.action, since);
  }
}
