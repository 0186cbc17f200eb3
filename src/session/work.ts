import type { Account, Organisation, Pace } from '../domain/organisation.ts';
import type { Loosened } from '../domain/loosened.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import { findKnown } from '../domain/people/everybody.ts';
import type { Change } from '../domain/plan/change.ts';
import { hasStrangers } from '../domain/plan/people-of-plan.ts';
import type { RecalledPhotos } from '../domain/picture.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { lookupsPerRun } from '../domain/defaults.ts';
import { narrowTo, openWithPhotos, pickAccount } from '../files/open-organisation.ts';
import { loadSkeleton } from '../safe/alike.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import { readContacts } from '../gowa/contacts.ts';
import type { Io } from '../io.ts';
import type { PlanningOptions } from '../options.ts';
import type { ApprovalKey, ToId } from '../planning/approval.ts';
import { createIds, findDueIds, toFingerprint } from '../planning/approval.ts';
import { toKeptPace } from '../planning/pace/kept-pace.ts';
import { findFormer, withCreated } from '../planning/creating/with-created.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { judgeInvited } from '../planning/limits/judge-invited.ts';
import { toGuard } from '../planning/plan-input.ts';
import { planGroups } from '../planning/plan-groups.ts';
import { closingOnFailure } from './closing-on-failure.ts';
import type { Line } from './connect.ts';
import { connect } from './connect.ts';
import type { Memory, MemoryInput } from './memory.ts';
import { findStateFolder } from './memory.ts';
import type { Prefetch } from './prefetch.ts';
import type { Watch } from './read-input.ts';
import { readInput } from './read-input.ts';
import { loadSecret } from './secret.ts';

/** The files, and for whom. */
export interface Files {
  /** With the groups alone that `--target` names. */
  readonly organisation: Organisation;
  /** With all of them. */
  readonly whole: Organisation;
  readonly account: Account;
  /** Rules that are looser than in the commit that they are compared with, which has the say here. Absent: not compared. */
  readonly loosened?: readonly Loosened[];
}

/** What is open before anything of a group is read. */
interface Opened {
  readonly line: Line;
  readonly memory: Memory;
  readonly key: ApprovalKey;
  /** The other end is a sandbox: nobody's groups. */
  readonly isSandbox: boolean;
  /** False: the key of this process is gone with it, and its ids and fingerprint mean nothing to another one. */
  readonly isKeyLasting: boolean;
  /** All photos are asked for (`--ask-photos`). */
  readonly asksPhotos: boolean;
  close(): Promise<void>;
}

/** What comes of reading the groups, and of planning. */
interface Found {
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly toId: ToId;
  readonly fingerprint: string;
  /** People who may still be looked up in this run for hiding their number. */
  readonly lookupsLeft: number;
  /** The files allow a faster pace than the organisation has here: earlier runs of the day kept this one. */
  readonly isPaceHeld: boolean;
  /** Photos that this run has not asked for. Absent: it has asked for all. */
  readonly recalled?: RecalledPhotos;
  /** Which letters look alike. */
  readonly toSkeleton: ToSkeleton;
  /** What the account's contacts call people; absent where the plan is about nobody whom the files do not name. */
  readonly contacts?: Contacts;
}

/**
 * What `plan` ends with and `apply` begins with: the files, what is open, what was found. For the command itself; whoever
 * does a part of it names what that part takes.
 */
export interface Work extends Files, Opened, Found {}

/** How a command opens its work. */
export interface WorkMode extends Watch {
  /** Change ids are written to a file, or compared with those in one. */
  readonly idsLeave: boolean;
  /** Only read, or locked for this run. */
  openMemory(input: MemoryInput): Promise<Memory>;
  /** Counts where it is slower than the files' pace. */
  readonly slower?: Pace | undefined;
  /** The line, where it is on its way already. */
  readonly line?: Promise<Line> | undefined;
}

