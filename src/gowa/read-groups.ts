import type { Clock, MapLeave, Random } from '../domain/gateway.ts';
import type { GroupId, LiveGroup, Reading } from '../domain/group.ts';
import { isGroupId } from '../domain/group.ts';
import type { PauseRange } from '../domain/organisation.ts';
import type { Lid, PhoneNumber } from '../domain/people/person.ts';
import { isPhoneNumber } from '../domain/people/person.ts';
import { PackedPeople } from '../domain/people/packed-people.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { Client } from './client.ts';
import { attempt, GowaError, toMisfit } from './answers/gowa-error.ts';
import type { GowaErrorCode } from './answers/classify.ts';
import { toLid, toPhone } from './answers/jid.ts';
import { bearableSilences } from './line/silence.ts';
import type { LidNumbers } from './to-live-group.ts';
import {
  findProof,
  isLidInDisguise,
  isShell,
  isUndated,
  listsAccount,
  toLiveGroup,
} from './to-live-group.ts';
import type { WireGroup } from './answers/wire.ts';
import { groupParticipants, listedGroup } from './answers/wire.ts';
import type { GroupList } from './answers/group-answers.ts';
import { groupAnswer, listAnswer, parseGroup } from './answers/group-answers.ts';

/** Who reads, and how fast. */
export interface ReaderOptions {
  /** The account's own number: it tells a limit from a bad number, and which member is the account itself. */
  readonly account: PhoneNumber;
  readonly clock: Clock;
  readonly random: Random;
  /** Between reads of single groups. */
  readonly reads: PauseRange;
  /** Aborted when somebody wants the run to end: of several groups the rest is not read. */
  readonly signal?: AbortSignal;
}

/** What reading groups needs. */
export interface ReadingContext extends ReaderOptions {
  readonly client: Client;
  /** The account's LIDs, learned from whichever group shows its number. Grows. */
  readonly ownLids: Set<Lid>;
  /** What GOWA's own map told of LIDs, or that it tells nothing: each is asked about once. Grows. */
  readonly numbers: Map<Lid, PhoneNumber | undefined>;
  /** Set by the error after which nothing more is asked, in this call and in later ones. */
  readonly ending: { error?: GowaError };
  /** Of whom GOWA's map may be asked; absent: whenever it may help. */
  readonly leave?: MapLeave | undefined;
  /** Told when one more group has been read. */
  readonly onRead?: (() => void) | undefined;
  /** What is kept of a group until all of them are read; absent: all. */
  readonly keep?: ((group: LiveGroup) => LiveGroup) | undefined;
  /**
   * The list of all groups, where it is on its way already. Taken, not held: it may be 200 MB, and is needed no more once
   * what is of use of it was looked at, while a thousand others are read one by one.
   */
  readonly takeList?: (() => Promise<GroupList> | undefined) | undefined;
}

/** One query to WhatsApp for all groups (docs/architecture.md#reading). Rejects with a `GowaError`. */
export function askForList(client: Pick<Client, 'get'>): Promise<GroupList> {
  return client.get('/user/my/groups', {}, listAnswer);
}

/** The ids in a list, once each, in its order. */
export function findListed({ data }: GroupList): readonly GroupId[] {
  const ids = (data ?? []).flatMap((entry) => {
    const id = listedGroup.safeParse(entry).data?.JID ?? '';
    return isGroupId(id) ? id : [];
  });
  return [...new Set(ids)];
}

/** How one call of `readGroups` goes. */
interface Run extends ReadingContext {
  /** True once a request has been made, so that the next one waits. */
  asked: boolean;
  /** Set by the timeouts after which nothing more is asked in this call. */
  end?: GowaError;
  timeoutsInARow: number;
  /** True once a group read by itself came without a number of people as well: to ask for others brings none. */
  countless: boolean;
}

/**
 * After these the rest would fail as well, or the account had better be quiet (docs/architecture.md#reading,
 * docs/gowa.md#t15).
 */
const endings: ReadonlySet<GowaErrorCode> = new Set([
  'rate-limited',
  'session-lost',
  'unauthorized',
  'device',
  'unreachable',
]);

