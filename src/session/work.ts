import type { Account, Organisation, Pace } from '../domain/organisation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Io } from '../io.ts';
import type { ApprovalKey, ToId } from '../planning/approval.ts';
import { createIds, findDueIds, toFingerprint } from '../planning/approval.ts';
import type { MapLeave } from '../domain/gateway.ts';
import { findBudget, mappedPerDay, toMostLookups } from '../planning/pace/pace-budget.ts';
import { costOfLid } from '../domain/whatsapp-facts.ts';
import { lookupsPerRun } from '../domain/defaults.ts';
import { toKeptPace } from '../planning/pace/kept-pace.ts';
import type { PlanInput } from '../planning/plan-groups.ts';
import { isKnown, planGroups } from '../planning/plan-groups.ts';
import { readLive } from '../reading/read-live.ts';
import type { Prefetch } from './prefetch.ts';
import type { Line } from './connect.ts';
import { connect } from './connect.ts';
import type { Hooks } from './hooks.ts';
import { narrowTo, openWithPhotos, pickAccount } from '../files/open-organisation.ts';
import type { PlanningOptions } from '../options.ts';
import { createMapLeave } from '../reading/map-leave.ts';
import { createPhotoReader } from './live-photos.ts';
import { loadSecret } from './secret.ts';
import type { Memory, MemoryInput } from './memory.ts';
import { findStateFolder } from './memory.ts';

/** The files, and for whom. */
export interface Files {
  /** With the groups alone that `--target` names. */
  readonly organisation: Organisation;
  /** With all of them. */
  readonly whole: Organisation;
  readonly account: Account;
}

/** What `plan` ends with and `apply` begins with. */
export interface Work extends Files {
  readonly line: Line;
  readonly memory: Memory;
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly key: ApprovalKey;
  readonly toId: ToId;
  readonly fingerprint: string;
  /** People who may still be looked up in this run for hiding their number. */
  readonly lookupsLeft: number;
  /** The files allow a faster pace than the organisation has here: earlier runs of the day kept this one. */
  readonly isPaceHeld: boolean;
  /** The other end is a sandbox: nobody's groups. */
  readonly isSandbox: boolean;
  /** False: the key of this process is gone with it, and its ids and fingerprint mean nothing to another one. */
  readonly isKeyLasting: boolean;
  close(): Promise<void>;
}

export interface WorkMode {
  /** Change ids are written to a file, or compared with those in one. */
  readonly idsLeave: boolean;
  /** Only read, or locked for this run. */
  openMemory(input: MemoryInput): Promise<Memory>;
  /** Awaited before the first look-up of the reading. */
  readonly beforeLookups?: Hooks['beforeLookups'];
  /** Counts where it is slower than the files' pace. */
  readonly slower?: Pace | undefined;
  /** Hears how the reading goes on. */
  readonly progress: ReadingProgress;
  /** The line, where it is on its way already. */
  readonly line?: Promise<Line> | undefined;
}

/** What is told of a reading while it goes on. */
interface ReadingProgress {
  /** So many groups are about to be read. */
  start(groups: number): void;
  /** One more person was looked up. */
  lookedUp(): void;
  end(): void;
}

/** Reads the files, narrowed to `--target`. Throws `MistakesError`, `UsageError`. */
export async function openFiles(options: PlanningOptions, io: Io, prefetch?: Prefetch): Promise<Files> {
  const whole = await openWithPhotos(options, io, prefetch?.texts);
  const organisation = narrowTo(whole, options.target);
  return { organisation, whole, account: pickAccount(organisation, options.account) };
}

/** The server, then the memory, then the plan; whoever calls it closes it. */
export async function openWork(
  files: Files,
  options: PlanningOptions,
  mode: WorkMode,
  io: Io,
): Promise<Work> {
  const { organisation, account } = files;
  const opened = await (mode.line ?? connect(options, organisation, account, io));
  const open: { close(): Promise<void> }[] = [opened];
  const close = async () => {
    for (const each of open.toReversed()) await each.close();
  };
  try {
    const isSandbox = opened.client.isSandbox();
    const isKept = mode.idsLeave || findStateFolder(options, organisation, isSandbox) !== undefined;
    const { secret, isLasting } = loadSecret(options, organisation, { isSandbox, isKept }, io);
    const memory = await mode.openMemory({ organisation: files.whole, account, isSandbox, secret });
    open.push(memory);
    const key = { secret, account: account.phone };
    const started = { line: opened, memory, key, isSandbox, isKeyLasting: isLasting, close };
    return await planWork(files, started, mode, io);
  } catch (error) {
    await close();
    throw error;
  }
}

