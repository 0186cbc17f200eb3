import { toMomentAfter } from '../domain/moment.ts';
import { toDay } from '../domain/day.ts';
import { freshFor } from '../domain/patience.ts';
import type { Change, PersonChange } from '../domain/plan/change.ts';
import { isUnmadeId, type MakingGroup } from '../domain/plan/creation.ts';
import { isPersonChange, toSubject } from '../domain/plan/change.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import { toLeftAloneKey, toNoticeKey, toUnreadKey } from '../domain/plan/known.ts';
import type { Organisation, Pace } from '../domain/organisation.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { ApplyOutcome, Outcome } from '../domain/plan/outcome.ts';
import type { Past } from '../domain/past.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import type { Forecast, GroupPlan, Notice, Plan } from '../domain/plan/plan.ts';
import { isRefused } from '../domain/plan/plan.ts';
import { isToInvite } from '../domain/plan/to-invite.ts';
import type { AboutInput } from './to-about-view.ts';
import { toAboutView } from './to-about-view.ts';
import { countOpenGroups } from '../domain/plan/open-groups.ts';
import { countStrangers } from './onboarding/count-strangers.ts';
import { countTotals } from './totals.ts';
import { toChangeView, toLeftAloneView } from './to-change-view.ts';
import { toNewGroupView } from './creation/to-new-group-view.ts';
import { findOldLinks, hasDatedRemovals } from './lanes/link-notes.ts';
import { toInviteViews } from './lanes/to-invite-view.ts';
import { toFactsView } from './to-facts-view.ts';
import type { SafeText } from '../safe/escape.ts';
import { toNaming } from './to-naming.ts';
import { toForms } from '../safe/alike.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import { toAsciiSkeleton } from '../safe/plain-letters.ts';
import type { Safety } from '../safe/labels.ts';
import { toPictureAddress } from './to-picture-address.ts';
import { toScheduledView } from './to-scheduled-view.ts';
import { toWaitingView } from './to-waiting-view.ts';
import { toSinceView } from './to-since-view.ts';
import { makeSafety, toVisibleId } from '../safe/labels.ts';
import type { ChangeView } from './change-view.ts';
import type { GroupView, NoticeView, UnreadableView } from './group-view.ts';
import type { RunView, View } from './view.ts';
import { toAllow, toRefusalView } from './to-refusal-view.ts';

/** All that a plan or a report tells. */
export interface ViewInput {
  readonly plan: Plan;
  /** The id of a change, in letters from a to p. */
  readonly toId: (change: Change | MakingGroup) => string;
  /** True for the id of what an earlier plan file approved. Absent: nothing was. */
  readonly isPending?: (id: string) => boolean;
  readonly keyId: string;
  readonly fingerprint: string;
  /** The keys of all the policy's accounts: none of them counts as an admin of a group. */
  readonly accounts: ReadonlySet<PersonKey>;
  /** Flags that the next command needs too, with a space before each. Absent: none. */
  readonly flags?: string;
  /** False: another process would make another fingerprint of the same plan. */
  readonly isKeyLasting?: boolean;
  /** Absent: the plan only. */
  readonly outcome?: ApplyOutcome;
  /** Everybody whom the files name, and behind them whom those of the other commit named. Absent: nobody else. */
  readonly people?: readonly Person[];
  /** Who has a handle in place of a number that WhatsApp hides. */
  readonly hidden?: Organisation['hidden'];
  /** Which letters look alike; absent: ASCII's alone. */
  /** What the account's contacts call people; absent where nobody in the plan needs it. */
  readonly contacts?: Contacts;
  readonly toSkeleton?: ToSkeleton;
  /** Full numbers; on a terminal only. */
  readonly showPhones: boolean;
  readonly sandbox: boolean;
  readonly memory: Past['memory'];
  /** For a memory that cannot be used: what is wrong with it and what to do. */
  readonly memoryFault?: string;
  /** There is none yet. */
  readonly isMemoryUnbegun?: true;
  /** When it began, milliseconds since 1970. */
  readonly memoryStartedAt?: number;
  /** The policy wants a group's link made anew once somebody was removed. */
  readonly renewsLinks?: boolean;
  readonly forecast?: Forecast;
  /** What a plan was judged by, for the apply that carries it out. */
  readonly pace?: Pace;
  /** The files allow a faster one, which does not count yet. */
  readonly isPaceHeld?: boolean;
  readonly since?: SinceBase;
  /** When it is made, and for what; absent: nobody knows. */
  readonly about?: AboutInput;
  /** The policy has several accounts. */
  readonly isOneOfSeveral?: boolean;
}