/** The files, narrowed to `--target`; `read`: their texts, where they have been read. Throws `MistakesError`, `UsageError`. */
export async function openFiles(
  options: PlanningOptions,
  io: Io,
  read?: Pick<Prefetch, 'sources'>,
): Promise<Files> {
  const whole = await openWithPhotos(options, io, read?.sources);
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
  // A rehearsal's world is that of all files, whatever is looked at of it.
  const all = { ...organisation, groups: files.whole.groups };
  const opened = await (mode.line ?? connect(options, all, account, io));
  const open: { close(): Promise<void> }[] = [opened];
  const close = async () => {
    for (const each of open.toReversed()) await each.close();
  };
  return closingOnFailure(close, async () => {
    const isSandbox = opened.client.isSandbox();
    const isKept = mode.idsLeave || findStateFolder(options, organisation, isSandbox) !== undefined;
    const { secret, isLasting } = loadSecret(options, organisation, { isSandbox, isKept }, io);
    const memory = await mode.openMemory({ organisation: files.whole, account, isSandbox, secret });
    open.push(memory);
    const key = { secret, account: account.phone };
    const asksPhotos = options.askPhotos ?? false;
    const ways = { line: opened, memory, key, isSandbox, isKeyLasting: isLasting, asksPhotos, close };
    return planWork(withMade(files, memory), ways, mode, io);
  });
}

/** The files with the ids of those groups that `create` has made and nobody has merged yet. */
function withMade(files: Files, { past }: Memory): Files {
  const { groups } = files.whole;
  const [organisation, whole] = [files.organisation, files.whole].map((each) =>
    withCreated(each, past, groups),
  ) as [Organisation, Organisation];
  return { ...files, organisation, whole };
}

/** Reads at the pace that counts, and plans. */
async function planWork(files: Files, opened: Opened, mode: WorkMode, io: Io): Promise<Work> {
  const { memory, key } = opened;
  const { organisation } = files;
  const { pace, isHeld } = toKeptPace(organisation.policy.pace, memory.past, mode.slower);
  opened.line.reader.keepPause(pace.reads);
  const paced = { ...files, organisation: withPace(organisation, pace) };
  const { line, input, asked, recalled } = await readInput(paced, opened, mode, io);
  const ended = line.reader.ended();
  if (ended) await memory.record({ type: 'stopped', stop: ended });
  const toId = createIds(key, findFormer(files.whole.groups, memory.past));
  const isApproved = (change: Change) => input.past.pending.has(toId(change));
  const plan = judgeInvited(planGroups(input), isApproved, toGuard(input));
  const fingerprint = toFingerprint(findDueIds(plan, toId));
  const lookupsLeft = lookupsPerRun - asked;
  const toSkeleton = await loadSkeleton(findNames(files.whole));
  const contacts = await readNames(line, plan, files.whole);
  const photos = recalled && { recalled };
  const found = { input, plan, toId, fingerprint, lookupsLeft, toSkeleton, ...photos, ...contacts };
  return { ...opened, ...paced, ...found, isPaceHeld: isHeld, line };
}

/** What strangers in a plan are called by the account's contacts: one request to GOWA, and none to WhatsApp. */
async function readNames(
  { client, reader }: Line,
  plan: Plan,
  { people }: Organisation,
): Promise<Pick<Found, 'contacts'>> {
  if (reader.ended() || !hasStrangers(plan, people)) return {};
  return { contacts: await readContacts(client) };
}

/** All that people and groups are called. */
function* findNames({ people, groups }: Organisation): Iterable<string> {
  for (const { name, handle } of findKnown(people).values()) {
    if (name !== undefined) yield name;
    if (handle !== undefined) yield handle;
  }
  for (const { settings } of groups) yield settings.name ?? '';
}

function withPace(organisation: Organisation, pace: Pace): Organisation {
  return { ...organisation, policy: { ...organisation.policy, pace } };
}
