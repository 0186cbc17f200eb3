import type { PersonChange } from '../domain/plan/change.ts';
import type { CreationFate, CreationOutcome, Filed } from '../domain/plan/creation-outcome.ts';
import type { MakingGroup } from '../domain/plan/creation.ts';
import type { MakeAnswer, Maker } from '../domain/gateway.ts';
import type { GroupId } from '../domain/group.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { OwnGroup, OwnGroups } from '../domain/plan/own-groups.ts';
import type { Creation, Plan } from '../domain/plan/plan.ts';
import { isCreationRefused } from '../domain/plan/plan.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { findMade, isSince } from '../planning/creating/find-namesakes.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { toGuard } from '../planning/plan-input.ts';
import { pause } from './deliver.ts';
import { investigate } from './investigate.ts';
import type { ApplyContext, ApplyRun } from './run.ts';
import { isOver, stop, stopWithReader } from './run.ts';
import { findResumption, startRun } from './start-run.ts';

/** What making groups acts through, besides what an apply does. */
export interface MakeContext extends ApplyContext {
  readonly maker: Maker;
  /** The account's own groups that are in no file, as WhatsApp has them now. */
  readonly listOwn: () => Promise<OwnGroups>;
  /** One of these; undefined for any other group, and where that cannot be told. */
  readonly readOwn: (group: GroupId) => Promise<OwnGroup | undefined>;
  /** Writes an id into its file. Never throws. */
  readonly fileId: (file: string, group: GroupId) => Promise<Filed>;
  /** Which of several groups is the one; undefined: nobody says. */
  readonly choose: (creation: Creation) => Promise<GroupId | undefined>;
  /** Groups that the day still allows. */
  readonly creates: number;
}

/** What one run knows of the groups that it makes. */
interface MakeRun extends MakeContext, ApplyRun {
  readonly record: ApplyRun['record'];
  createsLeft: number;
  /** Made in this run: none of them is another file's, whatever it is called. */
  readonly made: Set<GroupId>;
  /** Names of groups that were asked for in this run, and of which nobody knows whether they are there. */
  readonly openNames: Set<string>;
}

/**
 * Makes the groups of an approved plan, one request at a time, each with one person in it: GOWA takes no fewer. Who is in a group
 * after that only a reading tells. Never throws for what a server does.
 *
 * There is never a second group for a file: what is asked for is written down before the request leaves, whatever is no clear
 * refusal leaves it open, and as long as it is open nothing is asked for again but a look at what is there.
 */
export async function makeGroups(
  plan: Plan,
  input: PlanInput,
  own: PhoneNumber,
  context: MakeContext,
): Promise<ApplyOutcome & { readonly creations: readonly CreationOutcome[] }> {
  const fresh = { createsLeft: context.creates, made: new Set<GroupId>(), openNames: new Set<string>() };
  const run: MakeRun = startRun(input, own, { ...context, ...fresh });
  const creations: CreationOutcome[] = [];
  for (const creation of plan.toCreate) creations.push(await makeOne(creation, plan, run));
  const { paceSpent, stop: reason } = run;
  const interrupted = context.signal.aborted;
  const ending = { paceSpent, interrupted, ...(reason && { stop: reason }), ...findResumption(run) };
  return { groups: [], creations, ...ending };
}

async function makeOne(creation: Creation, plan: Plan, run: MakeRun): Promise<CreationOutcome> {
  const { found, making, obstacle } = creation;
  if (found) return { creation, ...(await settle('taken', making, found, run)) };
  if (obstacle === 'several' && !isOver(run)) {
    const chosen = await run.choose(creation);
    if (chosen) return { creation, ...(await settle('taken', making, chosen, run)) };
  }
  if (obstacle) {
    const cause = obstacle === 'not-approved' ? obstacle : 'obstacle';
    return { creation, result: 'skipped', cause };
  }
  if (isCreationRefused(plan, creation)) return { creation, result: 'skipped', cause: 'limit' };
  if (run.openNames.has(making.name))
    return { creation: { ...creation, obstacle: 'same-name-open' }, result: 'skipped', cause: 'obstacle' };
  return { creation, ...(await make(creation, run)) };
}

