import type { Contacts } from '../domain/people/contacts.ts';
import { findSealed } from '../domain/people/everybody.ts';
import type { Person } from '../domain/people/person.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Language, Organisation } from '../domain/organisation.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { RecalledPhotos } from '../domain/picture.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { toDay } from '../domain/day.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { ApprovalKey, ToId } from '../planning/approval.ts';
import { sealApproval, toKeyId, toPlanName, toSealedId } from '../planning/approval.ts';
import { forecastPlan } from '../planning/pace/how-long.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { toGuard } from '../planning/plan-input.ts';
import { renderJson } from '../render/json/plan-document.ts';
import { summarise } from '../render/summary.ts';
import { renderText } from '../render/terminal/plan-text.ts';
import { toView } from '../view/to-view.ts';
import type { NewGroupView } from '../view/creation/new-group-view.ts';
import { isToBeMade } from '../view/creation/new-group-view.ts';
import type { ChangeView } from '../view/change-view.ts';
import type { ScheduledView, ToInviteView } from '../view/group-view.ts';
import type { SinceView } from '../view/since-view.ts';
import type { View } from '../view/view.ts';
import { loadWords } from '../words/load-words.ts';
import { toolVersion } from '../version.ts';
import type { ApplyOptions, PlanningOptions } from '../options.ts';
import { toFlags } from './flags.ts';

/** What was found out, by what and with which key. */
export interface Viewed {
  readonly organisation: Organisation;
  readonly input: PlanInput;
  readonly key: ApprovalKey;
  readonly toId: ToId;
  readonly fingerprint: string;
  readonly isKeyLasting: boolean;
  readonly isSandbox: boolean;
  /** The files allow a faster pace, which does not count yet. */
  readonly isPaceHeld: boolean;
  /** Photos that were not asked for. Absent: none. */
  readonly recalled?: RecalledPhotos;
  /** Which letters look alike; absent: ASCII's alone. */
  readonly toSkeleton?: ToSkeleton;
  /** What the account's contacts call people; absent where the plan is about nobody whom the files do not name. */
  readonly contacts?: Contacts;
}

/** What is to be told of it. */
export interface Story {
  readonly plan: Plan;
  /** Full numbers; on a terminal only. */
  readonly showPhones?: boolean;
  /** Absent: the plan only. */
  readonly outcome?: ApplyOutcome;
  readonly since?: SinceBase | undefined;
}

/** A plan, or with an outcome what became of it, ready for every renderer. */
export function viewWork(work: Viewed, story: Story, options: PlanningOptions): View {
  const { toId, fingerprint, key, input, organisation, isSandbox, isKeyLasting, isPaceHeld } = work;
  const { plan, showPhones = false, outcome, since } = story;
  const view = toView({
    plan,
    toId,
    isPending: (id) => input.past.pending.has(id),
    fingerprint,
    keyId: toKeyId(key.secret),
    accounts: toGuard(input).accounts,
    flags: toFlags(options),
    isKeyLasting,
    showPhones,
    ...toPeople(organisation, since),
    hidden: organisation.hidden,
    ...(work.toSkeleton && { toSkeleton: work.toSkeleton }),
    ...(work.contacts && { contacts: work.contacts }),
    sandbox: isSandbox,
    memory: input.past.memory,
    ...(input.past.unusable !== undefined && { memoryFault: input.past.unusable }),
    ...(input.past.startedAt !== undefined && { memoryStartedAt: input.past.startedAt }),
    ...(input.past.isUnbegun && { isMemoryUnbegun: true as const }),
    forecast: forecastPlan(plan, organisation.policy.pace),
    pace: organisation.policy.pace,
    isPaceHeld,
    ...(work.recalled && { recalled: work.recalled }),
    renewsLinks: organisation.policy.link.renew !== 'never',
    about: { now: input.now, timezone: organisation.policy.timezone, occasion: options.occasion },
    isOneOfSeveral: organisation.policy.accounts.size > 1,
    ...(outcome && { outcome }),
    ...(since && { since }),
  });
  const approved = findApprovable(view);
  return {
    ...view,
    ...(options.isDemo && { isDemo: true }),
    planName: toPlanName(approved.map(({ id }) => id)),
    approves: sealApproval(approved.map(toSealedId), { pace: view.pace, madeOn: toDay(input.now) }, key),
  };
}

