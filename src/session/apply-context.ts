import type { ApplyContext } from '../apply/run.ts';
import { createPacer, createUnpaced } from '../apply/pace.ts';
import type { RecordEvent } from '../domain/event.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { createMaker, createWriter } from '../gowa/write.ts';
import type { MakeContext } from '../apply/make-groups.ts';
import { findCreatesLeft } from '../planning/pace/pace-budget.ts';
import { isKnown } from '../planning/plan-input.ts';
import type { Io } from '../io.ts';
import type { ApplyOptions } from '../options.ts';
import type { Reservation } from '../planning/pace/reservation.ts';
import { createPhotoLoader, createPhotoReader } from './live-photos.ts';
import type { Line } from './connect.ts';
import type { Memory } from './memory.ts';

/** What a run acts through, and what is known of earlier ones. */
export interface Means {
  readonly line: Line;
  readonly memory: Memory;
  /** With what this run has looked up already. */
  readonly input: { readonly past: Past };
  readonly organisation: Organisation;
  /** The other end is a sandbox: nobody's groups. */
  readonly isSandbox: boolean;
  /** People who may still be looked up in this run for hiding their number. */
  readonly lookupsLeft: number;
}

/** What a run may spend at the most, and who hears of what happens in it. */
interface Conditions {
  readonly most: Reservation | undefined;
  readonly record: RecordEvent;
}

/** What `apply` acts through: the line, the pace, and a record of what happens. */
export function toApplyContext(
  { line, input, organisation, memory, isSandbox, lookupsLeft }: Means,
  { most, record }: Conditions,
  options: ApplyOptions,
  { clock, random, signal }: Io,
): ApplyContext {
  const isPaced = options.pace === true || !isSandbox;
  const { pace } = organisation.policy;
  return {
    reader: line.reader,
    readingEnded: line.reader.ended,
    readPhoto: createPhotoReader(line, input.past, memory.record),
    readLink: async (group) => {
      const link = await line.reader.readInviteLink(group);
      return typeof link === 'string' ? link : undefined;
    },
    writer: createWriter(line.client.connection, createPhotoLoader(options.groups, organisation)),
    pacer: isPaced
      ? createPacer({ pace, past: input.past, clock, random, most: most?.lookups })
      : createUnpaced(),
    record,
    lookups: lookupsLeft,
    clock,
    signal,
  };
}

/** What `create` makes groups through, besides what `apply` does. */
export function toMaking(
  { line, input, organisation, isSandbox }: Pick<Means, 'line' | 'input' | 'organisation' | 'isSandbox'>,
  { whole, isPaced, now }: { readonly whole: Organisation; readonly isPaced: boolean; readonly now: number },
): Pick<MakeContext, 'maker' | 'listOwn' | 'readOwn' | 'creates'> {
  const known = new Set(whole.groups.filter(isKnown).map(({ id }) => id));
  const isFree = isSandbox && !isPaced;
  const { createsPerDay } = organisation.policy.pace;
  return {
    maker: createMaker(line.client.connection),
    listOwn: () => line.reader.listOwn(known),
    readOwn: async (group) => (known.has(group) ? undefined : line.reader.readOwn(group)),
    creates: isFree ? Number.POSITIVE_INFINITY : findCreatesLeft(input.past.creates, createsPerDay, now),
  };
}