/** One person after another, until one is on WhatsApp: GOWA refuses the whole request for one who is not (docs/gowa.md#t2). */
async function make(creation: Creation, run: MakeRun): Promise<CreationFate> {
  for (const first of creation.firsts) {
    if (run.registered.get(first.person.phone) === false) continue;
    if (isOver(run)) return whenOver(run);
    if (!mayMake(run)) return { result: 'skipped', cause: 'pace' };
    const at = run.clock.now();
    const answer = await send(creation.making, first, run);
    if (!answer) return whenOver(run);
    if (answer.kind === 'accepted') {
      if (!(await isNew(answer.group, at, run))) return whenLost(creation, otherGroup, run);
      const fate = await settle('made', creation.making, answer.group, run);
      if (!isOver(run)) await pause(run.pacer.pauseAfter([first]), run);
      return fate;
    }
    if (answer.kind !== 'rejected') return whenLost(creation, answer, run);
    if (answer.code !== 'unregistered') return { result: 'failed', text: answer.text };
    const fate = await findOut(first, answer.text, run);
    if (fate) return fate;
  }
  return { result: 'nobody' };
}

/** One group, the one who comes with it, and their look-up. */
function mayMake(run: MakeRun): boolean {
  const { adds, lookups } = run.pacer.left();
  const isPaid = run.createsLeft >= 1 && adds >= 1 && lookups >= 1;
  if (!isPaid) run.paceSpent = true;
  return isPaid;
}

/** One request, written down before it leaves. Undefined: it could not be, so nothing was sent. */
async function send(
  making: MakingGroup,
  { person }: PersonChange,
  run: MakeRun,
): Promise<MakeAnswer | undefined> {
  await run.record({ type: 'asked-for', making, people: [person.key] });
  if (run.stop) return undefined;
  run.pacer.spend({ adds: 1, lookups: 1 });
  run.createsLeft -= 1;
  const answer = await run.maker.make(making.name, [person.phone]);
  // Refused in so many words: there is no group, and nobody in it.
  if (answer.kind === 'rejected') {
    run.pacer.spend({ adds: -1, lookups: 0 });
    run.createsLeft += 1;
    await run.record({ type: 'not-made', making });
  }
  if (answer.kind === 'stop') await stop(run, answer);
  await stopWithReader(run);
  return answer;
}

/** Not on WhatsApp, or WhatsApp limits look-ups: GOWA says the same (docs/gowa.md#t3). Undefined: the next one may do. */
async function findOut(first: PersonChange, text: string, run: MakeRun): Promise<CreationFate | undefined> {
  await investigate([first], run);
  const isThere = run.registered.get(first.person.phone);
  if (isThere === false) return undefined;
  if (isOver(run)) return whenOver(run);
  return isThere ? { result: 'failed', text } : { result: 'skipped', cause: 'pace' };
}

const otherGroup = {
  kind: 'unknown',
  text: 'The answer names a group that is not known to be a new one',
} as const;

/**
 * True where the group that an answer names came about by that request, as a reading tells: an id that is taken for the new
 * group's gets the file's people. It is the account's own, in no file, and was not there before.
 */
async function isNew(group: GroupId, at: number, run: MakeRun): Promise<boolean> {
  const before = run.input.own;
  if (run.made.has(group) || before?.groups.some(({ live }) => live.id === group)) return false;
  const own = await run.readOwn(group);
  return own !== undefined && (before?.list === 'whole' || isSince(own, at));
}

/** Nobody said whether it was made: a look at what is there tells, now or in a later run. */
async function whenLost(
  { making, group }: Creation,
  answer: Exclude<MakeAnswer, { readonly kind: 'accepted' | 'rejected' }>,
  run: MakeRun,
): Promise<CreationFate> {
  run.openNames.add(making.name);
  if (answer.kind === 'stop') return whenOver(run);
  const at = run.clock.now();
  const own = await run.listOwn();
  await stopWithReader(run);
  const groups = own.groups.filter(({ live }) => !run.made.has(live.id));
  const asked = { at, isNamed: (name: string) => name === making.name, isOther: () => false };
  const found = findMade({ groups }, asked, group.desired, toGuard(run.input).accounts);
  if (found.kind !== 'one') return { result: 'unknown', text: answer.text };
  run.openNames.delete(making.name);
  return settle('made', making, found.group, run);
}

/** It is there: that is remembered first, so that its id is not lost whatever becomes of the file. */
async function settle(
  result: 'made' | 'taken',
  making: MakingGroup,
  group: GroupId,
  run: MakeRun,
): Promise<CreationFate> {
  run.made.add(group);
  await run.record({ type: 'created', making, group });
  return { result, group, filed: await run.fileId(making.file, group), joined: [] };
}

function whenOver({ signal }: MakeRun): CreationFate {
  return { result: 'skipped', cause: signal.aborted ? 'interrupted' : 'stopped' };
}
