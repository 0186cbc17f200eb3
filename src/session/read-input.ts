import { lookupsPerRun } from '../domain/defaults.ts';
import type { MapLeave, ReadPhoto } from '../domain/gateway.ts';
import type { RecalledPhotos } from '../domain/picture.ts';
import type { Account, Organisation } from '../domain/organisation.ts';
import { costOfLid } from '../domain/whatsapp-facts.ts';
import { findSettable } from '../gowa/settable.ts';
import type { Io } from '../io.ts';
import { findToAskFor } from '../planning/obstacles/to-ask-for.ts';
import { findBudget, mappedPerDay, toMostLookups } from '../planning/pace/pace-budget.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { isKnown } from '../planning/plan-input.ts';
import { createMapLeave } from '../reading/map-leave.ts';
import { readLive } from '../reading/read-live.ts';
import type { Line } from './connect.ts';
import type { Hooks } from './hooks.ts';
import { createPhotoReader, recallPhotos } from './live-photos.ts';
import type { Memory } from './memory.ts';

/** Who hears of a reading while it goes on. */
export interface Watch {
  /** Awaited before the first look-up of the reading. */
  readonly beforeLookups?: Hooks['beforeLookups'];
  readonly progress: ReadingProgress;
}

/** What is told of a reading while it goes on. */
interface ReadingProgress {
  /** So many groups are about to be read, and so many photos. */
  start(groups: number, photos: number): void;
  groupRead(): void;
  photoRead(): void;
  /** One more person was looked up. */
  lookedUp(): void;
  end(): void;
}

/** Whose groups are read. */
interface Asker {
  readonly organisation: Organisation;
  /** With the groups too that `--target` leaves out. */
  readonly whole: Organisation;
  readonly account: Account;
}

/** What they are read over, and where what is learned is kept. */
interface Ways {
  readonly line: Line;
  readonly memory: Memory;
  /** The other end is a sandbox. */
  readonly isSandbox?: boolean;
  /** All photos are asked for, also those that were what their files want within the last day. */
  readonly asksPhotos?: boolean;
}

/** What a plan is made of, the line as it may be used from here on, and how many people were looked up. */
interface Input {
  readonly line: Line;
  readonly input: PlanInput;
  readonly asked: number;
  /** Photos that were asked for within the last day, and so were not in this run. Absent: none. */
  readonly recalled?: RecalledPhotos;
}

/** Reads an account's groups, and who hides in them. */
export async function readInput(
  asker: Asker,
  { line: opened, memory, isSandbox = false, asksPhotos = false }: Ways,
  watch: Watch,
  io: Io,
): Promise<Input> {
  const { end, ...watched } = watchLookups(memory, watch);
  const leave = createMapLeave(memory.past, watched.record, io.clock);
  const counted = withLeave(opened, leave, watch.progress.groupRead);
  const ways = { line: counted, memory: watched, isSandbox, asksPhotos };
  const found = await readGroups(asker, ways, watch, io).finally(watch.progress.end);
  end();
  return { line: withLeave(opened, leave), ...found };
}

/** All that is read over it asks for GOWA's map with this leave alone. */
function withLeave(line: Line, leave: MapLeave, onRead?: () => void): Line {
  const { reader } = line;
  const readGroups: typeof reader.readGroups = (ids, _leave, _onRead, keep) =>
    reader.readGroups(ids, leave, onRead, keep);
  return { ...line, reader: { ...reader, readGroups } };
}

/** The same, and something else is told of each photo that was read. */
function countCalls(read: ReadPhoto, tell: () => void): ReadPhoto {
  return async (live, desired) => {
    const photo = await read(live, desired);
    tell();
    return photo;
  };
}

/** The memory, which lets whoever wants to know of look-ups know before it is told of the first, until `end`. */
function watchLookups(memory: Memory, { beforeLookups }: Watch): Memory & { end(): void } {
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
async function readGroups(
  { organisation, whole, account }: Asker,
  { line, memory: { past, record }, isSandbox, asksPhotos }: Ways,
  { progress }: Watch,
  { clock }: Io,
): Promise<Omit<Input, 'line'>> {
  const now = clock.now();
  const begun = { organisation, account: account.name, past, now, readings: new Map(), lids: past.lids };
  const start = { ...begun, ...(isSandbox && { isSandbox }) };
  const ofAccount = organisation.groups.filter((group) => group.account === account.name);
  const own = ofAccount.filter(isKnown);
  const left = findBudget(past, organisation.policy.pace, now).lookups / costOfLid;
  const isHeld = past.notBefore !== undefined && past.notBefore > now;
  const lookups = [...past.lookups];
  progress.start(own.length, own.filter(({ photo }) => photo !== undefined).length);
  const ask = createPhotoReader(line, past, record);
  const isToMake = ofAccount.some((group) => !isKnown(group));
  if (isToMake) line.reader.keepList();
  let asked = 0;
  const recalled: number[] = [];
  const recall = recallPhotos(ask, past, now, (askedAt) => recalled.push(askedAt));
  const live = await readLive(line.reader, own, start, {
    readPhoto: countCalls(asksPhotos ? ask : recall, progress.photoRead),
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
  const found = isToMake ? await findOwn(whole, line) : {};
  // The server answers this by itself, so that no limit of WhatsApp's stands in its way.
  const settable = await findSettable(line.client, findToAskFor(ofAccount, live.readings));
  const input = { ...start, ...live, ...found, settable, past: { ...past, lookups } };
  return { input, asked, ...(recalled.length > 0 && { recalled: toRecalled(recalled) }) };
}

function toRecalled(times: readonly number[]): RecalledPhotos {
  return { count: times.length, since: times.reduce((first, time) => Math.min(first, time)) };
}

/** Groups that the account owns and no file is about, where one is to be made: it may be there already. */
async function findOwn({ groups }: Organisation, { reader }: Line): Promise<Pick<PlanInput, 'own'>> {
  if (reader.ended()) return {};
  return { own: await reader.listOwn(new Set(groups.filter(isKnown).map(({ id }) => id))) };
}
