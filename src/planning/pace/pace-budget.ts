import { oneDay } from '../../domain/day.ts';
import { costOfLid, groupCapacity } from '../../domain/whatsapp-facts.ts';
import type { Pace } from '../../domain/organisation.ts';
import type { Spent } from '../../domain/past.ts';
import { negativesToConfirm } from '../../domain/patience.ts';

/** What is left of the day, or what something costs. */
export interface Budget {
  readonly adds: number;
  readonly lookups: number;
}

/** So many look-ups it costs at the most to look up so many people. */
export function toMostLookups(people: number): number {
  return people * costOfLid * negativesToConfirm;
}

/** What the last 24 hours have cost. */
export interface Spending {
  readonly adds: readonly Spent[];
  readonly lookups: readonly Spent[];
}

/**
 * About so many people WhatsApp is asked in 24 hours for GOWA's map of LIDs, three groups of the largest size. GOWA asks
 * about a whole group in one query, as WhatsApp's own programs do when they open one, so it is no look-up of a stranger;
 * but nobody knows how much of that WhatsApp bears, and what the map cannot tell is not asked again for a week.
 */
export const mappedPerDay = 3 * groupCapacity;

/** About how many people the map may still ask at a time (milliseconds since 1970). */
export function findMapBudget(mapped: readonly Spent[], now: number): number {
  return Math.max(0, mappedPerDay - countSince(mapped, now - oneDay));
}

/** What the pace still allows at a time (milliseconds since 1970); never less than 0. */
export function findBudget({ adds, lookups }: Spending, pace: Pace, now: number): Budget {
  return {
    adds: Math.max(0, pace.addsPerDay - countSince(adds, now - oneDay)),
    lookups: Math.max(0, pace.lookupsPerDay - countSince(lookups, now - oneDay)),
  };
}

/** How many messages may still be sent at a time (milliseconds since 1970): each is one of the day, and a look-up. */
export function findMessageBudget(
  { messages, lookups }: { readonly messages: readonly Spent[]; readonly lookups: readonly Spent[] },
  pace: Pace,
  now: number,
): number {
  const left = Math.min(
    pace.messagesPerDay - countSince(messages, now - oneDay),
    pace.lookupsPerDay - countSince(lookups, now - oneDay),
  );
  return Math.max(0, left);
}

/** The first time from now on at which another message may be sent; milliseconds since 1970. */
export function findMessageResumption(
  { messages, lookups }: { readonly messages: readonly Spent[]; readonly lookups: readonly Spent[] },
  pace: Pace,
  now: number,
): number {
  return Math.max(findFree(messages, pace.messagesPerDay, now), findFree(lookups, pace.lookupsPerDay, now));
}

/** How many groups may still be made at a time (milliseconds since 1970); never less than 0. */
export function findCreatesLeft(creates: readonly Spent[], perDay: number, now: number): number {
  return Math.max(0, perDay - countSince(creates, now - oneDay));
}

/** The first time from now on at which both an add and a look-up are allowed; milliseconds since 1970. */
export function findResumption({ adds, lookups }: Spending, pace: Pace, now: number): number {
  return Math.max(findFree(adds, pace.addsPerDay, now), findFree(lookups, pace.lookupsPerDay, now));
}

/** What was spent stops counting after a day, the oldest first. */
function findFree(spent: readonly Spent[], perDay: number, now: number): number {
  const ends = [now, ...spent.map(({ at }) => at + oneDay).filter((end) => end > now)];
  return ends.toSorted((a, b) => a - b).find((end) => countSince(spent, end - oneDay) < perDay) ?? now;
}

function countSince(spent: readonly Spent[], since: number): number {
  return spent.reduce((sum, { at, count }) => (at > since ? sum + count : sum), 0);
}
