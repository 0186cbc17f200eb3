import type { Change, PersonChange } from '../../domain/plan/change.ts';
import { isPersonChange, toSubject } from '../../domain/plan/change.ts';
import { toIdentity } from '../../domain/plan/change-identity.ts';
import { isUnmadeId, type MakingGroup } from '../../domain/plan/creation.ts';
import { toLeftAloneKey, toNoticeKey, toUnreadKey } from '../../domain/plan/known.ts';
import type { SinceBase } from '../../domain/origin.ts';
import type { ApplyOutcome, Outcome } from '../../domain/plan/outcome.ts';
import type { Past } from '../../domain/past.ts';
import type { Person, PersonKey } from '../../domain/people/person.ts';
import type { GroupPlan, Notice, Plan } from '../../domain/plan/plan.ts';
import { isRefused } from '../../domain/plan/plan.ts';
import { isToInvite } from '../../domain/plan/to-invite.ts';
import type { Safety } from '../../safe/labels.ts';
import { toVisibleId } from '../../safe/labels.ts';
import type { ChangeView } from '../change-view.ts';
import type { GroupView, NoticeView, UnreadableView } from '../group-view.ts';
import { toInviteViews } from '../lanes/to-invite-view.ts';
import type { AboutInput } from '../to-about-view.ts';
import { toChangeView, toLeftAloneView } from '../to-change-view.ts';
import { toFactsView } from '../to-facts-view.ts';
import { toPictureAddress } from '../to-picture-address.ts';
import { toAllow, toRefusalView } from '../to-refusal-view.ts';
import { toScheduledView } from '../to-scheduled-view.ts';

/** What tells of one group: the plan that it is a part of, and what became of it. */
export interface GroupInput {
  readonly plan: Plan;
  /** The id of a change, in letters from a to p. */
  readonly toId: (change: Change | MakingGroup) => string;
  /** True for the id of what an earlier plan file approved. Absent: nothing was. */
  readonly isPending?: (id: string) => boolean;
  /** The keys of all the policy's accounts: none of them counts as an admin of a group. */
  readonly accounts: ReadonlySet<PersonKey>;
  /** Absent: the plan only. */
  readonly outcome?: ApplyOutcome;
  readonly since?: SinceBase;
  /** When it is made, and for what; absent: nobody knows. */
  readonly about?: AboutInput;
  readonly sandbox: boolean;
  readonly memory: Past['memory'];
}

/** A group's part of the plan, and what became of it, as everybody may see it. */
export function toGroupView(group: GroupPlan, input: GroupInput, safety: Safety): GroupView {
  const { desired, reading } = group;
  const live = reading.kind === 'read' ? reading.group : undefined;
  const id = isUnmadeId(desired.id) ? undefined : toVisibleId(desired.id);
  const unreadable = toUnreadable(group, safety);
  const toKnown = (key: string) => input.since?.known.has(key) && ({ wasBefore: true } as const);
  const changes = toChangeViews(group, input, safety);
  const view = {
    file: safety.line(desired.file),
    path: safety.line(desired.span.file),
    ...(id !== undefined && { id }),
    ...toNames(group, changes, safety),
    changes,
    leftAlone: group.leftAlone
      .filter((item) => !isToInvite(item))
      .map((item) => ({
        ...toLeftAloneView(item, safety),
        ...toKnown(toLeftAloneKey(desired.id, item)),
      })),
    toInvite: toInviteViews(group, input, safety),
    ...(unreadable && { unreadable: { ...unreadable, ...toKnown(toUnreadKey(desired.id)) } }),
    refusals: group.refusals.map((refusal) => toRefusalView(refusal, safety, toAllow(group.refusals, group))),
    scheduled: group.scheduled.map((coming) => toScheduledView(coming, group, input, safety)),
    notices: group.notices.map((notice) => ({
      ...toNoticeView(notice, safety),
      ...toKnown(toNoticeKey(desired.id, notice)),
    })),
  };
  // What nothing is judged by takes no counting: in a large account that is nearly every group.
  return live && isWorthSaying(view) ? { ...view, facts: toFactsView(desired, live, input.accounts) } : view;
}

/** True for a group of which there is anything to say. */
export function isWorthSaying({ unreadable, ...group }: GroupView): boolean {
  const { changes, leftAlone, toInvite, refusals, scheduled, notices } = group;
  const lists = [changes, leftAlone, toInvite, refusals, scheduled, notices];
  return unreadable !== undefined || lists.some((list) => list.length > 0);
}

/** What WhatsApp calls the group, now that the run is over, and what the file does where that is something else. */
function toNames(
  { desired, reading }: GroupPlan,
  changes: readonly ChangeView[],
  safety: Safety,
): Pick<GroupView, 'name' | 'claim'> {
  const change = changes.find((each) => each.action === 'set' && each.setting === 'name');
  const isRenamed = change?.outcome?.result === 'verified';
  const wanted = desired.settings.name ?? '';
  const live = isRenamed || reading.kind !== 'read' ? '' : reading.group.settings.name;
  const name = safety.line(live || wanted);
  const isOther = wanted !== '' && live !== '' && wanted !== live;
  return { name, ...(isOther && !change && { claim: safety.line(wanted) }) };
}

function toNoticeView(notice: Notice, safety: Safety): NoticeView {
  const label = notice.kind === 'lid-known' ? safety.label(notice.person) : safety.line('');
  const view = { kind: notice.kind, label };
  if (notice.kind === 'lid-known') return { ...view, lid: safety.line(notice.handle ?? `lid:${notice.lid}`) };
  if (notice.kind !== 'limit-lifted') return view;
  return { ...view, lifted: { ...notice.lifted, reason: safety.line(notice.lifted.reason) } };
}

function toUnreadable({ reading }: GroupPlan, safety: Safety): UnreadableView | undefined {
  if (reading.kind === 'read') return undefined;
  const { reason, text } = reading;
  return {
    reason,
    text: safety.line(text),
    needsHuman: reason !== 'failed',
  };
}

/** The changes of the plan, and behind them those that only the run has a word about. */
function toChangeViews(
  group: GroupPlan,
  { plan, toId, outcome, since, about }: GroupInput,
  safety: Safety,
): ChangeView[] {
  const outcomes = findOutcomes(group, outcome);
  const planned = new Set(group.changes.map(toSubject));
  const extra = [...outcomes.values()]
    .map(({ change }) => change)
    .filter((change) => !planned.has(toSubject(change)));
  const findPerson = makePersonFinder(group);
  return [...group.changes, ...extra].map((change) =>
    toChangeView(
      {
        change,
        id: toId(change),
        desired: group.desired,
        refused: isRefused(plan, group, change),
        outcome: outcomes.get(toSubject(change)),
        origin: since?.origins.get(toIdentity(change)),
        findPerson,
        picture: toPictureAddress(change, group.desired.span.file, about?.occasion?.files),
      },
      safety,
    ),
  );
}

/** By subject: a run reads again, and what it then carries out is an equal change, not the same object. */
function findOutcomes({ desired }: GroupPlan, outcome?: ApplyOutcome): ReadonlyMap<string, Outcome> {
  const own = outcome?.groups.filter(({ group }) => group === desired.id) ?? [];
  return new Map(own.flatMap(({ outcomes }) => outcomes.map((each) => [toSubject(each.change), each])));
}

function makePersonFinder({ desired, changes }: GroupPlan): (key: PersonKey) => Person | undefined {
  const changed = new Map(
    changes.filter(isPersonChange).map(({ person }: PersonChange) => [person.key, person]),
  );
  return (key) => desired.people.get(key) ?? changed.get(key);
}
