import { peoplePerRequest } from '../../../src/domain/whatsapp-facts.ts';
import type { Day, Touched } from './days.ts';

/*
 * The fewest queries to WhatsApp with which a plan or an apply proves what it says. They follow from what is to be done and
 * from what a query can tell; nothing here is taken from what Rollcall sends. What a request to GOWA costs in queries is
 * recorded (docs/gowa.md#14-group-writes, the recordings' `queries`), and the sandbox counts it so.
 */

/**
 * Of a plan: one list of all groups, since WhatsApp pushes no settings and GOWA keeps none (docs/gowa.md#t14), so that with
 * none nothing would be known of today; and the list proves up to 500 groups at once. Of photos the list tells nothing, so
 * one for each whose file has changed since it was verified: without its id nobody could say which photo is to go, and
 * yes would be said to whatever is there. The others were verified today.
 */
export function toLeastPlan({ touched }: Day): number {
  return 1 + touched.filter(({ photo }) => photo).length;
}

/**
 * Of an apply: what a plan takes, since what was approved hours ago may be done, or another thing, by now; and what each
 * group takes. Each group is proved before the next one is touched: so a run that dies leaves one group's requests in doubt and not
 * those of all (they count as done until a reading settles them), and what others do later is not taken for what came of ours.
 */
export function toLeastApply(day: Day): number {
  return toLeastPlan(day) + day.touched.map(toLeastOfGroup).reduce((sum, count) => sum + count, 0);
}

/**
 * What GOWA sends for the requests; one reading after all that adds, for GOWA says "success" of adds that failed; one right
 * before each request that takes away, since it must still be due (the reading after the adds is one); and one after it. No
 * reading right before what only adds: whoever is there already is not added twice, so that the list, minutes old, will do.
 * A photo is asked for by itself, before it is replaced, since it must be the one that was approved, and after.
 */
function toLeastOfGroup({ adds = 0, removals = 0, photo = undefined }: Touched): number {
  const removing = toRequests(removals, peoplePerRequest.remove);
  const readings = Number(adds > 0 || removals > 0) + removing.count;
  return toRequests(adds, peoplePerRequest.add).queries + removing.queries + readings + (photo ? 3 : 0);
}

/** A look-up of each, and one query a request; no request holds more people than an account bears. */
function toRequests(people: number, most: number) {
  const count = Math.ceil(people / most);
  return { count, queries: people + count };
}
