import { applyPlan } from '../apply/apply-plan.ts';
import type { MakeContext } from '../apply/make-groups.ts';
import { makeGroups } from '../apply/make-groups.ts';
import { checkReach, findApproval, isUnexpected } from '../approval/find-approval.ts';
import { endApprovals, keepApprovals } from '../approval/keep-approvals.ts';
import type { Sources } from '../config/sources.ts';
import type { RecordEvent } from '../domain/event.ts';
import type { Change } from '../domain/plan/change.ts';
import type { MakingGroup } from '../domain/plan/creation.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { InterruptedError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadFiles } from '../files/load-files.ts';
import { fileId } from '../files/file-id.ts';
import type { Io } from '../io.ts';
import type { ApplyOptions } from '../options.ts';
import { chooseGroup } from '../output/choose-group.ts';
import { exitCodeForCreate } from '../output/exit-code.ts';
import { isWritten } from '../output/is-written.ts';
import { tellOfWaiting } from '../output/progress.ts';
import { recordRun } from '../output/record-run.ts';
import { checkShowPhones } from '../output/show-phones.ts';
import { show, showUnexpected, viewWork } from '../output/show.ts';
import { tellOutcome } from '../output/tell-outcome.ts';
import type { Approval } from '../planning/approval.ts';
import { isApproved } from '../planning/approval.ts';
import { approveCreations } from '../planning/creating/approve-creations.ts';
import { lookupsPerChange } from '../planning/pace/reservation.ts';
import type { MadeGroups } from '../session/creating/made-groups.ts';
import { findUnfiled, planMade } from '../session/creating/made-groups.ts';
import { toApplyContext, toMaking } from '../session/apply-context.ts';
import type { Hooks } from '../session/hooks.ts';
import type { Work } from '../session/work.ts';
import { openFiles } from '../session/work.ts';
import { loadWords } from '../words/load-words.ts';
import { beginWriting, keepWishes } from './line/begin-writing.ts';

/** What `create` takes. */
export interface CreateOptions extends ApplyOptions {
  /** The files go no further than this run: whoever called it offers the ids that it writes. No flag has it. */
  readonly isOffered?: boolean;
}

/** What was read of the files, what was approved, and what happens beside the work. */
interface Beside {
  readonly sources: Sources;
  readonly approval: Approval;
  readonly io: Io;
  readonly hooks: Hooks;
}

/**
 * Makes the groups whose files have no id yet, as far as somebody approved it, writes their ids into the files, and sets them
 * up; the people join by `apply`. Never makes one twice, wherever it was ended. Returns the exit code.
 */
export async function create(options: CreateOptions, io: Io, hooks: Hooks = {}): Promise<number> {
  checkShowPhones(options, io);
  const sources = await loadFiles(options, io);
  const files = await openFiles(options, io, { sources });
  const { language } = files.organisation.policy;
  const { planned, work } = await beginWriting(files, options, hooks, io);
  try {
    if (io.signal.aborted) throw new InterruptedError();
    const unfiled = findUnfiled(files.organisation, work);
    if (work.plan.toCreate.length + unfiled.length === 0) {
      io.out(`${(await loadWords(language)).creations.nothing}\n`);
      return exitCodes.ok;
    }
    const own = { ...work.plan, groups: [], toCreate: [...unfiled, ...work.plan.toCreate] };
    await showPlan(own, work, options, io);
    if (isUnexpected(options, work.fingerprint)) return await showUnexpected(options, work, io);
    const approved = await findApproval(options, { ...work, plan: own }, io);
    if (!approved) return io.signal.aborted ? exitCodes.interrupted : exitCodes.incomplete;
    checkReach(approved, work, options);
    await keepWishes(files, planned, work.memory);
    await keepApprovals(approved, work, work.memory.record, options.skipPhotos);
    const { approval } = approved;
    const isAllowed = (change: Change | MakingGroup) => isApproved(change, approval, work.toId);
    const plan = approveCreations(own, isAllowed, work.input);
    const made = await carryOut(plan, work, options, { sources, approval, io, hooks });
    return await tell(made, work, options, io);
  } finally {
    await work.close();
  }
}