/** True where everything after it would fail as well, or had better not be asked. */
export function isEnding({ code }: GowaError): boolean {
  return endings.has(code);
}

/** A reading for every id, in their order: from the one list where that proves itself, else group by group. */
export async function readGroups(
  context: ReadingContext,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, Reading>> {
  const run: Run = { ...context, asked: false, timeoutsInARow: 0, countless: false };
  const wanted = new Set(ids);
  const listed = await readList(run, wanted, run.takeList?.());
  const readings = new Map<GroupId, Reading>();
  for (const id of wanted) {
    const isOver = wanted.size > 1 && run.signal?.aborted;
    const reading = isOver ? interrupted : await readOne(run, id, listed.get(id));
    readings.set(id, run.keep ? toKept(reading, run.keep) : reading);
    listed.delete(id);
    run.onRead?.();
  }
  return readings;
}

function toKept(reading: Reading, keep: (group: LiveGroup) => LiveGroup): Reading {
  return reading.kind === 'read' ? { ...reading, group: keep(reading.group) } : reading;
}

/**
 * A single group is still read: after the last request that tells what became of it (docs/architecture.md#applying).
 */
const interrupted: Reading = { kind: 'unreadable', reason: 'failed', text: 'the run was interrupted before' };

/** A group as the list has it; `counted`: it has proved itself. */
interface Listed {
  readonly info: WireGroup;
  readonly counted: boolean;
}

/** By the list where that will do, else by itself: once, since twice the same half of a list is no better proof. */
async function readOne(run: Run, id: GroupId, listed: Listed | undefined): Promise<Reading> {
  if (listed && (listed.counted || run.countless)) return toReading(run, listed.info);
  const info = await readSingly(run, id);
  if (info instanceof GowaError) return toUnreadable(info);
  if (listed && !info.ParticipantCount) run.countless = true;
  return toReading(run, info);
}

/**
 * The wanted groups of which the account's list is of use; none of them where the list cannot be had, and where one group
 * alone is wanted and nobody has asked for the list.
 */
async function readList(
  run: Run,
  wanted: ReadonlySet<GroupId>,
  expected: Promise<GroupList> | undefined,
): Promise<Map<GroupId, Listed>> {
  if (wanted.size === 0 || (wanted.size === 1 && !expected)) return new Map();
  const list = await ask(run, () => expected ?? askForList(run.client));
  const infos = list instanceof GowaError ? new Map<GroupId, WireGroup>() : parseList(list, wanted);
  for (const info of infos.values()) learnOwnLid(run, info);
  const listed = new Map<GroupId, Listed>();
  for (const [id, info] of infos) {
    const proof = findProof(info);
    if (proof === 'none' || isUndated(info) || !listsAccount(info, run)) continue;
    listed.set(id, { info, counted: proof === 'counted' });
  }
  return listed;
}

/** The wanted groups of a list. Twice in it: which of the two is right, only the group itself can tell. */
function parseList({ data }: GroupList, wanted: ReadonlySet<GroupId>): Map<GroupId, WireGroup> {
  const infos = new Map<GroupId, WireGroup>();
  const seen = new Set<GroupId>();
  for (const entry of data ?? []) {
    const id = listedGroup.safeParse(entry).data?.JID as GroupId | undefined;
    if (id === undefined || !wanted.has(id)) continue;
    const info = parseGroup(entry);
    if (seen.has(id) || !info.success) infos.delete(id);
    else infos.set(id, info.data);
    seen.add(id);
  }
  return infos;
}

/** One group by its id. A shell without content, or another group than asked for, is an error (docs/gowa.md#t7). */
async function readSingly(run: Run, id: GroupId): Promise<WireGroup | GowaError> {
  const info = await ask(run, () => run.client.get('/group/info', { group_id: id }, groupAnswer));
  if (info instanceof GowaError) return info;
  learnOwnLid(run, info);
  const request = { method: 'GET', template: '/group/info' } as const;
  if (info.JID !== id) return toMisfit(request, 'results.JID', 'another group than the one asked for');
  return isShell(info) ? toMisfit(request, 'results.GroupCreated', 'WhatsApp sent an empty shell') : info;
}

async function toReading(run: Run, info: WireGroup): Promise<Reading> {
  const live = toLiveGroup(info, { account: run.account, numbers: toKnown(run) });
  const hidden = live.unidentified.flatMap(({ lid, key }) =>
    lid !== undefined && key === undefined ? lid : [],
  );
  const unasked = hidden.filter((lid) => !run.numbers.has(lid) && !run.leave?.isUntold(lid));
  if (findProof(info) === 'none' || unasked.length === 0) return { kind: 'read', group: live };
  if (!(await mayLearn(run, info.Participants?.length ?? 0))) return { kind: 'read', group: live };
  await learnNumbers(run, live.id, hidden);
  return { kind: 'read', group: toLiveGroup(info, { account: run.account, numbers: toKnown(run) }) };
}

/** The numbers of LIDs that are known so far, the account's own among them. */
function toKnown({ numbers, ownLids, account }: Run): LidNumbers {
  return { get: (lid) => (ownLids.has(lid) ? account : numbers.get(lid)) };
}

/** GOWA asks WhatsApp about every member for its map: that is paid for out of the day before it is done. */
async function mayLearn(run: Run, people: number): Promise<boolean> {
  if (run.ending.error ?? run.end) return false;
  return run.leave?.take(people) ?? true;
}

/** Asks for GOWA's own map from LIDs to numbers, for one group: once for each LID, whatever comes of it. */
async function learnNumbers(run: Run, id: GroupId, hidden: readonly Lid[]): Promise<void> {
  const query = { group_id: id };
  for (const lid of hidden) if (!run.numbers.has(lid)) run.numbers.set(lid, undefined);
  const answer = await ask(run, () => run.client.get('/group/participants', query, groupParticipants));
  if (answer instanceof GowaError) return;
  for (const { jid, lid: other, phone_number: phone } of answer.participants) {
    const lid = toLid(jid) ?? toLid(other ?? '');
    if (lid && isPhoneNumber(phone) && !isLidInDisguise(phone, lid)) run.numbers.set(lid, phone);
  }
  await run.leave?.rememberUntold(hidden.filter((lid) => run.numbers.get(lid) === undefined));
}

/** Groups that hide the account's number still show its LID. */
function learnOwnLid(run: Run, info: WireGroup): void {
  const account = toPersonKey(run.account);
  // Both spellings of a number end alike, so that hardly anybody needs a closer look.
  const end = run.account.slice(-8);
  if (info.Participants instanceof PackedPeople) {
    const lid = info.Participants.lidAt(info.Participants.findPlace(account));
    if (lid !== undefined) run.ownLids.add(lid);
    return;
  }
  for (const { PhoneNumber, LID } of info.Participants ?? []) {
    const phone = PhoneNumber.includes(end) ? toPhone(PhoneNumber) : undefined;
    const lid = toLid(LID);
    if (phone && lid && toPersonKey(phone) === account) run.ownLids.add(lid);
  }
}

/** One request, after the pause, unless an earlier one has ended the reading. */
async function ask<Value>(run: Run, request: () => Promise<Value>): Promise<Value | GowaError> {
  const end = run.ending.error ?? run.end;
  if (end) return end;
  if (run.asked) await pauseRead(run);
  run.asked = true;
  const answer = await attempt(request());
  const code = answer instanceof GowaError ? answer.code : undefined;
  run.timeoutsInARow = code === 'timeout' ? run.timeoutsInARow + 1 : 0;
  if (!(answer instanceof GowaError)) return answer;
  if (isEnding(answer)) run.ending.error = answer;
  if (run.timeoutsInARow === bearableSilences) run.end = answer;
  return answer;
}

/** Waits as long as the policy wants it between reads of single groups. */
export async function pauseRead({
  clock,
  random,
  signal,
  reads: { min, max },
}: Pick<ReadingContext, 'clock' | 'random' | 'reads' | 'signal'>): Promise<void> {
  if (max > 0) await clock.sleep(min + random() * (max - min), signal);
}

function toUnreadable({ code, text }: GowaError): Reading {
  const reason = code === 'not-in-group' || code === 'no-such-group' ? code : 'failed';
  return { kind: 'unreadable', reason, text };
}
