import { oneDay } from './day.ts';
import type { StopCode } from './gateway.ts';

/**
 * How long things are remembered, and how long nobody is asked again. All durations in milliseconds; times in
 * milliseconds since 1970.
 */

/** A duration as texts say it: in whole days, and in whole hours. */
export const toDays = (duration: number) => Math.round(duration / oneDay);
export const toHours = (duration: number) => Math.round(duration / 3_600_000);

/** The days after which something that was in vain is tried again: after the first time, the second and so on. */
const restDays = [1, 3, 10, 30] as const;

/** When somebody was last asked, added or refused in vain, and when that may be done again (endless: not any more). */
export interface Rest {
  readonly at: number;
  readonly until: number;
}

/**
 * The rest after an attempt that was in vain `times` times in a row: 1, 3, 10 and 30 days, then for good. Whoever does
 * not join although GOWA says so, or is refused alone, would only be annoyed by more.
 */
export function toRest({ at, times }: { readonly at: number; readonly times: number }): Rest {
  const days = restDays[times - 1];
  return { at, until: days === undefined ? Number.POSITIVE_INFINITY : at + days * oneDay };
}

/**
 * The rest after a look-up that said "not on WhatsApp", confirmed `times` times: 1, 3, 10 and then 30 days each time.
 * GOWA says the very same when WhatsApp drops or limits a single look-up (docs/gowa.md#t3), so that one bad moment must
 * not count for a month; and numbers are taken into use, so that none is left alone for good.
 *
 * A negative answer is confirmed when it came twice, with the account's own number found before, between and after:
 * nothing is remembered of one that came once.
 */
export function toLookupRest({ at, times }: { readonly at: number; readonly times: number }): Rest {
  const days = restDays[Math.min(times, restDays.length) - 1] ?? restDays[0];
  return { at, until: at + days * oneDay };
}

/** The rest after a request about one person that WhatsApp refused, `times` times: as after a look-up, for it may change its mind. */
export function toRefusalRest(refusal: { readonly at: number; readonly times: number }): Rest {
  return toLookupRest(refusal);
}

/** So often a negative look-up is asked before it counts. */
export const negativesToConfirm = 2;

/** A plan is kept so long, for the merge of its pull request: as long as a forge keeps what a run leaves. */
const planKept = 90 * oneDay;

/** How long things are remembered (docs/memory-and-pace.md). */
export const keptFor = {
  /** What the pace and the limits of a run count. */
  spent: oneDay,
  plan: planKept,
  /** Whoever declined an add is not asked again so long. */
  declined: 30 * oneDay,
  /** That they declined, which no plan could know that was made before. */
  wish: planKept,
  /** Whoever was sent a group's link is not sent it again so long, whatever became of it. */
  invited: 30 * oneDay,
  /** What the admins were told and is still so is told again after this. */
  told: 7 * oneDay,
  /** How often a number was found not to be on WhatsApp: longer than its longest rest, so that rests go on growing. */
  unregistered: 90 * oneDay,
  /** What a plan file approved and nobody came to. */
  pending: 60 * oneDay,
  /** Which group was made for a file, once its id is in it: what was approved before may still be to come. */
  created: 400 * oneDay,
  /**
   * LIDs that look-ups told: long enough to spare look-ups, short enough to notice a new one. `confirmed`: so long one may
   * be what a change of a role rests on. `none`: how often there was none, longer than its longest rest.
   */
  lid: { found: 180 * oneDay, none: 90 * oneDay, unknown: oneDay, confirmed: oneDay },
  /** A LID whose number GOWA's map could not tell: that takes a query about every member of the group. */
  untold: 7 * oneDay,
  /** A LID that no group shows any more, with all numbers it had: a group that lives in one season is read every year. */
  pair: 400 * oneDay,
} as const;

/** Nobody is written to twice within so long, for whatever groups. */
export const messageRest = oneDay;

/**
 * A list without a number of people from which many are missing is believed when a second one says the same so much later:
 * a day, less what a daily run may come earlier.
 */
export const doubtFor = 20 * 3_600_000;

/**
 * So long after all groups were read for a plan somebody may still be added or promoted on that reading, and the group not be
 * read once more for it: whoever has come meanwhile is not added twice. A setting, a photo and whatever takes something away
 * rest on a reading of the group's own turn.
 */
export const planServes = 900_000;

/**
 * So long a photo that was seen to be what its file wants is not asked for by plans, at a query each; whatever is to replace one
 * asks for it right before.
 */
export const photoServes = oneDay;

/** A pace that files make faster counts so long after the memory first saw it; until then runs keep the slower one. */
export const fasterPaceWaits = oneDay;

/**
 * So long a memory says that it does not know who left, or did not want to be added, before it began: whoever is added
 * by mistake for that is mostly added in its first weeks.
 */
export const freshFor = 60 * oneDay;

/** A pair of number and LID that is seen again is written down again after so long. */
export const pairRenewal = 30 * oneDay;

/** Milliseconds; other stops ask for no wait. */
const backOff: Readonly<Partial<Record<StopCode, number>>> = {
  'rate-limited': 3_600_000,
  'session-lost': 900_000,
};

const backOffs: ReadonlyMap<string, number> = new Map(Object.entries(backOff));

/**
 * How long nothing is written after a stop, in milliseconds; undefined where none is asked for. WhatsApp wants a long
 * back-off after a 429 (docs/gowa.md#t11) and gives no number, so this is an hour. After a lost session a quarter of one:
 * adds can be what ended it (docs/gowa.md#t15), and who logs in again should not go on at once. A journal may hold codes
 * of other versions.
 */
export function findBackOff(code: string | undefined): number | undefined {
  return code === undefined ? undefined : backOffs.get(code);
}

/**
 * So long a group may still appear of which GOWA did not say that it was made: a call of GOWA ends before that, with what it
 * sends once more after a dropped line (docs/gowa.md#t12, #t13). Nothing is asked for again before.
 */
export const creationSettles = 10 * 60_000;

/** So far this machine's clock and WhatsApp's may be apart. */
export const clockTolerance = 10 * 60_000;