/** What is open before anything of a group is read. */
type Started = Pick<Work, 'line' | 'memory' | 'key' | 'isSandbox' | 'isKeyLasting' | 'close'>;

/** Reads at the pace that counts, and plans. */
async function planWork(files: Files, started: Started, mode: WorkMode, io: Io): Promise<Work> {
  const { line: opened, memory, key } = started;
  const { organisation } = files;
  const { pace, isHeld } = toKeptPace(organisation.policy.pace, memory.past, mode.slower);
  opened.reader.keepPause(pace.reads);
  const paced = { ...files, organisation: withPace(organisation, pace) };
  const watched = watchLookups(memory, mode);
  const line = withLeave(opened, createMapLeave(memory.past, watched.record, io.clock));
  const { input, asked } = await readInput(paced, line, { ...watched, progress: mode.progress }, io);
  watched.end();
  const ended = line.reader.ended();
  if (ended) await memory.record({ type: 'stopped', stop: ended });
  const plan = planGroups(input);
  const toId = createIds(key);
  const fingerprint = toFingerprint(findDueIds(plan, toId));
  const lookupsLeft = lookupsPerRun - asked;
  return { ...started, ...paced, isPaceHeld: isHeld, line, input, plan, toId, fingerprint, lookupsLeft };
}

function withPace(organisation: Organisation, pace: Pace): Organisation {
  return { ...organisation, policy: { ...organisation.policy, pace } };
}

/** All that is read over it asks for GOWA's map with this leave alone. */
function withLeave(line: Line, leave: MapLeave): Line {
  return { ...line, reader: { ...line.reader, readGroups: (ids) => line.reader.readGroups(ids, leave) } };
}

/** The memory, which lets whoever wants to know of look-ups know before it is told of the first, until `end`. */
function watchLookups(memory: Memory, { beforeLookups }: WorkMode): Memory & { end(): void } {
  let isOver = beforeLookups === undefined;
  return {
    ...memory,
    async record(event) {
      if (!isOver && (event.type === 'looked-up' || event.type === 'map-read')) {
        isOver = true;
        await beforeLookups?.({ lookups: toMostLookups(lookupsPerRun), mapped: mappedPerDay });
      }
      await memory.record(event);
    },
    end: () => void (isOver = true),
  };
}

/** Who must be looked up is, as far as the pace allows it today; each look-up is remembered before it is made. */
async function readInput(
  { organisation, account }: Files,
  line: Line,
  { past, record, progress }: Memory & Pick<WorkMode, 'progress'>,
  { clock }: Io,
): Promise<{ readonly input: PlanInput; readonly asked: number }> {
  const now = clock.now();
  const start = { organisation, account: account.name, past, now, readings: new Map(), lids: past.lids };
  const own = organisation.groups.filter((group) => group.account === account.name).filter(isKnown);
  const left = findBudget(past, organisation.policy.pace, now).lookups / costOfLid;
  const isHeld = past.notBefore !== undefined && past.notBefore > now;
  const lookups = [...past.lookups];
  progress.start(own.length);
  let asked = 0;
  const live = await readLive(line.reader, own, start, {
    readPhoto: createPhotoReader(line, past, record),
    people: lookupsPerRun,
    asks: isHeld ? 0 : left,
    onAsk: async (person, isFirst) => {
      if (isFirst) asked += 1;
      lookups.push({ at: clock.now(), count: costOfLid });
      await record({ type: 'looked-up', person, lookups: costOfLid });
    },
    onAnswer: async (person, lid) => {
      progress.lookedUp();
      await record({ type: 'looked-up', person, lookups: 0, lid });
    },
  });
  progress.end();
  return { input: { ...start, ...live, past: { ...past, lookups } }, asked };
}