/** Everybody whom the files name, or those of the other commit named: gone through where somebody has to be told apart. */
function toPeople({ people }: Organisation, { before = [] }: Partial<SinceBase> = {}) {
  const isSecret = findSealed(people).length > 0 || before.some(({ isSealed }) => isSealed);
  const all: Iterable<Person> = {
    *[Symbol.iterator]() {
      yield* people.values();
      yield* before;
    },
  };
  return { people: all, isSecret };
}

/** What a plan file of this view approves. */
function findApprovable({
  groups,
  toCreate,
}: View): (ChangeView | ScheduledView | ToInviteView | NewGroupView)[] {
  const all = groups.flatMap(({ changes, toInvite, scheduled }) => [...changes, ...toInvite, ...scheduled]);
  return [...toCreate.filter(isToBeMade), ...all.filter(({ refused }) => !refused)];
}

/** A view for whoever sits there. */
interface Shown {
  readonly view: View;
  /** That of the policy. */
  readonly language: Language;
  /** The command that goes on where a run ended, or that carries out the plan file that was written. */
  readonly again?: string | undefined;
}

/**
 * Prints a view as text in the policy's language, or as JSON where that was asked for. Quietly it is one line where there is
 * nothing that somebody has to look at.
 */
export async function show(
  { view, language, again }: Shown,
  { json, quiet }: PlanningOptions,
  io: Io,
): Promise<void> {
  if (json) return io.out(toJson(view, io, again));
  const words = await loadWords(language);
  if (quiet && isCalm(view)) return io.out(`${summarise(view, words)}\n`);
  const text = renderText(view, words, { ...toStyle(io), ...(again !== undefined && { again }) });
  if (view.phones === 'shown') io.outWithPhones(text);
  else io.out(text);
}

/** Nothing is refused, unreadable, or other than it should be, and a pull request brings nothing but changes. */
function isCalm({ totals, run, since }: View): boolean {
  if (totals.refused + totals.unreadable > 0 || (since && hasAlerts(since))) return false;
  if (!run) return true;
  const { verified: _, ...others } = run.results;
  const rest = Object.values(others).reduce((sum, number) => sum + number, 0);
  return rest + run.waiting.length + run.notApproved === 0 && !run.stop && !run.interrupted;
}

/** Other rules, other people behind known names, groups that come and go: what is told above the groups. */
function hasAlerts({ newPeople, ...others }: SinceView): boolean {
  const lists = [...Object.values(newPeople), ...Object.values(others)];
  return lists.some((list) => Array.isArray(list) && list.length > 0);
}

type UnexpectedOptions = PlanningOptions & Pick<ApplyOptions, 'expect' | 'isPlanSeen'>;

/**
 * Says that the plan is not the one that `--expect` names: the plan itself has been shown, or is the document, which no
 * later run takes for a plan file. Returns the exit code.
 */
export async function showUnexpected(
  options: UnexpectedOptions,
  work: Viewed & { readonly plan: Plan },
  io: Io,
): Promise<ExitCode> {
  const { json, expect = '' } = options;
  const view = viewWork(work, { plan: work.plan }, options);
  if (json) io.out(toJson({ ...view, expected: expect }, io));
  else if (options.quiet || options.isPlanSeen)
    await show({ view, language: work.organisation.policy.language }, { ...options, quiet: false }, io);
  io.err(
    `Error: The plan is not the one that was expected: its fingerprint is ${work.fingerprint}. Nothing was written. Look at the plan, and approve it anew.\n`,
  );
  return exitCodes.refused;
}

/** Writes the JSON document to a file. Throws a `StorageError` where that cannot be done. */
export function writeDocument(view: View, path: string, io: Io): void {
  writeAtomically(path, toJson(view, io));
}

/** The JSON document of a view. */
export function toJson(view: View, io: Io, again?: string): string {
  const generatedAt = new Date(io.clock.now()).toISOString();
  return renderJson(view, { toolVersion, generatedAt, ...(again !== undefined && { again }) });
}
