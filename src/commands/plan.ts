import { loadWords } from '../words/load-words.ts';
import { usualPace } from '../domain/defaults.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import type { Origin } from '../domain/origin.ts';
import type { Language } from '../domain/organisation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { InterruptedError } from '../errors.ts';
import { UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { askWhom, refuseNumber } from '../files/whom/ask-whom.ts';
import { findPerson } from '../files/whom/find-person.ts';
import { loadFiles } from '../files/load-files.ts';
import { narrowToPerson } from '../planning/narrow-to-person.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { View } from '../view/view.ts';
import type { Story } from '../output/show.ts';
import { exitCodeForPlan } from '../output/exit-code.ts';
import type { Io } from '../io.ts';
import { showReading } from '../output/progress.ts';
import { prefetchGroups } from '../session/prefetch.ts';
import { compareWithBase, withStricterPolicy } from '../session/compare-with-base.ts';
import type { Hooks } from '../session/hooks.ts';
import type { Base } from '../files/open-base.ts';
import { openBase } from '../files/open-base.ts';
import type { PlanningOptions } from '../options.ts';
import { checkShowPhones } from '../output/show-phones.ts';
import { show, viewWork, writeDocument } from '../output/show.ts';
import { toApplyOf } from '../output/again.ts';
import { openToPlan } from '../session/memory.ts';
import { closingOnFailure } from '../session/closing-on-failure.ts';
import type { Line } from '../session/connect.ts';
import type { Work, WorkMode } from '../session/work.ts';
import { openFiles, openWork } from '../session/work.ts';
import { writeReports } from '../output/write-reports.ts';

export interface PlanOptions extends PlanningOptions {
  /** Where to write the plan file. */
  readonly out?: string;
  readonly detailedExitcode?: boolean;
  /** A commit whose files this plan is compared with: whose change is whose. */
  readonly base?: string;
  /**
   * A handle, `-` for standard input, or true to be asked: only what the plan does to this person is shown, and nothing can be approved
   * by it.
   */
  readonly person?: string | true;
}

/** Shows what an apply would do; nothing within its reach can write to WhatsApp. Returns the exit code. */
export async function plan(options: PlanOptions, io: Io, hooks: Hooks = {}): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  checkPerson(options);
  const { base, work } = await openPlanning(options, hooks, io);
  try {
    if (io.signal.aborted) throw new InterruptedError();
    const compared = base && (await compareWithBase(base, work, options));
    const found = compared?.plan ?? work.plan;
    const story = { plan: found, since: compared?.since };
    const { language } = work.organisation.policy;
    if (options.person !== undefined) {
      const person = await askPerson(options.person, language, io);
      const only = viewPerson(person, { work, story, showPhones }, options);
      await show({ view: only, language }, options, io);
      return exitCodeForPlan(found, options.detailedExitcode ?? false, false);
    }
    const kept = viewWork(work, story, options);
    if (options.out !== undefined) writeDocument(kept, options.out, io);
    await writeReports(kept, options, language);
    const again = toApplyOf(options.out, options);
    const view = showPhones ? viewWork(work, { ...story, showPhones }, options) : kept;
    await show({ view, language, again }, options, io);
    if (io.signal.aborted) return exitCodes.interrupted;
    const isOwnDateRefused = hasRefusedDates(found, compared?.since.origins);
    return exitCodeForPlan(found, options.detailedExitcode ?? false, isOwnDateRefused);
  } finally {
    await work.close();
  }
}

/**
 * What is shown of one person approves nothing: a plan file or a document of it would approve what is left out, or seem
 * to be all that merging does. Throws `UsageError`.
 */
function checkPerson({ person, out, json, markdown, html }: PlanOptions): void {
  if (person === undefined) return;
  if (typeof person === 'string' && person !== '-') refuseNumber(person, wherePerson);
  if ([out, markdown, html].every((file) => file === undefined) && !json) return;
  throw new UsageError(
    '--person shows a part of a plan, and a part approves nothing: leave out --out, --json, --markdown and --html, or --person.',
  );
}

/** Whose part of the plan is shown: asked for on a terminal, or read from standard input. */
async function askPerson(person: string | true, language: Language, io: Io): Promise<string> {
  const { question } = (await loadWords(language)).person.who;
  const given = person === true ? undefined : person;
  return askWhom(given, { command: wherePerson, question: `${question} ` }, io);
}
const wherePerson = 'plan --person';

interface Looked {
  readonly work: Work;
  readonly story: Story;
  readonly showPhones: boolean;
}

/** The view of what the plan does to one person. */
function viewPerson(text: string, { work, story, showPhones }: Looked, options: PlanOptions): View {
  const live = story.plan.groups.flatMap(({ reading }) =>
    reading.kind === 'read' ? [...reading.group.people.values()] : [],
  );
  const { key } = findPerson(text, work.organisation, [...(story.since?.before ?? []), ...live]);
  const plan = narrowToPerson(story.plan, key);
  const since = story.since && { ...story.since, ...nothingElse };
  return { ...viewWork(work, { plan, since, showPhones }, options), isPart: true };
}

/** What a pull request does besides its changes is told with the whole plan. */
const nothingElse = {
  numbers: [],
  newPeople: { arrived: [], renamed: [], alike: [] },
  unread: [],
  stopped: [],
  arrived: [],
  relaxed: [],
  loosened: [],
} satisfies Partial<SinceBase>;

/**
 * True where a limit objects to what a date would bring: of this pull request, where it is known whose it is. A date
 * that was merged although a limit objects to it is no fault of every pull request after that.
 */
function hasRefusedDates({ groups }: Plan, origins?: ReadonlyMap<string, Origin>): boolean {
  return groups.some(({ scheduled }) =>
    scheduled.some(({ refusal, change }) => {
      const isOwn = origins === undefined || origins.get(toIdentity(change)) === 'pull-request';
      return refusal !== undefined && isOwn;
    }),
  );
}

/** The files, what they are compared with, and the groups, which are on their way while the files are parsed. */
async function openPlanning(
  options: PlanOptions,
  hooks: Hooks,
  io: Io,
): Promise<{ base: Base | undefined; work: Work }> {
  const base = options.base === undefined ? undefined : await openBase(options.base, options, io);
  const sources = await loadFiles(options, io);
  const slower = base && (base.organisation?.policy.pace ?? usualPace);
  const prefetch = await prefetchGroups(options, sources, io, slower);
  return closingOnFailure(prefetch.abandon, async () => {
    const files = await openFiles(options, io, prefetch);
    const judged = base ? withStricterPolicy(files, base) : files;
    const { language } = judged.organisation.policy;
    const mode = await toMode(options, { ...hooks, line: prefetch.line, language }, io);
    return { base, work: await openWork(judged, options, mode, io) };
  });
}

interface Reading extends Pick<Hooks, 'beforeLookups'> {
  readonly line: Promise<Line> | undefined;
  readonly language: Language;
}

async function toMode(
  options: PlanOptions,
  { beforeLookups, line, language }: Reading,
  io: Io,
): Promise<WorkMode> {
  return {
    beforeLookups,
    line,
    progress: await showReading(language, options, io),
    idsLeave: options.out !== undefined || options.json === true,
    openMemory: (input) => openToPlan(options, input, io),
  };
}
