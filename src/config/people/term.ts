import { addDays } from '../../domain/day.ts';
import type { Day } from '../../domain/group.ts';

/** From a first day to a last one, both included; what is absent has no beginning, or no end. */
export interface Term {
  readonly from?: Day;
  readonly until?: Day;
}

/** From one day to another, each of which may be none. */
export function toTerm(from: Day | undefined, until: Day | undefined): Term {
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

/** True for a term that has no day. */
export function isNever({ from, until }: Term): boolean {
  return from !== undefined && until !== undefined && from > until;
}

/** The days of both. */
export function meet(a: Term, b: Term): Term {
  return toTerm(toLater(a.from, b.from), toEarlier(a.until, b.until));
}

/** From the first day of either to the last one of either: what lies between two ways is bridged. */
export function span(a: Term, b: Term): Term {
  return toTerm(toFirst(a.from, b.from), toLatest(a.until, b.until));
}

/**
 * The days of one that are none of the other's; undefined: there are none. Whoever is taken out from a day on does not
 * come back by themselves.
 */
export function without(term: Term, other: Term): Term | undefined {
  if (other.from === undefined && other.until === undefined) return undefined;
  const left =
    other.from === undefined
      ? meet(term, toTerm(addDays(other.until ?? '', 1), undefined))
      : meet(term, toTerm(undefined, addDays(other.from, -1)));
  return isNever(left) ? undefined : left;
}

function toEarlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a !== undefined && b !== undefined ? (a < b ? a : b) : (a ?? b);
}

function toLater(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a !== undefined && b !== undefined ? (a > b ? a : b) : (a ?? b);
}

/** The earlier of two beginnings, where no beginning is the earliest of all. */
function toFirst(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? undefined : a < b ? a : b;
}

/** The later of two ends, where no end is the latest of all. */
function toLatest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? undefined : a > b ? a : b;
}