async function showPlan(plan: Plan, work: Work, options: CreateOptions, io: Io): Promise<void> {
  if (options.json || options.quiet || options.isPlanSeen) return;
  const view = viewWork(work, { plan }, options);
  await show(
    { view: { ...view, isUnderWay: true }, language: work.organisation.policy.language },
    options,
    io,
  );
}

/** The groups are made first, all of them; then those are set up that are there, while nothing has ended the run. */
async function carryOut(
  plan: Plan,
  work: Work,
  options: CreateOptions,
  { sources, approval, io, hooks }: Beside,
): Promise<Made> {
  const due = plan.toCreate.filter(({ obstacle, found }) => !obstacle && !found).length;
  const most = { adds: due, lookups: due * lookupsPerChange };
  if (due > 0) await hooks.beforeWrites?.(most);
  work.line.client.outlastInterruption();
  const stopTelling = await tellOfWaiting(work.organisation.policy, io);
  const record = withPushing(recordRun(work, plan, options, io), hooks);
  const context = toApplyContext(work, { most: undefined, record }, options, io);
  const isPaced = options.pace === true;
  const making: MakeContext = {
    ...context,
    ...toMaking(work, { whole: work.whole, isPaced, now: io.clock.now() }),
    fileId: async (file, group) => {
      if (options.sandbox || options.isDemo) return { kind: 'rehearsed' };
      const filed = await fileId(sources, file, group);
      return filed.kind === 'filed' && options.isOffered ? { kind: 'offered' } : filed;
    },
    choose: (creation) => chooseGroup(creation, work.organisation.policy, io),
  };
  try {
    const outcome = await makeGroups(plan, work.input, work.line.own, making);
    const made = await planMade(outcome.creations, work, approval);
    const set = outcome.stop ? noOutcome : await applyPlan(made.plan, made.input, work.line.own, context);
    return { ...made, outcome: joinOutcomes({ ...outcome, creations: made.creations }, set) };
  } finally {
    stopTelling();
  }
}

/** Before a group is asked for, and once it is known what came of it, the memory is where whoever called this keeps it. */
function withPushing(record: RecordEvent, { beforeCreating }: Hooks): RecordEvent {
  return async (event) => {
    await record(event);
    if (['asked-for', 'created', 'not-made'].includes(event.type)) await beforeCreating?.();
  };
}

const noOutcome: ApplyOutcome = { groups: [], paceSpent: false, interrupted: false };

/** What was made, and what was set in it. */
function joinOutcomes(made: Created, set: ApplyOutcome): Created {
  return {
    ...made,
    ...set,
    creations: made.creations,
    paceSpent: made.paceSpent || set.paceSpent,
    interrupted: made.interrupted || set.interrupted,
    ...(made.stop && { stop: made.stop }),
    ...(made.resumesAt !== undefined && { resumesAt: made.resumesAt }),
  };
}

type Created = Awaited<ReturnType<typeof makeGroups>>;

interface Made extends MadeGroups {
  readonly outcome: Created;
}

/** Shows what became of it; what was approved and is done is remembered as done. */
async function tell(
  { plan, input, toId, outcome }: Made,
  work: Work,
  options: CreateOptions,
  io: Io,
): Promise<number> {
  const after = { ...work, input, toId };
  const told = {
    work: after,
    client: work.line.client,
    plan,
    outcome,
    showPhones: options.showPhones ?? false,
  };
  const isTold = await tellOutcome(told, options, io);
  const isKept = await isWritten(async () => {
    await endApprovals(outcome, toId, work.memory.record);
    for (const { creation, ...fate } of outcome.creations) {
      if (fate.result !== 'made' && fate.result !== 'taken') continue;
      const ids = [work.toId(creation.making)];
      await work.memory.record({ type: 'approval-ended', group: fate.group, ids });
    }
  }, io);
  const { memory } = input.past;
  const code = exitCodeForCreate(plan, outcome, memory);
  return isTold && isKept ? code : exitCodes.failed;
}
