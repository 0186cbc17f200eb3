import { toMoment, toMomentAfter } from '../domain/moment.ts';
import { once } from '../domain/lazy/once.ts';
import { toDay } from '../domain/day.ts';
import { freshFor } from '../domain/patience.ts';
import type { Organisation, Pace } from '../domain/organisation.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { RecalledPhotos } from '../domain/picture.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import type { Forecast, GroupPlan, Plan } from '../domain/plan/plan.ts';
import { toAboutView } from './to-about-view.ts';
import { countOpenGroups } from '../domain/plan/open-groups.ts';
import { countStrangers } from './onboarding/count-strangers.ts';
import type { GroupInput } from './group/to-group-view.ts';
import { isWorthSaying, toGroupView } from './group/to-group-view.ts';
import { countTotals } from './totals.ts';
import { toNewGroupView } from './creation/to-new-group-view.ts';
import { findOldLinks, hasDatedRemovals } from './lanes/link-notes.ts';
import type { SafeText } from '../safe/escape.ts';
import { toNaming } from './to-naming.ts';
import { toForms } from '../safe/alike.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import { toAsciiSkeleton } from '../safe/plain-letters.ts';
import type { Safety } from '../safe/labels.ts';
import { toWaitingView } from './to-waiting-view.ts';
import { toSinceView } from './to-since-view.ts';
import { makeSafety } from '../safe/labels.ts';
import type { GroupView } from './group-view.ts';
import type { RunView, View } from './view.ts';
import { toRefusalView } from './to-refusal-view.ts';

/** All that a plan or a report tells. */
export interface ViewInput extends GroupInput {
  readonly keyId: string;
  readonly fingerprint: string;
  /** Flags that the next command needs too, with a space before each. Absent: none. */
  readonly flags?: string;
  /** False: another process would make another fingerprint of the same plan. */
  readonly isKeyLasting?: boolean;
  /** Everybody whom the files name, and behind them whom those of the other commit named. Absent: nobody else. */
  readonly people?: Iterable<Person>;
  /** True where a number of theirs is secret, false where none is; absent: whoever wants to know looks at each. */
  readonly isSecret?: boolean;
  /** Who has a handle in place of a number that WhatsApp hides. */
  readonly hidden?: Organisation['hidden'];
  /** What the account's contacts call people; absent where nobody in the plan needs it. */
  readonly contacts?: Contacts;
  /** Which letters look alike; absent: ASCII's alone. */
  readonly toSkeleton?: ToSkeleton;
  /** Full numbers; on a terminal only. */
  readonly showPhones: boolean;
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
  /** Photos that were not asked for. Absent: none. */
  readonly recalled?: RecalledPhotos;
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
  { isPaceHeld, recalled, renewsLinks, outcome, about }: ViewInput,
  groups: readonly GroupView[],
): Pick<View, 'isPaceHeld' | 'recalled' | 'renewsWithDates'> {
  const isDated = renewsLinks === true && !outcome && hasDatedRemovals(groups);
  return {
    ...(isPaceHeld && { isPaceHeld }),
    ...(recalled && {
      recalled: { count: recalled.count, since: toMoment(recalled.since, about?.timezone) },
    }),
    ...(isDated && { renewsWithDates: true }),
  };
}

/** What has been applied is no time to begin anew. */
function toStrangers(input: ViewInput): Pick<View, 'strangers'> {
  const { plan, people, hidden = new Map(), accounts, outcome } = input;
  if (!people || outcome) return {};
  const keys = once(() => new Set(Array.from(people, ({ key }) => key)));
  const named = { has: (key: PersonKey) => keys().has(key) };
  const strangers = countStrangers(plan, { people: named, hidden, accounts });
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