/** What is done in a group that is not there yet is told by the plan, and by no report: nothing of it was tried. */
function findTold({ groups, toCreate }: Plan, outcome: ApplyOutcome | undefined): GroupPlan[] {
  const coming = outcome ? [] : toCreate.filter(({ obstacle }) => obstacle === undefined);
  return [...groups, ...coming.map(({ group }) => group)];
}

/** The plan, and what became of it, as everybody may see it. */
export function toView(input: ViewInput): View {
  const { plan, outcome } = input;
  const safety = makeSafety(input.showPhones, toNaming(input));
  const all = findTold(plan, outcome).map((group) => toGroupView(group, input, safety));
  const beside = { plan, toId: input.toId, outcomes: outcome?.creations ?? [] };
  const toCreate = plan.toCreate.map((creation) => toNewGroupView(creation, beside, safety));
  return {
    kind: outcome ? 'apply' : 'plan',
    account: safety.line(plan.account),
    keyId: input.keyId,
    fingerprint: input.fingerprint,
    flags: input.flags ?? '',
    isKeyLasting: input.isKeyLasting ?? true,
    sandbox: input.sandbox,
    memory: input.memory,
    ...(input.memoryFault !== undefined && { memoryFault: safety.line(input.memoryFault) }),
    ...(input.isMemoryUnbegun && { isMemoryUnbegun: true }),
    ...toFreshMemory(input),
    phones: input.showPhones ? 'shown' : 'masked',
    totals: countTotals(plan, all),
    groups: all.filter(isWorthSaying),
    toCreate,
    sharedNames: findSharedNames([...all, ...toCreate], input.toSkeleton),
    refusals: plan.refusals.map((refusal) => toRefusalView(refusal, safety)),
    ...(input.forecast && { forecast: input.forecast }),
    ...(input.pace && { pace: input.pace }),
    ...toStanding(input, all),
    ...toStrangers(input),
    ...toOpenGroups(input),
    ...(outcome && { run: toRunView(outcome, all, { safety, timezone: input.about?.timezone }) }),
    ...(input.since && { since: toSinceView(input.since, safety, makeLiveNames(plan)) }),
    ...(input.about && { about: toAboutView(input.about, safety) }),
    ...(input.isOneOfSeveral && { isOneOfSeveral: true }),
  };
}

/** What holds besides the groups. */
function toStanding(
  { isPaceHeld, renewsLinks, outcome }: ViewInput,
  groups: readonly GroupView[],
): Pick<View, 'isPaceHeld' | 'renewsWithDates'> {
  const isDated = renewsLinks === true && !outcome && hasDatedRemovals(groups);
  return { ...(isPaceHeld && { isPaceHeld }), ...(isDated && { renewsWithDates: true }) };
}

/** What has been applied is no time to begin anew. */
function toStrangers(input: ViewInput): Pick<View, 'strangers'> {
  const { plan, people, hidden = new Map(), accounts, outcome } = input;
  if (!people || outcome) return {};
  const strangers = countStrangers(plan, { people: new Set(people.map(({ key }) => key)), hidden, accounts });
  return strangers > 0 ? { strangers } : {};
}

function toOpenGroups({ plan, outcome }: ViewInput): Pick<View, 'openGroups'> {
  const openGroups = outcome ? 0 : countOpenGroups(plan);
  return openGroups > 0 ? { openGroups } : {};
}

/** Since when a young memory knows anything, and how long that is said. */
function toFreshMemory({ memoryStartedAt, about }: ViewInput): Pick<View, 'freshMemory'> {
  if (memoryStartedAt === undefined || about === undefined || about.now >= memoryStartedAt + freshFor)
    return {};
  const [since, until] = [memoryStartedAt, memoryStartedAt + freshFor].map((time) =>
    toDay(time, about.timezone),
  );
  return since === undefined || until === undefined ? {} : { freshMemory: { since, until } };
}

function isWorthSaying({ unreadable, ...group }: GroupView): boolean {
  const { changes, leftAlone, toInvite, refusals, scheduled, notices } = group;
  const lists = [changes, leftAlone, toInvite, refusals, scheduled, notices];
  return unreadable !== undefined || lists.some((list) => list.length > 0);
}

function toGroupView(group: GroupPlan, input: ViewInput, safety: Safety): GroupView {
  const { desired, reading } = group;
  const live = reading.kind === 'read' ? reading.group : undefined;
  const id = isUnmadeId(desired.id) ? undefined : toVisibleId(desired.id);
  const unreadable = toUnreadable(group, safety);
  const toKnown = (key: string) => input.since?.known.has(key) && ({ wasBefore: true } as const);
  const facts = live && toFactsView(desired, live, input.accounts);
  const changes = toChangeViews(group, input, safety);
  return {
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
    ...(facts && { facts }),
    refusals: group.refusals.map((refusal) => toRefusalView(refusal, safety, toAllow(group.refusals, group))),
    scheduled: group.scheduled.map((coming) => toScheduledView(coming, group, input, safety)),
    notices: group.notices.map((notice) => ({
      ...toNoticeView(notice, safety),
      ...toKnown(toNoticeKey(desired.id, notice)),
    })),
  };
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

function makeLiveNames({ groups }: Plan): (file: string) => string | undefined {
  const names = new Map(
    groups.flatMap(({ desired: { file }, reading }) =>
      reading.kind === 'read' ? [[file, reading.group.settings.name] as const] : [],
    ),
  );
  return (file) => names.get(file);
}

/** Names that look like those of others, of all the groups there are, whether there is something to say about them or not. */
function findSharedNames(
  groups: readonly { readonly name: SafeText }[],
  toSkeleton: ToSkeleton = toAsciiSkeleton,
): SafeText[] {
  const named = groups.map(({ name }) => name).filter((name) => name !== '');
  const counts = new Map<string, number>();
  const forms = named.map((name) => [...new Set(toForms(name, toSkeleton))]);
  for (const form of forms.flat()) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...new Set(named.filter((_, index) => forms[index]?.some((form) => (counts.get(form) ?? 0) > 1)))];
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
  { plan, toId, outcome, since, about }: ViewInput,
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

function toRunView(
  outcome: ApplyOutcome,
  groups: readonly GroupView[],
  { safety, timezone }: { readonly safety: Safety; readonly timezone: string | undefined },
): RunView {
  const changes = groups.flatMap((group) => group.changes);
  const results = { verified: 0, declined: 0, 'not-verified': 0, failed: 0, skipped: 0 };
  for (const change of changes) if (change.outcome) results[change.outcome.result] += 1;
  const { stop, waiting = [], resumesAt } = outcome;
  return {
    results,
    waiting: waiting.map((each) => toWaitingView(each, groups, safety)),
    oldLinks: findOldLinks(outcome, groups, safety),
    notApproved:
      changes.filter((change) => !change.outcome && !change.refused).length + countUnapproved(groups),
    ...(stop && { stop: { code: stop.code, text: safety.line(stop.text) } }),
    paceSpent: outcome.paceSpent,
    interrupted: outcome.interrupted,
    ...(resumesAt !== undefined && { resumesAt: toMomentAfter(resumesAt, timezone) }),
  };
}

function countUnapproved(groups: readonly GroupView[]): number {
  return groups.flatMap(({ leftAlone }) => leftAlone).filter(({ reason }) => reason === 'not-approved')
    .length;
}
